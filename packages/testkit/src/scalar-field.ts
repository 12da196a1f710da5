import { array, gradient, symbolOf, type Expr, type Leaf } from '@ganglion/calculus'
import { batch } from './batch.ts'
import type { Field } from './field.ts'

/** Leaves without axes, by name. */
export type Scalars = Readonly<Record<string, Leaf<0>>>

/** A scalar built over scalar leaves of these names, as a field whose slopes are its gradient. */
export function scalarField(
  value: string,
  names: readonly string[],
  build: (leaves: Scalars) => Expr,
): Field {
  const leaves: Scalars = Object.fromEntries(names.map((name) => [name, array(name, [])]))
  const built = build(leaves)
  const slopes = gradient(built, Object.values(leaves)) as readonly Expr[]
  const run = batch({
    name: value,
    inputs: Object.values(leaves).map(symbolOf),
    outputs: [
      { name: 'value', tensor: built },
      ...names.map((name, k) => ({ name, tensor: slopes[k]! })),
    ],
  })
  return {
    value,
    valueOf: (members) => run(members).map((out) => out['value']![0]!),
    slopesOf: run,
    moving: Object.fromEntries(names.map((name) => [name, `slope of ${value} in ${name}`])),
  }
}

/** The first derivative by one leaf of what `build` builds: a field whose slopes are second derivatives. */
export function derivedField(
  value: string,
  names: readonly string[],
  by: string,
  build: (leaves: Scalars) => Expr,
): Field {
  return scalarField(
    `${value}'`,
    names,
    (leaves) => gradient(build(leaves), [leaves[by]!])[0] as Expr,
  )
}
