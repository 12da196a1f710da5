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
  return copied(frame, Object.keys(frame.signals), member)
}

/** Every member of a frame, copied. */
export function observeAll(frame: Frame): Observation[] {
  const names = Object.keys(frame.signals)
  const seen: Observation[] = []
  for (let member = 0; member < frame.members; member++) seen.push(copied(frame, names, member))
  return seen
}

/** Written out: all members of all frames go through here. */
function copied(
  { step, members, signals }: Frame,
  names: readonly string[],
  member: number,
): Observation {
  const own: Record<string, number | readonly number[]> = {}
  for (let i = 0; i < names.length; i++) {
    const { cells, numbers } = signals[names[i]!]!
    if (cells === 1) own[names[i]!] = numbers[member]!
    else {
      const list: number[] = []
      for (let cell = 0; cell < cells; cell++) list.push(numbers[cell * members + member]!)
      own[names[i]!] = list
    }
  }
  return { step, signals: own }
}
