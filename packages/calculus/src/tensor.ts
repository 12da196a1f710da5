import { isIndex, positionsKey, type Axis, type Position } from './axis.ts'
import { ExpressionError } from './expression-error.ts'
import { Expr } from './node.ts'
import { printPositions } from './print.ts'

/** What every tensor of rank 1 and more carries. */
interface Extent<A extends readonly Axis[]> {
  readonly axes: A
  /** The size of the first axis. */
  readonly size: number
}

/** Rank 1: `v(i)` is an expression. */
export interface Vec extends Extent<readonly [Axis]> {
  (i: Position): Expr
}

/** Rank 2: `m(i, j)` is an expression, `m(i)` a row. */
export interface Matrix extends Extent<readonly [Axis, Axis]> {
  (i: Position, j: Position): Expr
  (i: Position): Vec
}

/** Rank 3: `t(i, j, k)` is an expression, `t(i)` a matrix, `t(i, j)` a row of it. */
export interface Cube extends Extent<readonly [Axis, Axis, Axis]> {
  (i: Position, j: Position, k: Position): Expr
  (i: Position, j: Position): Vec
  (i: Position): Matrix
}

/** Another name of `Matrix`. */
export type Mat = Matrix

/** A tensor of any rank. */
export type AnyTensor = Expr | Vec | Matrix | Cube

/** The tensor of a rank that is known as a type. */
export type Tensor<R extends number> = R extends 0
  ? Expr
  : R extends 1
    ? Vec
    : R extends 2
      ? Matrix
      : R extends 3
        ? Cube
        : AnyTensor

type Callable = (...at: Position[]) => AnyTensor

/** The axes of a tensor; none for an expression. */
export function axesOf(tensor: AnyTensor): readonly Axis[] {
  return tensor instanceof Expr ? [] : tensor.axes
}

/** The expression of a tensor at as many positions as it has axes. */
export function elementAt(tensor: AnyTensor, at: readonly Position[]): Expr {
  const found = tensor instanceof Expr ? tensor : (tensor as Callable)(...at)
  if (!(found instanceof Expr)) {
    throw new ExpressionError(`expected ${axesOf(tensor).length} positions, got ${at.length}`)
  }
  return found
}

/**
 * The tensor whose element at given positions is what `element` returns, computed once per position. Errors call it by
 * `name`.
 */
export function tensorOf<A extends readonly Axis[]>(
  name: string,
  axes: A,
  element: (at: readonly Position[]) => Expr,
): Tensor<A['length']> {
  if (axes.length === 0) return element([]) as Tensor<A['length']>
  const known = new Map<string, AnyTensor>()
  const call = (...at: Position[]): AnyTensor => {
    const key = positionsKey(at)
    const found = known.get(key)
    if (found) return found
    check(name, axes, at)
    const made: AnyTensor =
      at.length === axes.length
        ? element(at)
        : tensorOf(`${name}(${printPositions(at)})`, axes.slice(at.length), (rest) =>
            element([...at, ...rest]),
          )
    known.set(key, made)
    return made
  }
  Object.assign(call, { axes, size: axes[0]!.size })
  return call as unknown as Tensor<A['length']>
}

function check(name: string, axes: readonly Axis[], at: readonly Position[]): void {
  if (at.length === 0 || at.length > axes.length) {
    const names = axes.map((a) => a.name).join(', ')
    throw new ExpressionError(`${name} has ${axes.length} axes (${names}), not ${at.length}`)
  }
  at.forEach((position, k) => checkPosition(name, axes[k]!, position))
}

function checkPosition(name: string, axis: Axis, position: Position): void {
  if (isIndex(position)) {
    if (position.axis === axis) return
    const other = position.axis.name
    const twin = other === axis.name ? ' (another axis of that name)' : ''
    throw new ExpressionError(`${name} is indexed by ${axis.name}, not ${other}${twin}`)
  }
  if (Number.isInteger(position) && position >= 0 && position < axis.size) return
  throw new ExpressionError(
    `${name} has no element ${position}: ${axis.name} counts from 0 to ${axis.size - 1}`,
  )
}
