/** Repeats of what is short: many, so that one of them finds the core to itself. */
export const manyRepeats = 100

/** The least time of several repeats, in ns a unit of work. */
export function least(repeats: number, work: () => void, units: number): number {
  let best = Infinity
  for (let k = 0; k < repeats; k++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return (best * 1e6) / units
}
