import { sharedAxis } from './symbols.ts'
import { array, constantValue, gradient, substitute, type Expr, type Vec } from '@ganglion/calculus'

/** Whether a critic is flat in x wherever it has a slope: it can teach points nothing. */
export function isFlat(critic: (x: Vec) => Expr, dimensions: number): boolean {
  const x = array('x', [sharedAxis('dimensions', dimensions)])
  const [slope] = gradient(critic(x), [x])
  return Array.from({ length: dimensions }, (_, c) => constantValue((slope as Vec)(c))).every(
    (v) => v === 0,
  )
}

/** The gradient of a function of a vector at a vector. */
export function slopeAt(f: (x: Vec) => Expr, at: Vec): Vec {
  const x = array('x', at.axes)
  const [slope] = gradient(f(x), [x])
  const each = (i: Parameters<Vec>[0]): Expr => substitute((slope as Vec)(i), x, at)
  return Object.assign(each, { axes: at.axes, size: at.size })
}
