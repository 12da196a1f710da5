import {
  dependsOn,
  elementAt,
  gradient,
  num,
  substitute,
  sum,
  symbolOf,
  tensor,
  type AnyTensor,
  type Expr,
  type Leaf,
} from '@ganglion/calculus'
import type { Laws } from './assemble-payoff.ts'
import type { Geometry } from './game.ts'
import type { MeasureKind } from './measure.ts'
import { PlanError } from './plan-error.ts'

/** Which coordinate of a law says how much stands at each of its places, and which one where. */
export const placesOf: Readonly<
  Record<MeasureKind, { readonly masses: string; readonly places: string }>
> = {
  mixture: { masses: 'weights', places: 'means' },
  points: { masses: 'masses', places: 'positions' },
}

/** Derives the critique of a value, by coordinate of the generated law. */
export type CritiqueOf = (value: Expr) => Readonly<Record<string, AnyTensor>>

/**
 * How values become critiques in a geometry. In `coordinate` it is the derivative. In `mass` that of the places y_j is the
 * gradient of the first variation, d/dy_j (dV/dq_j): what a unit of mass would feel there (the Wasserstein gradient; Ambrosio,
 * Gigli and Savare 2008, ch. 10). It is derived of dV/dq, never divided by q_j, so equal places get equal bits. The other
 * coordinates keep their derivative. It holds for values that are linear in the law, as every expectation is.
 */
export function critiqueIn(geometry: Geometry, { generated, kind }: Laws): CritiqueOf {
  const names = Object.keys(generated)
  const leaves = names.map((name) => generated[name]!)
  const plain: CritiqueOf = (value) => {
    const slopes = gradient(value, leaves) as readonly AnyTensor[]
    return Object.fromEntries(names.map((name, k) => [name, slopes[k]!]))
  }
  if (geometry === 'coordinate') return plain
  const { masses, places } = placesOf[kind]
  const [mass, place] = [generated[masses]!, generated[places]!]
  return (value) => {
    const critique = plain(value)
    // A place enters the variation of its own mass alone: the sum holds every dV/dq_j, and d/dy_j picks one.
    const [axis] = symbolOf(mass).axes
    const variation = sum(axis!, (j) => elementAt(critique[masses]!, [j]))
    refuseNonlinear(value, variation, mass, place)
    const [felt] = gradient(variation, [place]) as readonly AnyTensor[]
    return { ...critique, [places]: felt! }
  }
}

/** A value that is no integral over the law has another first variation than the derivative in the masses tells. */
function refuseNonlinear(
  value: Expr,
  variation: Expr,
  mass: Leaf<number>,
  place: Leaf<number>,
): void {
  const without = substitute(
    value,
    mass,
    tensor(symbolOf(mass).axes, () => num(0)),
  )
  if (!dependsOn(variation, symbolOf(mass)) && !dependsOn(without, symbolOf(place))) return
  throw new PlanError(
    'geometry mass takes a payoff that is an expectation under the generated law, and this one is more than that (a regulariser speaks of its points whatever their mass). Leave the regulariser out, or use geometry coordinate.',
  )
}
