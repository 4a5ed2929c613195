/** Rows of the database; filled in with the first migration. */
export interface Tables {
  readonly schema_version: { version: number }
}
