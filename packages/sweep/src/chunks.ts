/** Members of one group that are computed and committed together: [from, to) of the group. */
export interface Chunk {
  readonly chunk: number
  readonly group: number
  readonly from: number
  readonly to: number
}

/** About so many steps of members make a chunk: a fraction of a second for first-order dynamics. */
const work = 12_000_000
/** At least so many chunks, where members suffice: there must be some for every core. */
const fewest = 32

/** How many members a chunk has when nobody says: a function of the plan alone, never of the machine. */
export function chunkSize(members: number, steps: number): number {
  const byWork = Math.ceil(work / steps)
  const byCount = Math.ceil(members / fewest)
  const wanted = Math.max(16, Math.min(byWork, byCount, 8192))
  return wanted > 64 ? Math.ceil(wanted / 64) * 64 : wanted
}

/** Chunks of groups of so many members each, in the order of members. */
export function chunksOf(members: readonly number[], size: number): Chunk[] {
  const chunks: Chunk[] = []
  members.forEach((count, group) => {
    for (let from = 0; from < count; from += size)
      chunks.push({ chunk: chunks.length, group, from, to: Math.min(count, from + size) })
  })
  return chunks
}
