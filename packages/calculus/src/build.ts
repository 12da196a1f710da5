import { freshIndex, type Axis, type Index, type Position } from './axis.ts'
import { num } from './apply.ts'
import { sumOver } from './bind.ts'
import { ExpressionError } from './expression-error.ts'
import { max, select, sqrt, square } from './functions.ts'
import { Expr, type Operand } from './node.ts'
import { axesOf, elementAt, tensorOf } from './tensor.ts'
import type { AnyTensor, Cube, Matrix, Tensor, Vec } from './tensor.ts'

type Rows = Vec | Matrix | Cube
type Callable = (...at: Position[]) => AnyTensor

/** What a tensor holds along its first axis: expressions, rows, matrices. */
export type ElementOf<T> = T extends Vec
  ? Expr
  : T extends Matrix
    ? Vec
    : T extends Cube
      ? Matrix
      : never

const lift = (x: Operand): Expr => (typeof x === 'number' ? num(x) : x)
const part = (tensor: Rows, at: Position): AnyTensor => (tensor as Callable)(at)

/** The sum over the first axis of what the callback makes of an element (or row) and its index. */
export function sum<T extends Rows>(
  over: T,
  term: (element: ElementOf<T>, index: Index) => Operand,
): Expr
/** The sum of all elements of a vector. */
export function sum(over: Vec): Expr
/** The sum over an axis of what the callback makes of an index. */
export function sum(over: Axis, term: (index: Index) => Operand): Expr
export function sum(
  over: Axis | Rows,
  term?: ((index: Index) => Operand) | ((element: never, index: Index) => Operand),
): Expr {
  if (typeof over !== 'function') {
    const index = freshIndex(over)
    return sumOver(index, lift((term as (index: Index) => Operand)(index)))
  }
  const index = freshIndex(over.axes[0])
  const element = part(over, index)
  const body = term ? (term as (e: AnyTensor, i: Index) => Operand)(element, index) : element
  return sumOver(index, lift(body as Operand))
}

/** The vector of what the callback makes of every element (or row) along the first axis, and its position. */
export function each<T extends Rows>(
  over: T,
  element: (element: ElementOf<T>, index: Position) => Operand,
): Vec {
  return tensorOf('each', [over.axes[0]] as const, ([i]) =>
    lift(element(part(over, i!) as ElementOf<T>, i!)),
  )
}

/** The function of every element; the shape stays. */
export function map<T extends AnyTensor>(f: (element: Expr) => Operand, over: T): T {
  return tensorOf('map', axesOf(over), (at) => lift(f(elementAt(over, at)))) as T
}

/** The tensor over the axes whose elements the callback makes. It may be called again for every position: keep it pure. */
export function tensor<const A extends readonly Axis[]>(
  axes: A,
  element: (...at: { [K in keyof A]: Position }) => Operand,
): Tensor<A['length']> {
  return tensorOf('tensor', axes, (at) => lift(element(...(at as { [K in keyof A]: Position }))))
}

/** The matrix whose rows the callback makes of the rows (or elements) of `over`. */
export function rows<T extends Rows>(
  over: T,
  row: (element: ElementOf<T>, index: Position) => Vec,
): Matrix {
  const known = new Map<Position, Vec>()
  const made = (i: Position): Vec => {
    const found = known.get(i) ?? row(part(over, i) as ElementOf<T>, i)
    known.set(i, found)
    return found
  }
  const axes = [over.axes[0], made(0).axes[0]] as const
  return tensorOf('rows', axes, ([i, j]) => made(i!)(j!))
}

/** The inner product of two vectors over one axis. */
export function dot(a: Vec, b: Vec): Expr {
  return sum(a.axes[0], (i) => a(i).times(b(i)))
}

/** A layer w x + b: `w` over [out, in], `b` over [out], `x` over [in]; the result is over [out]. */
export function dense(w: Matrix, b: Vec, x: Vec): Vec {
  if (w.axes[1] !== x.axes[0]) {
    throw new ExpressionError(
      `dense: the weights take ${w.axes[1].name}, the input is over ${x.axes[0].name}`,
    )
  }
  return tensorOf('dense', [w.axes[0]] as const, ([o]) => dot(w(o!), x).plus(b(o!)))
}

/**
 * The Euclidean norm, but at least `floor` (1e-12): sqrt(max(v . v, floor^2)). Below the floor it is constant, so its
 * gradient at 0 is 0 and not NaN.
 */
export function norm(v: Vec, floor = 1e-12): Expr {
  return sqrt(max(sum(v, square), floor * floor))
}

/** `other` where the condition of the position holds (is not 0), else `over`; `other` may be one expression for all. */
export function replace(condition: Vec, over: Vec, other: Vec | Operand): Vec {
  const instead = (i: Position): Operand => (typeof other === 'function' ? other(i) : other)
  return tensorOf('replace', over.axes, ([i]) => select(condition(i!), instead(i!), over(i!)))
}

/** Whether a value is an expression. */
export function isExpr(value: unknown): value is Expr {
  return value instanceof Expr
}
