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
  const signals: Record<string, number | readonly number[]> = {}
  for (const [name, signal] of Object.entries(frame.signals))
    signals[name] = read(signal, frame.members, member)
  return { step: frame.step, signals }
}

function read(
  { cells, numbers }: Signal,
  members: number,
  member: number,
): number | readonly number[] {
  if (cells === 1) return numbers[member]!
  return Array.from({ length: cells }, (_, cell) => numbers[cell * members + member]!)
}
