/** Numbers of one name in a frame: cell c of member m stands at `numbers[c * members + m]`. */
export interface Signal {
  /** Numbers per member; 1 for a scalar. */
  readonly cells: number
  readonly numbers: Float64Array
}

/**
 * What is kept of a step, for all members. Signals are named by owner and array, in the units of the sample space:
 * `generator.means`, `discriminator.left`, `target.means`, `payoff`, `gradient.generator` (norm), and one signal a metric.
 */
export interface Frame {
  readonly step: number
  readonly members: number
  readonly signals: Readonly<Record<string, Signal>>
}

/** What a detector sees of one member at one step: named numbers, or lists of numbers. */
export interface Observation {
  readonly step: number
  readonly signals: Readonly<Record<string, number | readonly number[]>>
}

/** One member of a frame, copied: scalars as numbers, everything else as lists. */
export function observe(frame: Frame, member: number): Observation {
  return observer(frame)(member)
}

/**
 * Copies members of a frame: all their signals, or only those whose names are looked for. Written out: all members of all
 * frames go through here.
 */
export function observer(
  { step, members, signals }: Frame,
  wanted?: (name: string) => boolean,
): (member: number) => Observation {
  const names = wanted ? Object.keys(signals).filter(wanted) : Object.keys(signals)
  const parts = names.map((name) => signals[name]!)
  // A copy of a record that has all names takes less than one that grows by them.
  const form = Object.fromEntries(
    names.map((name): [string, number | readonly number[]] => [name, NaN]),
  )
  // A target is the same for all members, mostly: one list tells it.
  const shared = parts.map((part) => (sameForAll(part, members) ? listOf(part, members, 0) : null))
  return (member) => {
    const own = { ...form }
    for (let i = 0; i < names.length; i++) {
      const part = parts[i]!
      own[names[i]!] =
        part.cells === 1 ? part.numbers[member]! : (shared[i] ?? listOf(part, members, member))
    }
    return { step, signals: own }
  }
}

/** Whether each of several numbers is the same for all members, bit by bit. */
function sameForAll({ cells, numbers }: Signal, members: number): boolean {
  if (cells === 1 || members === 1) return false
  for (let cell = 0; cell < cells; cell++) {
    const first = numbers[cell * members]!
    for (let m = 1; m < members; m++)
      if (!Object.is(numbers[cell * members + m], first)) return false
  }
  return true
}

function listOf({ cells, numbers }: Signal, members: number, member: number): number[] {
  // A list that grows takes room for 17 numbers at once; most have two.
  if (cells === 2) return [numbers[member]!, numbers[members + member]!]
  const list: number[] = []
  for (let cell = 0; cell < cells; cell++) list.push(numbers[cell * members + member]!)
  return list
}
