import type { CaseRefusal } from '../../workflows/case.ts'
import type { CommentMode, WayOfVoting } from '../../workflows/format/catalogue.ts'
import type { ProxyFault } from '../../workflows/law/proxies.ts'
import type { ExpandRefusal } from '../../workflows/procedures/procedure.ts'
import type { SmallElectorate } from '../../workflows/secrecy.ts'
import type { UploadRefusal } from '../documents/upload.ts'
import type { ToldFault } from '../roster/faults.ts'
import type { RosterRefusal } from '../roster/read.ts'
import type { ToldUnitFault } from '../roster/unit-faults.ts'

/** Why somebody's vote on a list cannot be entered. */
export type RowFault = 'voted_already' | 'not_present_at_roll_call' | 'not_on_roll' | 'recused' | 'named_twice'

/** What a service refuses with: a stable code and its facts. Codes are added, never renamed. */
export type Refusal =
  | CaseRefusal
  | ExpandRefusal
  | RosterRefusal
  | UploadRefusal
  | { readonly code: 'not_found'; readonly what: string }
  | { readonly code: 'session_ended' }
  /** What it is made of has not come about yet. */
  | { readonly code: 'paper_not_formed'; readonly kind: string }
  | { readonly code: 'forbidden'; readonly needs: readonly string[] }
  | { readonly code: 'idempotency_key_reused' }
  | { readonly code: 'sign_in_failed' }
  /** `retryAfter` is in seconds. */
  | { readonly code: 'sign_in_too_often'; readonly retryAfter: number }
  | { readonly code: 'slip_mistyped' }
  | { readonly code: 'password_weak'; readonly faults: readonly string[] }
  | { readonly code: 'login_taken'; readonly login: string }
  | { readonly code: 'person_has_account' }
  | { readonly code: 'last_administrator' }
  | { readonly code: 'setup_token_wrong' }
  | { readonly code: 'calendar_year_unknown'; readonly year: string }
  | { readonly code: 'calendar_days_unfit'; readonly year: string; readonly days: readonly string[] }
  | { readonly code: 'day_in_future'; readonly day: string; readonly today: string }
  | { readonly code: 'roster_unconfirmed'; readonly faulty: readonly number[] }
  | { readonly code: 'roster_changed_since_preview' }
  | { readonly code: 'roster_imported_already' }
  | { readonly code: 'roster_not_imported' }
  | { readonly code: 'roster_empty' }
  | { readonly code: 'person_faulty'; readonly faults: readonly ToldFault[] }
  | { readonly code: 'person_on_roster_already'; readonly person: string }
  | { readonly code: 'person_left_already'; readonly on: string }
  | { readonly code: 'person_died'; readonly person: string; readonly on: string }
  | { readonly code: 'person_unchanged' }
  | { readonly code: 'id_number_taken'; readonly person: string }
  | { readonly code: 'household_number_taken'; readonly household: string }
  | { readonly code: 'in_household_already' }
  /** Rows of a list of units that cannot stand: nothing of the list was recorded. */
  | { readonly code: 'units_faulty'; readonly faults: readonly ToldUnitFault[] }
  | { readonly code: 'units_empty' }
  | { readonly code: 'unit_owned_already'; readonly owner: string }
  | { readonly code: 'developer_also_buyer' | 'developer_by_two'; readonly person: string }
  | { readonly code: 'not_of_age'; readonly person: string; readonly on: string }
  | { readonly code: 'day_too_early'; readonly day: string; readonly earliest: string }
  | { readonly code: 'day_too_far'; readonly day: string; readonly latest: string }
  | { readonly code: 'office_unknown'; readonly body: string; readonly offices: readonly string[] }
  | { readonly code: 'seated_already'; readonly person: string; readonly body: string; readonly from: string }
  | { readonly code: 'seat_contradicts'; readonly person: string; readonly body: string }
  /** The seat goes with another: that one is to be ended. */
  | { readonly code: 'seat_brought'; readonly body: string; readonly by: string }
  | { readonly code: 'represents_no_households'; readonly person: string; readonly body: string }
  /** Representatives of whom nobody said how many households stand behind them, where the matter is weighed by that. */
  | { readonly code: 'households_unstated'; readonly people: readonly string[]; readonly cite: string }
  | { readonly code: 'no_such_rule'; readonly body: string }
  | { readonly code: 'absences_too_few'; readonly person: string; readonly have: number; readonly need: number }
  | { readonly code: 'excused_already' }
  | { readonly code: 'not_for_a_township' }
  | { readonly code: 'granted_already' }
  | { readonly code: 'item_refused'; readonly index: number; readonly because: string }
  | { readonly code: 'joined_already' }
  | { readonly code: 'not_merged'; readonly topic: string }
  | { readonly code: 'topic_settled_already'; readonly topic: string }
  | { readonly code: 'topic_withdrawn'; readonly topic: string }
  | { readonly code: 'topic_sorted_already'; readonly topic: string }
  | { readonly code: 'topic_joined_by_others'; readonly supporters: number }
  | { readonly code: 'topic_of_another' }
  | { readonly code: 'body_empty'; readonly body: string }
  | { readonly code: 'presider_not_on_roll' }
  | { readonly code: 'agenda_item_unfit'; readonly proposal: string; readonly because: CaseRefusal }
  | { readonly code: 'demand_for_another_body'; readonly body: string }
  | { readonly code: 'demand_not_admitted'; readonly body: string; readonly of: string }
  | { readonly code: 'demand_answered'; readonly meeting: string }
  | { readonly code: 'not_signed' }
  | { readonly code: 'signature_withdrawn'; readonly person: string }
  | { readonly code: 'presider_unfit'; readonly presides: readonly string[] }
  | { readonly code: 'day_not_ahead'; readonly day: string; readonly today: string }
  | { readonly code: 'roll_called_already' }
  | { readonly code: 'roll_cause_unproved'; readonly cause: string; readonly person: string }
  | { readonly code: 'on_roll_already'; readonly person: string }
  | { readonly code: 'meeting_not_begun' }
  | { readonly code: 'attestation_decided'; readonly outcome: string }
  | { readonly code: 'second_person_needed' }
  | { readonly code: 'confirmed_already' }
  | { readonly code: 'supervisor_must_confirm' }
  | { readonly code: 'not_a_higher_body'; readonly body: string; readonly over: string }
  | { readonly code: 'merged_with_itself' }
  | { readonly code: 'still_running'; readonly proposal: string }
  | { readonly code: 'nothing_to_correct' }
  | { readonly code: 'meeting_ended'; readonly outcome: string }
  | { readonly code: 'meeting_not_today'; readonly on: string; readonly today: string }
  | { readonly code: 'hall_code_wrong' }
  | { readonly code: 'not_on_roll' }
  /** The place in the list of a slip that nobody holds any more. */
  | { readonly code: 'slip_unknown'; readonly index: number }
  | { readonly code: 'remote_not_admitted'; readonly stages: readonly string[] }
  | { readonly code: 'beyond_voters'; readonly supposed: number; readonly mayVote: number }
  /** `retryAfter` is in seconds. */
  | { readonly code: 'too_many_listeners'; readonly retryAfter: number }
  | { readonly code: 'meeting_not_ended' }
  | { readonly code: 'minutes_not_written' }
  | { readonly code: 'minutes_changed'; readonly newest: number }
  | { readonly code: 'minutes_approved'; readonly at: string }
  | { readonly code: 'presider_has_account' }
  | { readonly code: 'not_present_at_roll_call' }
  | { readonly code: 'may_not_vote_for' }
  /** Why the law on the body does not admit a proxy; `cite` is that law, or what it does not say. */
  | { readonly code: ProxyFault; readonly cite: string; readonly max?: number }
  | { readonly code: 'proxy_used' }
  | { readonly code: 'proxy_withdrawn'; readonly at: string }
  | { readonly code: 'signed_in_already'; readonly at: string }
  | { readonly code: 'ballots_still_open'; readonly ballots: readonly string[] }
  | { readonly code: 'ballot_closed'; readonly closedAt: string }
  | { readonly code: 'voted_already' }
  | { readonly code: 'papers_tallied' }
  | { readonly code: 'ballot_secret' }
  | { readonly code: 'ballot_not_secret' }
  | ({ readonly code: 'secret_small_electorate' } & SmallElectorate)
  | { readonly code: 'ballot_term_over'; readonly until: string }
  /** How this ballot is taken instead. */
  | { readonly code: 'other_way_of_voting'; readonly voting: WayOfVoting | 'circulated' }
  | { readonly code: 'not_circulated' }
  | { readonly code: 'recused' }
  | { readonly code: 'recused_already' }
  | { readonly code: 'recusal_too_late' }
  /** A row of a list that cannot stand: nothing of the list was entered. */
  | { readonly code: 'row_refused'; readonly row: number; readonly person: string; readonly because: RowFault }
  | { readonly code: 'papers_unconfirmed'; readonly attestations: readonly string[] }
  | { readonly code: 'not_voted_yet' }
  | { readonly code: 'vote_stands' }
  | { readonly code: 'tellers_not_two' }
  | { readonly code: 'groups_to_count'; readonly groups: readonly string[] }
  | { readonly code: 'more_than_may_vote'; readonly counted: number; readonly mayVote: number }
  | { readonly code: 'option_unknown'; readonly options: readonly string[] }
  | { readonly code: 'nothing_resolved' }
  | { readonly code: 'candidate_conducts_election'; readonly person: string }
  | { readonly code: 'proxy_not_given'; readonly voter: string }
  | { readonly code: 'paper_only' }
  | { readonly code: 'not_elected'; readonly person: string; readonly office: string }
  | { readonly code: 'cause_of_another_body'; readonly body: string; readonly cause: string }
  | { readonly code: 'tree_smaller'; readonly asked: number; readonly size: number }
  /** What was given is no receipt of this system, nor the code of one. */
  | { readonly code: 'receipt_unreadable' }
  | { readonly code: 'not_sealed'; readonly chain: string; readonly seq: number; readonly size: number }
  | { readonly code: 'address_set_already' }
  /** `from` is the instant from which another is taken, `retryAfter` the seconds until then. */
  | { readonly code: 'comments_too_often'; readonly from: string; readonly retryAfter: number }
  | { readonly code: 'photo_undescribed' | 'photo_type_wrong' }
  /** Guests are not admitted here: who comments signs in. */
  | { readonly code: 'guests_not_admitted' }
  /** So many comments of guests wait for the office. */
  | { readonly code: 'guests_waiting'; readonly waiting: number }
  | { readonly code: 'guest_comment_decided' }
  | { readonly code: 'guest_comment_withdrawn' }
  /** The posting on which it was made has been taken down. */
  | { readonly code: 'hangs_no_more' }
  | { readonly code: 'mode_set_already'; readonly mode: CommentMode }
  | { readonly code: 'files_unavailable' }
  | { readonly code: 'file_missing' }
  | { readonly code: 'file_changed' }

export type RefusalOf<C extends Refusal['code']> = Extract<Refusal, { code: C }>
