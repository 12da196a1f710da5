/** A line of the table: what was done, by whom, and what a step took, in ns a member. */
export interface Row {
  readonly work: string
  readonly members: number
  readonly who: string
  readonly ns: number
}
