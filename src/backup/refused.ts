/** Why a backup is not written, or not put back; the message says what the operator can do. */
export type BackupRefusedCode =
  | 'file_exists'
  | 'no_such_community'
  | 'no_such_folder'
  | 'too_large'
  | 'backup_under_way'
  | 'never_migrated'
  | 'being_migrated'
  | 'tables_in_a_circle'
  | 'table_of_nobody'
  | 'not_a_backup'
  | 'cut_short'
  | 'changed'
  | 'of_older_release'
  | 'of_another_release'
  | 'database_not_empty'
  | 'files_not_empty'
  | 'keys_missing'
  | 'other_keys'
  | 'row_refused'
  | 'file_wrong'
  | 'does_not_agree'
  | 'not_a_checkpoint'

/** Thrown while a backup is written or put back: an operator reads it. Nothing has been left behind then. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly code: BackupRefusedCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: BackupRefusedCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.facts = facts
  }
}
