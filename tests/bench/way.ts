/** A line of a table: what was done, by whom, and what a step took, in ns a member; null for what cannot be told here. */
export interface Row {
  readonly work: string
  readonly members: number
  readonly who: string
  readonly ns: number | null
}

/** How a row is found out. */
export interface Way extends Omit<Row, 'ns'> {
  readonly measure: () => number | null | Promise<number | null>
}

/** Is told how far a section has come, a line at a time. */
export type Tell = (line: string) => void

/** Measures one way after the other, and tells each. */
export async function measured(ways: readonly Way[], tell: Tell): Promise<Row[]> {
  const rows: Row[] = []
  for (const { work, members, who, measure } of ways) {
    const ns = await measure()
    rows.push({ work, members, who, ns })
    const found = ns === null ? 'not on this machine' : `${ns.toFixed(1)} ns`
    tell(`${rows.length}/${ways.length} ${work}, ${members} members, ${who}: ${found}`)
  }
  return rows
}
