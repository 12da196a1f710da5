/**
 * Which of so many chunks are played again: one of each of `wanted` equal parts, so that groups, which stand one after the
 * other, all have their turn; where in its part, the hash of the plan says. The same for every reader.
 */
export function sampleOf(chunks: number, wanted: number, hash: string): number[] {
  const parts = Math.min(chunks, wanted)
  const offset = Number.parseInt(hash.slice(0, 8), 16)
  return Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * chunks) / parts)
    const to = Math.floor(((part + 1) * chunks) / parts)
    return from + (offset % (to - from))
  })
}
