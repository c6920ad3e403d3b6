import { words } from './words.ts'

/** What is said of seats that are lost by staying away. */
export const absenceWords = words(
  {
    title: '连续缺席',
    lead: '会议开完或者因人数不足没有开成的,没有到会、也没有请假的,算一次缺席;中间到过会或请过假,重新算起。延期的会议不算。',
    noRule: '本地没有查到因连续缺席终止资格的规定。',
    nobody: '现在没有人达到规定的次数。',
    due: '达到规定次数的人',
    missed: (have: number, need: number) => `连续 ${have} 次无正当理由缺席(满 ${need} 次)`,
    ends: '按规定资格终止,要登记离任。',
    'may-be-ended': '按规定可以终止资格,由村(居)委会决定。',
    since: (day: string) => `${day}达到次数`,
    meetings: '缺席的会议',
    end: '登记离任',
    excuseHint: '确有正当理由、当时没有登记请假的,先核实再登记离任。',
    rules: '依据',
    rule: (body: string, need: number) => `${body}:连续 ${need} 次`,
  },
  {
    title: 'Absences in a row',
    lead: 'Whoever neither came nor was excused to a meeting that was held, or lacked its quorum, has missed it; coming or being excused begins the count anew. A postponed meeting does not count.',
    noRule: 'No rule on losing a seat by absences is known here.',
    nobody: 'Nobody has missed as many meetings as the rule says.',
    due: 'Who has missed that many',
    missed: (have, need) => `${have} meetings missed in a row without excuse (the rule says ${need})`,
    ends: 'By the rule the seat ends; it is to be noted.',
    'may-be-ended': 'By the rule the seat may be ended; that is for the committee to decide.',
    since: (day) => `That many since ${day}`,
    meetings: 'Meetings missed',
    end: 'End the seat',
    excuseHint: 'Where there was a good reason that was not noted then, look into it before the seat is ended.',
    rules: 'By which rule',
    rule: (body, need) => `${body}: ${need} in a row`,
  },
)
