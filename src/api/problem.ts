import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { groundText } from '../../workflows/wording.ts'
import type { Refusal } from '../services/refusal.ts'
import { problemWords } from './problem-words.ts'

/** What goes wrong before a service is asked. */
export type InputProblem =
  | { readonly code: 'input_invalid'; readonly faults: readonly { readonly at: string; readonly message: string }[] }
  | { readonly code: 'json_malformed' }
  | { readonly code: 'token_invalid'; readonly reason: string }
  | { readonly code: 'token_missing' }
  | { readonly code: 'route_unknown' }
  /** `retryAfter` is in seconds. */
  | { readonly code: 'too_many_requests'; readonly retryAfter: number }
  | { readonly code: 'content_type_wrong'; readonly wanted: string }
  | { readonly code: 'body_too_large'; readonly limit: number }
  | { readonly code: 'database_unavailable' }
  | { readonly code: 'internal_error' }

export type Problem = Refusal | InputProblem

/** One table maps codes to HTTP status; a code is added, never renamed. */
const statusOf: Readonly<Record<Problem['code'], ContentfulStatusCode>> = {
  input_invalid: 422,
  json_malformed: 400,
  token_invalid: 401,
  token_missing: 401,
  route_unknown: 404,
  too_many_requests: 429,
  content_type_wrong: 415,
  body_too_large: 413,
  database_unavailable: 503,
  too_many_listeners: 503,
  internal_error: 500,
  not_found: 404,
  session_ended: 401,
  paper_not_formed: 409,
  forbidden: 403,
  idempotency_key_reused: 422,
  sign_in_failed: 401,
  sign_in_too_often: 429,
  slip_mistyped: 422,
  password_weak: 422,
  login_taken: 409,
  person_has_account: 409,
  last_administrator: 409,
  setup_token_wrong: 403,
  calendar_year_unknown: 409,
  calendar_days_unfit: 422,
  day_in_future: 422,
  case_ended: 409,
  not_in_this_step: 409,
  gate_closed: 409,
  does_not_fit: 409,
  choices_faulty: 422,
  procedure_not_for_this_place: 422,
  roster_too_large: 413,
  roster_encoding_unknown: 422,
  roster_is_xlsx: 415,
  roster_not_text: 422,
  roster_header_missing: 422,
  roster_columns_missing: 422,
  roster_column_twice: 422,
  roster_malformed: 422,
  roster_empty: 422,
  roster_unconfirmed: 409,
  roster_changed_since_preview: 409,
  roster_imported_already: 409,
  roster_not_imported: 409,
  person_faulty: 422,
  person_on_roster_already: 409,
  person_left_already: 409,
  person_died: 409,
  person_unchanged: 422,
  id_number_taken: 409,
  household_number_taken: 409,
  units_faulty: 422,
  units_empty: 422,
  unit_owned_already: 409,
  developer_also_buyer: 409,
  developer_by_two: 409,
  in_household_already: 409,
  not_of_age: 422,
  day_too_early: 422,
  day_too_far: 422,
  office_unknown: 422,
  seated_already: 409,
  seat_contradicts: 409,
  seat_brought: 409,
  represents_no_households: 422,
  households_unstated: 409,
  no_such_rule: 409,
  absences_too_few: 409,
  excused_already: 409,
  not_for_a_township: 409,
  granted_already: 409,
  item_refused: 422,
  joined_already: 409,
  not_merged: 409,
  topic_settled_already: 409,
  topic_withdrawn: 409,
  topic_sorted_already: 409,
  topic_joined_by_others: 409,
  topic_of_another: 403,
  body_empty: 409,
  presider_not_on_roll: 422,
  agenda_item_unfit: 409,
  demand_for_another_body: 409,
  demand_not_admitted: 409,
  demand_answered: 409,
  not_signed: 409,
  signature_withdrawn: 409,
  presider_unfit: 422,
  day_not_ahead: 422,
  roll_called_already: 409,
  roll_cause_unproved: 409,
  on_roll_already: 409,
  meeting_not_begun: 409,
  attestation_decided: 409,
  second_person_needed: 403,
  confirmed_already: 409,
  supervisor_must_confirm: 403,
  not_a_higher_body: 409,
  merged_with_itself: 422,
  still_running: 409,
  nothing_to_correct: 422,
  meeting_ended: 409,
  meeting_not_today: 409,
  hall_code_wrong: 403,
  not_on_roll: 403,
  slip_unknown: 422,
  remote_not_admitted: 403,
  beyond_voters: 422,
  meeting_not_ended: 409,
  minutes_not_written: 409,
  minutes_changed: 409,
  minutes_approved: 409,
  presider_has_account: 409,
  not_present_at_roll_call: 403,
  may_not_vote_for: 403,
  proxies_not_admitted: 409,
  proxy_for_oneself: 422,
  principal_gave_already: 409,
  onward_proxy: 409,
  proxy_is_candidate: 409,
  proxy_of_another_household: 409,
  proxy_for_too_many: 409,
  proxy_used: 409,
  proxy_withdrawn: 409,
  signed_in_already: 409,
  ballots_still_open: 409,
  ballot_closed: 409,
  voted_already: 409,
  papers_tallied: 409,
  ballot_secret: 409,
  ballot_not_secret: 409,
  secret_small_electorate: 409,
  ballot_term_over: 409,
  other_way_of_voting: 409,
  not_circulated: 409,
  recused: 403,
  recused_already: 409,
  recusal_too_late: 409,
  row_refused: 409,
  papers_unconfirmed: 409,
  not_voted_yet: 409,
  vote_stands: 409,
  tellers_not_two: 422,
  groups_to_count: 422,
  more_than_may_vote: 422,
  option_unknown: 422,
  nothing_resolved: 404,
  candidate_conducts_election: 409,
  proxy_not_given: 409,
  paper_only: 409,
  not_elected: 409,
  cause_of_another_body: 422,
  tree_smaller: 409,
  receipt_unreadable: 422,
  not_sealed: 404,
  address_set_already: 409,
  file_empty: 422,
  file_too_large: 413,
  file_type_wrong: 415,
  file_broken: 422,
  file_unsafe: 422,
  comments_too_often: 429,
  photo_undescribed: 422,
  photo_type_wrong: 415,
  guests_not_admitted: 403,
  guests_waiting: 503,
  guest_comment_decided: 409,
  guest_comment_withdrawn: 409,
  hangs_no_more: 409,
  mode_set_already: 409,
  files_unavailable: 503,
  file_missing: 503,
  file_changed: 500,
}

/** A problem as a page says it: in words, with the status that it answers with. */
export const explain = (problem: Problem) => ({ status: statusOf[problem.code], ...problemWords(problem) })

/** Answers RFC 9457 problem details: the stable code, its facts, and what it means in Chinese and English. */
export const answerProblem = (c: Context, refusal: Problem): Response => {
  const { code, ...facts } = refusal
  const status = statusOf[code]
  const words = problemWords(refusal)
  const grounds =
    refusal.code === 'gate_closed'
      ? { zh: refusal.grounds.map((g) => groundText(g, 'zh')), en: refusal.grounds.map((g) => groundText(g, 'en')) }
      : undefined
  const body = {
    type: `/docs#problem-${code}`,
    title: words.zh,
    status,
    code,
    detail: words.en,
    zh: words.zh,
    en: words.en,
    facts,
    ...(grounds ? { explained: grounds } : {}),
  }
  c.header('content-type', 'application/problem+json; charset=utf-8')
  if (status === 401) c.header('www-authenticate', 'Bearer')
  if ('retryAfter' in refusal) c.header('retry-after', String(refusal.retryAfter))
  return c.body(JSON.stringify(body), status)
}
