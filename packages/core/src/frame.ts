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
  return (member) => {
    const own = { ...form }
    for (let i = 0; i < names.length; i++) {
      const { cells, numbers } = parts[i]!
      own[names[i]!] = cells === 1 ? numbers[member]! : listOf(numbers, cells, members, member)
    }
    return { step, signals: own }
  }
}

function listOf(numbers: Float64Array, cells: number, members: number, member: number): number[] {
  // A list that grows takes room for 17 numbers at once; most have two.
  if (cells === 2) return [numbers[member]!, numbers[members + member]!]
  const list: number[] = []
  for (let cell = 0; cell < cells; cell++) list.push(numbers[cell * members + member]!)
  return list
}
