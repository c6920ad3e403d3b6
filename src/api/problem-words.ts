import { bodyName, groupName, hereAt } from '../../workflows/wording.ts'
import { ballotWords } from './ballot-words.ts'
import { commentWords } from './comment-words.ts'
import { brokenWords, unsafeWords } from './file-words.ts'
import { misfitWords } from './misfit-words.ts'
import { caseEndWords, electedName, meetingEndWords, passwordFaultWords, roleName, thingName } from './named-words.ts'
import type { Problem } from './problem.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

/** Rounded up: what is too large by a little does not look as if it fitted. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10

/** What a problem means, said to whoever met it. */
export const problemWords = (p: Problem): Words => {
  switch (p.code) {
    case 'input_invalid':
      return {
        zh: `填写有误:${p.faults.map((f) => f.at).join('、')}`,
        en: `Not valid: ${p.faults.map((f) => `${f.at} ${f.message}`).join('; ')}`,
      }
    case 'json_malformed':
      return { zh: '提交的内容不是有效的 JSON', en: 'The body is not valid JSON' }
    case 'token_invalid':
      return { zh: '登录凭证无效,请重新登录', en: 'The token is not valid here; sign in again' }
    case 'token_missing':
      return { zh: '请先登录', en: 'Sign in first' }
    case 'route_unknown':
      return { zh: '没有这个地址', en: 'There is no such address' }
    case 'too_many_requests':
      return {
        zh: `请求过于频繁,请 ${p.retryAfter} 秒后再试`,
        en: `Too many requests; try again in ${p.retryAfter} seconds`,
      }
    case 'content_type_wrong':
      return { zh: `内容类型应为 ${p.wanted}`, en: `The content type must be ${p.wanted}` }
    case 'body_too_large':
      return { zh: `内容过大,上限 ${p.limit} 字节`, en: `Too large; at most ${p.limit} bytes` }
    case 'database_unavailable':
      return {
        zh: '数据库暂时连不上,没有写入任何内容,请稍后再试',
        en: 'The database cannot be reached; nothing was written; try again shortly',
      }
    case 'internal_error':
      return { zh: '系统出错,没有写入任何内容', en: 'Something failed on our side; nothing was written' }
    case 'too_many_listeners':
      return {
        zh: `同时收看的人太多,请 ${p.retryAfter} 秒后再试`,
        en: `Too many are following at once; try again in ${p.retryAfter} seconds`,
      }
    case 'not_found':
      return { zh: `没有找到${thingName(p.what)}`, en: `Not found (${p.what})` }
    case 'paper_not_formed':
      return { zh: '这份材料尚未形成', en: 'This paper has not been formed yet' }
    case 'session_ended':
      return { zh: '登录已结束,请重新登录', en: 'The session has ended; sign in again' }
    case 'forbidden':
      return { zh: `没有权限,需要:${p.needs.map(roleName).join('、')}`, en: `Not allowed; needs ${p.needs.join(', ')}` }
    case 'idempotency_key_reused':
      return { zh: '同一个 Idempotency-Key 已用于另一请求', en: 'This Idempotency-Key was used for another request' }
    case 'sign_in_failed':
      return {
        zh: '登录失败:账号、密码或签条不对,或签条已用过',
        en: 'Sign-in failed: login, password or slip is wrong, or the slip was used',
      }
    case 'sign_in_too_often':
      return {
        zh: `密码连续输错次数过多,请 ${p.retryAfter} 秒后再试`,
        en: `Too many wrong passwords in a row; try again in ${p.retryAfter} seconds`,
      }
    case 'slip_mistyped':
      return { zh: '签条号码输错了,请核对', en: 'The slip code is mistyped; check it' }
    case 'password_weak':
      return passwordFaultWords(p.faults)
    case 'login_taken':
      return { zh: `账号 ${p.login} 已有人用`, en: `The login ${p.login} is taken` }
    case 'person_has_account':
      return { zh: '此人已有账户', en: 'This person has an account already' }
    case 'last_administrator':
      return { zh: '这是最后一位管理员,不能解除', en: 'This is the last administrator; the role cannot be taken away' }
    case 'setup_token_wrong':
      return { zh: '安装口令不对', en: 'The setup token is wrong' }
    case 'calendar_year_unknown':
      return {
        zh: `还不知道 ${p.year} 年的节假日安排,请管理员先录入`,
        en: `The holidays of ${p.year} are not known yet; an administrator enters them first`,
      }
    case 'calendar_days_unfit':
      return {
        zh: `这些日期不属于 ${p.year} 年或重复:${p.days.join('、')}`,
        en: `Not days of ${p.year}, or declared twice: ${p.days.join(', ')}`,
      }
    case 'day_in_future':
      return { zh: `日期 ${p.day} 晚于今日 ${p.today}`, en: `${p.day} is later than today, ${p.today}` }
    case 'case_ended':
      return caseEndWords(p.end)
    case 'not_in_this_step':
      return {
        zh: '事项走到的这一步不能这样做,可能刚有人办过;请重新打开事项,看现在可以办什么',
        en: 'Not at the step which the case has reached; somebody may just have done it: look again at what is open',
      }
    case 'gate_closed':
      return {
        zh: `还不能进行:${p.grounds.filter((g) => !g.met).length} 项条件未满足`,
        en: `Not yet: ${p.grounds.filter((g) => !g.met).length} grounds are not met`,
      }
    case 'does_not_fit':
      return misfitWords(p.why)
    case 'choices_faulty':
      return {
        zh: `选项有误:${p.faults.map((f) => f.choice).join('、')}`,
        en: `Choices at fault: ${p.faults.map((f) => `${f.choice} ${f.why}`).join(', ')}`,
      }
    case 'procedure_not_for_this_place':
      return {
        zh: `该程序只适用于${p.sort === 'village' ? '村' : '城市社区'}`,
        en: `This procedure is for a ${p.sort === 'village' ? 'village' : 'city neighbourhood'}`,
      }
    case 'roster_unconfirmed':
      return {
        zh: `花名册有 ${p.faulty.length} 行有误,确认后才会导入其余各行`,
        en: `${p.faulty.length} rows are at fault; confirm to import the rest`,
      }
    case 'roster_changed_since_preview':
      return { zh: '文件与预览时不同,请重新预览', en: 'The file is not the one previewed; preview it again' }
    case 'roster_imported_already':
      return { zh: '花名册已导入', en: 'The roster has been imported already' }
    case 'roster_empty':
      return { zh: '花名册中没有可导入的人', en: 'There is nobody on the roster to be imported' }
    case 'roster_not_imported':
      return { zh: '请先导入花名册', en: 'Import the roster first' }
    case 'person_faulty':
      return { zh: p.faults.map(({ zh }) => zh).join(';'), en: p.faults.map(({ en }) => en).join('; ') }
    case 'person_on_roster_already':
      return { zh: '此人已在花名册上', en: 'This person stands on the roster already' }
    case 'person_left_already':
      return { zh: `此人已自 ${p.on} 起不在花名册上`, en: `This person has been off the roster since ${p.on}` }
    case 'person_died':
      return { zh: `花名册记载此人已于 ${p.on} 去世`, en: `By the roster this person died on ${p.on}` }
    case 'person_unchanged':
      return { zh: '与花名册相同,没有需要更正的', en: 'The roster says so already; there is nothing to correct' }
    case 'id_number_taken':
      return { zh: '该身份证号已登记在另一人名下', en: 'This ID number is another person’s on the roster' }
    case 'household_number_taken':
      return { zh: '该户号已有', en: 'There is a household of this number' }
    case 'in_household_already':
      return { zh: '此人已在该户', en: 'This person belongs to that household already' }
    case 'units_faulty':
      return {
        zh: `有 ${p.faults.length} 处有误,改正后才能登记`,
        en: `${p.faults.length} faults; nothing is recorded until they are mended`,
      }
    case 'units_empty':
      return { zh: '文件中没有可登记的房屋', en: 'There is no unit in the file to be recorded' }
    case 'unit_owned_already':
      return { zh: '该房屋登记的业主就是此人', en: 'This person is recorded as its owner already' }
    case 'developer_also_buyer':
      return {
        zh: '建设单位的代表人不能同时又是买受人',
        en: 'Nobody represents the developer and owns as a buyer at the same time',
      }
    case 'developer_by_two':
      return {
        zh: '建设单位未售出或未交付的房屋合计算一人,只能由同一个人代表',
        en: 'The developer’s units together are one head; one person represents them all',
      }
    case 'not_of_age':
      return { zh: `此人到 ${p.on} 才满 18 周岁`, en: `This person is of age only from ${p.on} on` }
    case 'day_too_early':
      return {
        zh: `日期 ${p.day} 过早,最早为 ${p.earliest}`,
        en: `${p.day} is too early; the earliest is ${p.earliest}`,
      }
    case 'day_too_far':
      return { zh: `日期 ${p.day} 过远,最晚为 ${p.latest}`, en: `${p.day} is too far ahead; the latest is ${p.latest}` }
    case 'office_unknown':
      return {
        zh: `${bodyName(p.body, 'zh')}没有这个可以选任的职务,可选:${p.offices.map((office) => electedName(office)).join('、') || '无'}`,
        en: `Nobody is elected to this in the ${bodyName(p.body, 'en')}; choose ${p.offices.join(', ') || 'another body'}`,
      }
    case 'seated_already':
      return {
        zh: `此人在${bodyName(p.body, 'zh')}已有任职(自 ${p.from} 起)`,
        en: `This person has a seat in the ${bodyName(p.body, 'en')} from ${p.from} on`,
      }
    case 'seat_contradicts':
      return {
        zh: `此人在${bodyName(p.body, 'zh')}没有表决权,与所任职务矛盾`,
        en: `This person has no vote in the ${bodyName(p.body, 'en')}, which contradicts the office`,
      }
    case 'seat_brought':
      return {
        zh: `此任职来自${bodyName(p.by, 'zh')},应终止那里的任职`,
        en: `This seat goes with the one in the ${bodyName(p.by, 'en')}: end that one`,
      }
    case 'represents_no_households':
      return { zh: '只有代表才有所代表的户', en: 'Only a representative has households behind the seat' }
    case 'households_unstated':
      return {
        zh: `有 ${p.people.length} 名代表没有写明代表多少户,不能召集(${p.cite})`,
        en: `Of ${p.people.length} representatives nobody said how many households they stand for (${p.cite})`,
      }
    case 'no_such_rule':
      return {
        zh: `未见规定缺席${bodyName(p.body, 'zh')}即终止任职`,
        en: `No rule known here ends this seat for absence from the ${bodyName(p.body, 'en')}`,
      }
    case 'absences_too_few':
      return {
        zh: `连续无故缺席 ${p.have} 次,须满 ${p.need} 次`,
        en: `${p.have} absences in a row without excuse; ${p.need} are needed`,
      }
    case 'excused_already':
      return { zh: '已请假', en: 'Excused already' }
    case 'not_for_a_township':
      return { zh: '乡镇(街道)不适用', en: 'Not for a township or sub-district' }
    case 'granted_already':
      return { zh: '已授权该乡镇(街道)', en: 'It is granted to this township already' }
    case 'item_refused':
      return {
        zh: `第 ${p.index + 1} 条有误(${p.because}),全部未录入`,
        en: `Item ${p.index} is refused (${p.because}); none was entered`,
      }
    case 'joined_already':
      return { zh: '已提出或附议过这一议题', en: 'This topic was raised or joined by the same person already' }
    case 'not_merged':
      return { zh: '该议题没有并入其他议题', en: 'This topic is not merged into another' }
    case 'topic_settled_already':
      return { zh: '该议题已并入事项或已答复', en: 'This topic has been merged or answered already' }
    case 'topic_withdrawn':
      return { zh: '该议题已由提出人撤回', en: 'Whoever raised this topic has taken it back' }
    case 'topic_sorted_already':
      return {
        zh: '该议题已经归类、合并或拆分,不能再撤回',
        en: 'This topic has been sorted, merged or split, and is taken back no more',
      }
    case 'topic_joined_by_others':
      return {
        zh: `已有 ${p.supporters} 人附议,不能再撤回`,
        en: `${p.supporters} others have joined this topic, so that it is taken back no more`,
      }
    case 'topic_of_another':
      return { zh: '只有提出人可以撤回议题', en: 'A topic is taken back by whoever raised it' }
    case 'body_empty':
      return { zh: `${bodyName(p.body, 'zh')}没有组成人员`, en: `The ${bodyName(p.body, 'en')} has no members` }
    case 'presider_not_on_roll':
      return { zh: '主持人不在应到名册上', en: 'The presider is not on the roll' }
    case 'agenda_item_unfit':
      return {
        zh: `议程中有事项不能上会:${problemWords(p.because).zh}`,
        en: `An agenda item cannot be put: ${problemWords(p.because).en}`,
      }
    case 'demand_for_another_body':
      return {
        zh: `该联名要求召开的是${bodyName(p.body, 'zh')}`,
        en: `That demand is for a meeting of the ${bodyName(p.body, 'en')}`,
      }
    case 'demand_not_admitted':
      return {
        zh: `法律没有规定这些人员可以联名要求召开${bodyName(p.body, 'zh')}`,
        en: `The law does not let them demand a meeting of the ${bodyName(p.body, 'en')}`,
      }
    case 'demand_answered':
      return { zh: '该联名要求已召集会议', en: 'A meeting has been called upon this demand' }
    case 'not_signed':
      return { zh: '没有可以撤回的签名', en: 'There is no signature to take back' }
    case 'signature_withdrawn':
      return {
        zh: '其中有人已经撤回签名,要由本人自己再签',
        en: 'One of them has taken the signature back, and can only sign again in person',
      }
    case 'presider_unfit':
      return {
        zh: `主持人须是${p.presides.map((body) => bodyName(body, 'zh')).join('、')}的成员`,
        en: `The presider sits in the ${p.presides.map((body) => bodyName(body, 'en')).join(' or the ')}`,
      }
    case 'day_not_ahead':
      return { zh: `日期 ${p.day} 须晚于今日 ${p.today}`, en: `${p.day} must be later than today, ${p.today}` }
    case 'roll_called_already':
      return { zh: '已清点人数,应到名册不能再变更', en: 'The roll has been called; it can no longer be amended' }
    case 'roll_cause_unproved':
      return {
        zh: '花名册和任职记录中没有这一变更事由',
        en: 'The roster and the seats do not show this cause',
      }
    case 'on_roll_already':
      return { zh: '此人已在应到名册上', en: 'This person stands on the roll already' }
    case 'meeting_not_begun':
      return { zh: '会议还没有开始;可以延期', en: 'The meeting has not begun: postpone it instead' }
    case 'attestation_decided':
      return {
        zh: p.outcome === 'confirmed' ? '已经确认入档' : '已经退回',
        en: p.outcome === 'confirmed' ? 'It is confirmed and on the record' : 'It was rejected',
      }
    case 'second_person_needed':
      return {
        zh: '录入人不能自己确认,须由另一人确认',
        en: 'Whoever entered it cannot confirm it: another person must',
      }
    case 'confirmed_already':
      return { zh: '您已确认过', en: 'You have confirmed it already' }
    case 'supervisor_must_confirm':
      return { zh: '须有监督委员会成员确认', en: 'A member of the supervision committee must confirm' }
    case 'not_a_higher_body':
      return {
        zh: `${bodyName(p.body, 'zh')}不能撤销${bodyName(p.over, 'zh')}的决定`,
        en: `The ${bodyName(p.body, 'en')} cannot revoke a decision of the ${bodyName(p.over, 'en')}`,
      }
    case 'merged_with_itself':
      return { zh: '不能并入自己', en: 'A proposal cannot be merged into itself' }
    case 'still_running':
      return { zh: '原事项还没有终结', en: 'The earlier proposal has not ended' }
    case 'nothing_to_correct':
      return { zh: '更正后与原票相同', en: 'The correction changes no vote' }
    case 'meeting_ended':
      return meetingEndWords(p.outcome)
    case 'meeting_not_today':
      return { zh: `会议日是 ${p.on},今日 ${p.today},不能签到`, en: `The meeting is on ${p.on}; today is ${p.today}` }
    case 'hall_code_wrong':
      return { zh: '会场码不对', en: 'The hall code is wrong' }
    case 'not_on_roll':
      return { zh: '不在应到名册上', en: 'Not on the roll' }
    case 'slip_unknown':
      return {
        zh: `第 ${p.index + 1} 张签条查不到人,可能已换发新签条`,
        en: `Slip no. ${p.index + 1} is nobody’s; it may have been replaced by a newer one`,
      }
    case 'remote_not_admitted':
      return {
        zh: '本会议的议事规则没有允许远程签到,请到会场签到',
        en: 'The body’s rule does not let a phone outside the hall count as present',
      }
    case 'beyond_voters':
      return {
        zh: `假设的票数 ${p.supposed} 超过可表决人数 ${p.mayVote}`,
        en: `${p.supposed} votes are supposed, but ${p.mayVote} may vote`,
      }
    case 'meeting_not_ended':
      return { zh: '会议尚未结束', en: 'The meeting has not ended' }
    case 'minutes_not_written':
      return { zh: '会议记录尚未整理', en: 'The minutes have not been written yet' }
    case 'minutes_changed':
      return {
        zh: `会议记录已有改动(最新为第 ${p.newest} 稿),请重新阅读`,
        en: `The minutes have changed since they were read (the newest is no. ${p.newest}); read them again`,
      }
    case 'minutes_approved':
      return {
        zh: `会议记录已由主持人签认(${hereAt(p.at)}),不能再改`,
        en: `The presider approved the minutes at ${hereAt(p.at)}; they stand`,
      }
    case 'presider_has_account':
      return {
        zh: '主持人有自己的账户,须由本人签认会议记录',
        en: 'The presider has an account: the minutes are approved with it, not on paper',
      }
    case 'not_present_at_roll_call':
      return { zh: '清点人数时未到会,本次表决无投票权', en: 'Not present at the roll call: no vote in this ballot' }
    case 'may_not_vote_for':
      return {
        zh: '不能替他投票:既不是同一户的成年成员,也没有有效的委托',
        en: 'Not theirs to cast: neither an adult of the household nor a proxy that holds',
      }
    case 'proxies_not_admitted':
      return { zh: `本会议没有委托投票的规定(${p.cite})`, en: `The law on this body knows no proxies (${p.cite})` }
    case 'proxy_for_oneself':
      return { zh: '不能委托自己', en: 'Nobody is one’s own proxy' }
    case 'principal_gave_already':
      return { zh: '已经委托了别人,先撤回才能改托', en: 'A proxy is given already; withdraw it first' }
    case 'onward_proxy':
      return { zh: `受托人不能转委托(${p.cite})`, en: `A vote entrusted to one is not handed on (${p.cite})` }
    case 'proxy_is_candidate':
      return { zh: `候选人不能接受委托(${p.cite})`, en: `A candidate is nobody’s proxy (${p.cite})` }
    case 'proxy_of_another_household':
      return {
        zh: `只能委托同一户的其他家庭成员(${p.cite})`,
        en: `Only another member of the same household may be the proxy (${p.cite})`,
      }
    case 'proxy_for_too_many':
      return {
        zh: `一人最多接受 ${p.max ?? 0} 人委托(${p.cite})`,
        en: `Nobody votes for more than ${p.max ?? 0} (${p.cite})`,
      }
    case 'proxy_used':
      return {
        zh: '受托人已经代投或者代领了选票,不能撤回',
        en: 'The proxy has voted or taken a paper for the principal: it stands',
      }
    case 'proxy_withdrawn':
      return { zh: `委托已经撤回(${hereAt(p.at)})`, en: `Withdrawn already (${hereAt(p.at)})` }
    case 'signed_in_already':
      return { zh: `已签到(${hereAt(p.at)})`, en: `Signed in already (${hereAt(p.at)})` }
    case 'ballots_still_open':
      return { zh: '还有表决没有结束', en: 'A ballot is still open' }
    case 'ballot_closed':
      return { zh: `表决已结束(${hereAt(p.closedAt)})`, en: `The ballot closed at ${hereAt(p.closedAt)}` }
    case 'voted_already':
      return { zh: '已经投过票,一人一票', en: 'You have voted already: one voter, one vote' }
    case 'papers_tallied':
      return { zh: '纸质票已开始计票,不能再领票、投票', en: 'The papers are counted: nobody takes part any more' }
    case 'ballot_secret':
      return { zh: '无记名表决,不公布谁怎样投票', en: 'A secret ballot: who voted how is not told' }
    case 'ballot_not_secret':
      return { zh: '这不是无记名表决', en: 'This is no secret ballot' }
    case 'secret_small_electorate':
      return {
        zh: `参加表决的 ${p.voters} 人${Object.entries(p.groups)
          .map(([group, n]) => `,其中${groupName(group, 'zh')} ${n} 人`)
          .join('')}:人数过少,从结果可能推知个人怎样投票;仍要无记名表决的,须注明知悉`,
        en: `${p.voters} may vote${Object.entries(p.groups)
          .map(([group, n]) => `, ${n} of them ${groupName(group, 'en')}`)
          .join('')}: so few that the result may tell how somebody voted; say smallElectorate to put it all the same`,
      }
    case 'ballot_term_over':
    case 'other_way_of_voting':
    case 'not_circulated':
    case 'recused':
    case 'recused_already':
    case 'recusal_too_late':
    case 'row_refused':
    case 'papers_unconfirmed':
    case 'not_voted_yet':
    case 'vote_stands':
    case 'tellers_not_two':
    case 'groups_to_count':
    case 'more_than_may_vote':
      return ballotWords(p)
    case 'option_unknown':
      return { zh: `没有这个选项,可选:${p.options.join('、')}`, en: `No such option; choose ${p.options.join(', ')}` }
    case 'nothing_resolved':
      return { zh: '尚未作出决议', en: 'Nothing has been resolved yet' }
    case 'candidate_conducts_election':
      return {
        zh: '选举委员会成员被提名为候选人的,应当先退出选举委员会',
        en: 'Whoever is named a candidate leaves the election committee first',
      }
    case 'proxy_not_given':
      return { zh: '没有书面委托,不能代领选票', en: 'No proxy was given in writing to whoever takes the paper' }
    case 'paper_only':
      return {
        zh: '选举和罢免只用纸质选票,不在手机上投票',
        en: 'Elections and recalls are voted on paper, never by phone',
      }
    case 'not_elected':
      return { zh: '此人没有当选该职务', en: 'The election did not elect this person to this office' }
    case 'cause_of_another_body':
      return {
        zh: '登记只用于参加选举的村民名单,名单上的人也只由登记列入',
        en: 'Voters are registered, and nobody else is',
      }
    case 'tree_smaller':
      return {
        zh: `存证校验码 ${p.size} 早于 ${p.asked},前者不能包含后者`,
        en: `Checkpoint ${p.size} is older than ${p.asked} and cannot begin with it`,
      }
    case 'receipt_unreadable':
      return {
        zh: '没有认出回执:请原样粘贴回执文件的全部内容(同一项不能出现两次)、选择回执文件,或扫回执上的码',
        en: 'No receipt was recognised: paste the whole file as it was saved (nothing in it twice), choose it, or scan the code of the receipt',
      }
    case 'not_sealed':
      return {
        zh: `${p.chain} 第 ${p.seq} 条在存证校验码 ${p.size} 中还没有封存`,
        en: `Entry ${p.seq} of ${p.chain} was not yet sealed by checkpoint ${p.size}`,
      }
    case 'address_set_already':
      return { zh: '这个接收地址已经设定', en: 'This address is set already' }
    case 'file_empty':
      return { zh: '文件是空的', en: 'The file is empty' }
    case 'file_too_large':
      return {
        zh: `文件过大:${megabytes(p.bytes)} MB,不能超过 ${megabytes(p.limit)} MB`,
        en: `The file is too large: ${megabytes(p.bytes)} MB, at most ${megabytes(p.limit)}`,
      }
    case 'file_type_wrong':
      return {
        zh: p.found === 'unknown' ? `内容不是 ${p.declared}` : `内容是 ${p.found},不是 ${p.declared}`,
        en: p.found === 'unknown' ? `The content is no ${p.declared}` : `The content is ${p.found}, not ${p.declared}`,
      }
    case 'file_broken':
      return brokenWords[p.why]
    case 'file_unsafe':
      return unsafeWords[p.why]
    case 'comments_too_often':
    case 'photo_undescribed':
    case 'photo_type_wrong':
    case 'guests_not_admitted':
    case 'guests_waiting':
    case 'guest_comment_decided':
    case 'guest_comment_withdrawn':
    case 'hangs_no_more':
    case 'mode_set_already':
      return commentWords(p)
    case 'files_unavailable':
      return { zh: '此服务器没有存放照片和文件的地方', en: 'This server has nowhere to keep photos and documents' }
    case 'file_missing':
      return {
        zh: '文件现在不在存放处,请告知管理员',
        en: 'The file is not where it is kept at present; tell the administrator',
      }
    case 'file_changed':
      return {
        zh: '存放处的文件与档案中的校验值不符,已被改动或损坏,请告知管理员',
        en: 'The file kept does not match the hash in the record: it was changed or damaged; tell the administrator',
      }
    default:
      return { zh: p.zh, en: p.en }
  }
}
