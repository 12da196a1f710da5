/** Flags of `report`. */
export interface ReportFlags {
  /** Where the page is written; `-` for standard output. */
  readonly out?: string
  /** A folder for the figures as separate files. */
  readonly svg?: string
  /** Print JSON lines. */
  readonly json?: boolean
}
