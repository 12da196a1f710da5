/** One thing that was looked at when a run was verified. */
export interface Check {
  readonly check: 'plan' | 'chunks' | 'taint' | 'frames' | 'table' | 'again' | 'versions' | 'claim'
  /** `unlike`: it is not as it should be; `open`: it could not be looked at. */
  readonly result: 'ok' | 'unlike' | 'open' | 'note'
  /** A line for people. */
  readonly text: string
  /** Names and numbers for programs. */
  readonly detail?: Readonly<Record<string, unknown>>
}
