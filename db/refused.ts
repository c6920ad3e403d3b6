/** Why a database is not taken into service; the message says what the operator can do. */
export type RefusedCode =
  | 'folder_in_use'
  | 'folder_of_another_user'
  | 'folder_out_of_reach'
  | 'folder_of_another_version'
  | 'cluster_missing'
  | 'no_database'
  | 'secrets_missing'
  | 'no_binaries'
  | 'no_server_user'
  | 'server_did_not_start'
  | 'login_too_powerful'
  | 'login_owns_tables'
  | 'migrations_missing'
  | 'migration_changed'
  | 'migration_unknown'
  | 'migration_misnumbered'
  | 'role_missing'

/** Thrown while a database is opened, before anything is served: an operator reads it, no clerk does. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly code: RefusedCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: RefusedCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.facts = facts
  }
}
