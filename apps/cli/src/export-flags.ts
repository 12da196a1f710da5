/** Flags of `export`. */
export interface ExportFlags {
  readonly csv?: string
  readonly json?: string
  readonly parquet?: string
  /** A row a member. */
  readonly members?: boolean
  /** Write what is there. */
  readonly partial?: boolean
  /** Write over files that exist. */
  readonly force?: boolean
}
