import type { Range } from './axis.ts'
import { exponentOf } from './powers.ts'
import type { Tick } from './tick.ts'

/**
 * Round numbers inside a logarithmic range, at most `most`: 1-2-5 in every decade where there is room, else every decade,
 * else every second, fifth, tenth, ... of them, always those whose power is a multiple. None unless
 * 1e-300 <= low < high.
 */
export function logTicks({ low, high }: Range, most: number): Tick[] {
  if (!(low >= 1e-300 && high > low && high < Infinity) || !(most >= 1)) return []
  // A hair of room, so that ends which went through a logarithm and back keep their ticks.
  const inside = (value: number): boolean =>
    value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) && value < Infinity
  const [first, last] = [exponentOf(low) - 1, exponentOf(high) + 1]
  for (const { every, factors } of spacings(last - first)) {
    const found: Tick[] = []
    for (let power = Math.ceil(first / every) * every; power <= last; power += every) {
      for (const factor of factors) found.push(tick(factor, power))
    }
    const shown = found.filter(({ value }) => inside(value))
    if (shown.length <= most) return shown
  }
  return []
}

interface Spacing {
  readonly every: number
  readonly factors: readonly number[]
}

/** From the closest to the widest. */
function spacings(decades: number): Spacing[] {
  const wide: Spacing[] = []
  for (let size = 1; size <= decades * 10; size *= 10) {
    for (const factor of [1, 2, 5]) wide.push({ every: factor * size, factors: [1] })
  }
  return [
    // More than 1-2-5 stand in heaps below every decade, so only a single decade has them.
    ...(decades <= 3 ? [{ every: 1, factors: [1, 2, 3, 4, 5, 6, 7, 8, 9] }] : []),
    { every: 1, factors: [1, 2, 5] },
    ...wide,
  ]
}

/** Between a thousandth and a thousand in full, beyond as a power of ten. */
function tick(factor: number, power: number): Tick {
  const short = `${factor}e${power}`
  const value = Number(short)
  return { value, label: power >= -3 && power < 4 ? String(value) : short }
}
