import type { AscentValues, Cells, MeasureValues, StateView } from '@ganglion/core'
import { scalesOf, type WidthsWord } from './profile.ts'

/** What a step needs to know of the settings. */
export interface HistorySettings {
  readonly capacity: number
  readonly widths: WidthsWord
  readonly sigma: number
  readonly lambda: number
  readonly merging: number
}

/**
 * One ascent step in function space (becker2022, eq. 5): f becomes (1 - eta lambda) f + eta sum_n share_n K(., x_n). Old
 * coefficients decay by a common scale, so a step costs as much as there are places. A place within `merging` widths of
 * the centroid of its own last ones is added to them, and the centroid moves: the first-order error of that is 0.
 */
export function advance(
  view: StateView,
  { target, generated, rate }: AscentValues,
  settings: HistorySettings,
): void {
  const state = view as HistoryView
  decay(state, kept(rate, settings.lambda))
  const radius = settings.merging * settings.sigma * Math.min(...scalesOf(settings.widths))
  const scale = state.scale.at(0)
  let source = 0
  for (const { law, shares } of [target, generated]) {
    const spread = law.kind === 'mixture' ? law.deviation * law.deviation : 0
    for (let n = 0; n < shares.length; n++) {
      const weight = (rate * shares[n]!) / scale
      if (weight !== 0) lay(state, source, placeOf(law, n), spread, weight, radius, settings)
      source++
    }
  }
}

/** What a step of this rate keeps of the function (becker2022, eq. 5). */
export const kept = (rate: number, lambda: number): number => 1 - rate * lambda

/** The arrays of a history of one member. */
type HistoryView = Readonly<
  Record<'atoms' | 'coefficients' | 'spreads' | 'open' | 'used' | 'scale', Cells>
>

/** Below this the common scale is multiplied out, long before it underflows. */
const least = 1e-100

/** Multiplies the function by a factor. */
function decay({ coefficients, scale, used, open }: HistoryView, factor: number): void {
  if (used.at(0) === 0) return
  if (factor === 0) {
    // Nothing is remembered: the history begins anew.
    for (let h = 0; h < used.at(0); h++) coefficients.put(h, 0)
    for (let k = 0; k < open.length; k++) open.put(k, -1)
    used.put(0, 0)
    scale.put(0, 1)
    return
  }
  const next = scale.at(0) * factor
  scale.put(0, next)
  if (Math.abs(next) > least && Math.abs(next) < 1 / least) return
  for (let h = 0; h < used.at(0); h++) coefficients.put(h, coefficients.at(h) * next)
  scale.put(0, 1)
}

/** Adds a weighted place to the open atom of its source, or opens another. */
function lay(
  state: HistoryView,
  source: number,
  place: readonly number[],
  spread: number,
  weight: number,
  radius: number,
  settings: HistorySettings,
): void {
  const { atoms, coefficients, spreads, open, used } = state
  const size = place.length
  const h = source < settings.capacity ? open.at(source) : refuseMore(settings, source + 1)
  if (h >= 0 && coefficients.at(h) * weight > 0 && spreads.at(h) === spread) {
    if (within(atoms, h * size, place, radius)) {
      const total = coefficients.at(h) + weight
      const part = weight / total
      for (let c = 0; c < size; c++) {
        const here = atoms.at(h * size + c)
        atoms.put(h * size + c, here + (place[c]! - here) * part)
      }
      coefficients.put(h, total)
      return
    }
  }
  const next = used.at(0)
  if (next >= settings.capacity) refuseMore(settings, next + 1)
  for (let c = 0; c < size; c++) atoms.put(next * size + c, place[c]!)
  coefficients.put(next, weight)
  spreads.put(next, spread)
  open.put(source, next)
  used.put(0, next + 1)
}

function within(atoms: Cells, from: number, place: readonly number[], radius: number): boolean {
  let squared = 0
  for (let c = 0; c < place.length; c++) {
    const step = place[c]! - atoms.at(from + c)
    squared += step * step
  }
  return squared <= radius * radius
}

/** The place of a component or point; the list lives as long as the law does. */
function placeOf(law: MeasureValues, n: number): readonly number[] {
  return law.kind === 'points' ? law.positions[n]! : [law.means[n]!]
}

function refuseMore({ capacity, merging }: HistorySettings, needed: number): never {
  throw new Error(
    `the history is full: ${needed} atoms are needed, there is room for ${capacity}. Raise discriminator.capacity (memory and time grow with it), or discriminator.merging (now ${merging} widths) so that more past positions share an atom.`,
  )
}
