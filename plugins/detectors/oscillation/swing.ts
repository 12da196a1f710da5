import type { Report } from '@ganglion/core'

interface Extreme {
  readonly step: number
  readonly value: number
}

/** The swing of one number under way, and the train of extremes behind it. */
export interface Swing {
  readonly reported: boolean
  /** The last value seen. */
  readonly value: number
  /** Up, down, or not known yet. */
  readonly direction: 1 | -1 | 0
  /** Where this swing got farthest; before the first one, the lowest and the highest value. */
  readonly far: Extreme
  readonly other: Extreme
  /** The way that the signal took, and its observations, since the last extreme and up to `far`. */
  readonly path: number
  readonly count: number
  readonly farPath: number
  readonly farCount: number
  readonly train: readonly Extreme[]
}

/** What counts as a swing, and how many make an oscillation: the options of the detector. */
export interface Limits {
  readonly amplitude: number
  readonly swings: number
  readonly decay: number
  readonly roughness: number
}

/** A swing of fewer observations may be noise. */
const shortest = 4
/** A swing that takes this many times its height counts as smooth, however short. */
const monotone = 1.1
/** Neighbouring swings of a train differ in duration by no more than this factor. */
const uneven = 2.5

const nowhere: Extreme = { step: 0, value: Number.NaN }
/** Nothing seen yet. */
export const blank: Swing = {
  reported: false,
  value: Number.NaN,
  direction: 0,
  far: nowhere,
  other: nowhere,
  path: 0,
  count: 0,
  farPath: 0,
  farCount: 0,
  train: [],
}

const begun = (step: number, value: number): Swing => {
  const here = { step, value }
  return { ...blank, value, far: here, other: here }
}

const duration = (train: readonly Extreme[], i: number) => train[i]!.step - train[i - 1]!.step
const height = (train: readonly Extreme[], i: number) =>
  Math.abs(train[i]!.value - train[i - 1]!.value)

/** Before the first swing: waits until the values lie apart by the amplitude. */
function waiting(memory: Swing, step: number, value: number, amplitude: number): Swing {
  const { far: low, other: high } = memory
  const here = { step, value }
  if (value - low.value >= amplitude) return { ...memory, value, direction: 1, far: here }
  if (high.value - value >= amplitude) return { ...memory, value, direction: -1, far: here }
  if (value > low.value && value < high.value) return memory
  return {
    ...memory,
    value,
    far: value <= low.value ? here : low,
    other: value >= high.value ? here : high,
  }
}

/** The train with the extreme just confirmed, begun anew where it is not regular. */
function extended({ train, far, farPath, farCount }: Swing, roughness: number): readonly Extreme[] {
  const last = train.at(-1)
  if (!last) return [far]
  const allowed = Math.max(monotone, roughness * Math.sqrt(farCount))
  const smooth = farCount >= shortest && farPath <= allowed * Math.abs(far.value - last.value)
  if (!smooth) return [far]
  const longer = [...train, far]
  if (longer.length < 3) return longer
  const ratio = duration(longer, longer.length - 1) / duration(longer, longer.length - 2)
  return ratio <= uneven && ratio * uneven >= 1 ? longer : [last, far]
}

/** One observation further in a swing. */
function swinging(memory: Swing, step: number, value: number, limits: Limits): Swing {
  const { direction, far } = memory
  const path = memory.path + Math.abs(value - memory.value)
  const count = memory.count + 1
  const ahead = (value - far.value) * direction
  if (ahead > 0) return moved(memory, value, { step, value }, path, count)
  if (-ahead < limits.amplitude) return behind(memory, value, path, count)
  return {
    ...moved(memory, value, { step, value }, path - memory.farPath, count - memory.farCount),
    direction: direction === 1 ? -1 : 1,
    train: extended(memory, limits.roughness).slice(-limits.swings - 1),
  }
}

/** Farther than ever in this swing. Written out, like the next one: they run at every step. */
const moved = (m: Swing, value: number, far: Extreme, path: number, count: number): Swing => ({
  reported: m.reported,
  value,
  direction: m.direction,
  far,
  other: m.other,
  path,
  count,
  farPath: path,
  farCount: count,
  train: m.train,
})

/** Somewhere behind the farthest point of this swing. */
const behind = (m: Swing, value: number, path: number, count: number): Swing => ({
  reported: m.reported,
  value,
  direction: m.direction,
  far: m.far,
  other: m.other,
  path,
  count,
  farPath: m.farPath,
  farCount: m.farCount,
  train: m.train,
})

/** Names of numbers that show a train of swings. */
function evidenceOf(train: readonly Extreme[], amplitude: number): Record<string, number> {
  const swings = train.length - 1
  if (swings < 1) return { swings: 0, limit: amplitude }
  let heights = 0
  for (let i = 1; i <= swings; i++) heights += height(train, i)
  const period = (2 * (train[swings]!.step - train[0]!.step)) / swings
  return {
    amplitude: heights / swings,
    period,
    swings,
    last: height(train, swings),
    limit: amplitude,
  }
}

/** Too long without a turn for the rhythm it had: a longest swing, and the time to see that it ended. */
function faded({ train }: Swing, step: number): boolean {
  let longest = 0
  for (let i = 1; i < train.length; i++) longest = Math.max(longest, duration(train, i))
  return step - train.at(-1)!.step > (uneven + 1) * longest
}

function judged(memory: Swing, before: Swing, limits: Limits): readonly [Swing, Report | null] {
  const { train } = memory
  const evidence = () => evidenceOf(train, limits.amplitude)
  if (memory.reported) {
    if (train.length > limits.swings) return [memory, null]
    const since = before.train.at(-1)!.step
    return [
      { ...memory, reported: false },
      { type: 'cleared', since, evidence: evidence() },
    ]
  }
  if (train.length <= limits.swings) return [memory, null]
  const kept = height(train, train.length - 1) >= limits.decay * height(train, 1)
  if (!kept) return [memory, null]
  const report: Report = { type: 'event', since: train[0]!.step, evidence: evidence() }
  return [{ ...memory, reported: true }, report]
}

/** One observation of a number further: the swing after it, and a report where its oscillation begins or ends. */
export function followed(
  swing: Swing,
  step: number,
  value: number,
  limits: Limits,
): readonly [Swing, Report | null] {
  if (!Number.isFinite(value)) return [swing, null]
  if (Number.isNaN(swing.value)) return [begun(step, value), null]
  if (swing.reported && faded(swing, step)) {
    const since = swing.train.at(-1)!.step
    const evidence = evidenceOf(swing.train, limits.amplitude)
    return [begun(step, value), { type: 'cleared', since, evidence }]
  }
  if (swing.direction === 0) return [waiting(swing, step, value, limits.amplitude), null]
  if (value === swing.value) return [swing, null]
  const after = swinging(swing, step, value, limits)
  return after.train === swing.train ? [after, null] : judged(after, swing, limits)
}
