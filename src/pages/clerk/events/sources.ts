import { moderationReasons } from '../../../../workflows/format/catalogue.ts'
import { offices as officesAbove } from '../../../../workflows/law/matter.ts'
import { matters } from '../../../../workflows/law/matters.ts'
import { type BodyKind, bodyKinds } from '../../../../workflows/law/provision.ts'
import {
  bodyName,
  committeeOfficeName,
  disciplineName,
  invitedName,
  type Lang,
  officeName,
} from '../../../../workflows/wording.ts'
import type { CaseAtHand, OpenComment, Told } from '../../../services/views/case-at-hand.ts'
import { common } from '../../words/common.ts'
import { option } from '../../words/fields.ts'
import { moderationReason } from '../../words/moderation.ts'
import type { Source } from './field.ts'

/** What the fields of a clerk's form let one choose from, as the case and the place have it. */

/** Options in words of their own. */
export const of =
  (...values: readonly (keyof typeof option)[]): Source =>
  (_, lang) =>
    values.map((value) => ({ value: String(value), title: option[value][lang] }))

const elsewhere: Readonly<Record<CaseAtHand['sort'], RegExp>> = { village: /^(?:residents|city)-/, city: /^village-/ }

const bodiesOf = ({ sort }: CaseAtHand): readonly BodyKind[] => bodyKinds.filter((body) => !elsewhere[sort].test(body))

export const bodies: Source = (at, lang) => bodiesOf(at).map((value) => ({ value, title: bodyName(value, lang) }))

export const offices: Source = (_, lang) => officesAbove.map((value) => ({ value, title: officeName(value, lang) }))

export const officesAndCounty: Source = (at, lang) => [
  ...offices(at, lang),
  { value: 'county', title: officeName('county', lang) },
]

export const bodiesAndOffices: Source = (at, lang) => [...bodies(at, lang), ...offices(at, lang)]

export const mattersHere: Source = ({ sort }, lang) =>
  matters
    .filter(({ kind }) => kind === 'either' || kind === sort)
    .map(({ id, title }) => ({ value: id, title: title[lang] }))

export const invited: Source = ({ stage }, lang) =>
  (stage.kind === 'consultation' ? stage.invites : []).map((value) => ({ value, title: invitedName(value, lang) }))

export const disciplines: Source = ({ stage }, lang) =>
  (stage.kind === 'review' ? stage.disciplines : []).map((value) => ({ value, title: disciplineName(value, lang) }))

export const committeeOffices: Source = ({ stage }, lang) =>
  (stage.kind === 'election' ? stage.offices : []).map(({ office }) => ({
    value: office,
    title: committeeOfficeName(office, lang),
  }))

export const candidates: Source = (at, lang) =>
  at.candidates.map(({ id, name, office }) => ({
    value: id,
    title: `${name ?? common[lang].erased} · ${committeeOfficeName(office, lang)}`,
  }))

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}……` : text)

const told = (items: readonly Told[], lang: Lang) =>
  items.map(({ id, text }, index) => ({ value: id, title: `${index + 1}. ${shortened(text ?? common[lang].erased)}` }))

export const advice: Source = (at, lang) => told(at.advice, lang)
export const orders: Source = (at, lang) => told(at.orders, lang)

const comments =
  (which: (one: OpenComment) => boolean): Source =>
  (at, lang) =>
    told(at.comments.filter(which), lang)

export const unanswered = comments((one) => one.admitted && !one.objection && !one.answered)
export const admitted = comments((one) => one.admitted)
export const keptBack = comments((one) => !one.admitted)
export const objections = comments((one) => one.objection && one.admitted)

export const draftAtHand: Source = ({ draft }, lang) =>
  draft === null ? [] : [{ value: String(draft.n), title: lang === 'zh' ? `第 ${draft.n} 稿` : `draft ${draft.n}` }]

export const postingAtHand: Source = ({ posting }, lang) =>
  posting === null
    ? []
    : [
        {
          value: posting.id,
          title: lang === 'zh' ? `现在张贴的(到 ${posting.lastDay})` : `hanging until ${posting.lastDay}`,
        },
      ]

export const discussions: Source = (at, lang) =>
  at.discussions.map(({ id, body, heldOn }) => ({ value: id, title: `${heldOn} ${bodyName(body, lang)}` }))

const otherCases =
  (ended: boolean | undefined): Source =>
  (at, lang) =>
    at.others
      .filter((one) => ended === undefined || one.ended === ended)
      .map(({ id, number, title }) => ({ value: id, title: `${number}. ${title ?? common[lang].erased}` }))

export const anyOther = otherCases(undefined)
export const otherRunning = otherCases(false)

export const stages: Source = (at, lang) => at.stages.map(({ id, title }) => ({ value: id, title: title[lang] }))

export const moderation: Source = (_, lang) =>
  moderationReasons.map((value) => ({ value, title: moderationReason(value, lang) }))

export const concerns: Source = (_, lang) => [
  { value: 'none', title: option.none[lang] },
  { value: 'concern', title: option.concern[lang] },
  { value: 'objection', title: option.objects[lang] },
]
