import { isIndex, type Index, type Position } from './axis.ts'
import { freshIndex } from './axis.ts'
import { ExpressionError } from './expression-error.ts'
import { Expr, type ArraySymbol } from './node.ts'
import { printIndex } from './print.ts'
import { axesOf, elementAt, type AnyTensor } from './tensor.ts'
import { topological } from './walk.ts'

/** Numbers of one member, by name of the array; row-major over its axes. */
export type Inputs = Readonly<Record<string, number | readonly number[] | Float64Array>>

type Environment = ReadonlyMap<Index, number>

/**
 * The value of an expression, or of all elements of a tensor row-major, for one member. The reference: slow, obvious,
 * and independent of the compiler. Throws an ExpressionError for a missing array or an index outside its sum.
 */
export function evaluate(y: Expr, inputs: Inputs): number
export function evaluate(y: Exclude<AnyTensor, Expr>, inputs: Inputs): Float64Array
export function evaluate(y: AnyTensor, inputs: Inputs): number | Float64Array
export function evaluate(y: AnyTensor, inputs: Inputs): number | Float64Array {
  const outs = axesOf(y).map(freshIndex)
  const expr = elementAt(y, outs)
  const stray = expr.free.find((i) => !outs.includes(i))
  if (stray) throw new ExpressionError(`${printIndex(stray)} is used outside its sum`, expr)
  const values = new Map<Expr, Float64Array>()
  for (const node of topological([expr])) {
    values.set(
      node,
      overCells(node.free, (cell) => valueAt(node, cell, values, inputs)),
    )
  }
  const result = overCells(outs, (cell) => lookUp(values.get(expr)!, expr.free, cell))
  return y instanceof Expr ? result[0]! : result
}

/** A number for every combination of the indices, the last running fastest. */
function overCells(indices: readonly Index[], value: (cell: Environment) => number): Float64Array {
  const size = indices.reduce((n, i) => n * i.axis.size, 1)
  const cells = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    const cell = new Map<Index, number>()
    let rest = k
    for (const index of indices.toReversed()) {
      cell.set(index, rest % index.axis.size)
      rest = Math.floor(rest / index.axis.size)
    }
    cells[k] = value(cell)
  }
  return cells
}

function lookUp(values: ArrayLike<number>, at: readonly Position[], cell: Environment): number {
  const size = (p: Position): number => (isIndex(p) ? p.axis.size : 1)
  const offset = at.reduce<number>((n, p) => n * size(p) + (isIndex(p) ? cell.get(p)! : p), 0)
  return values[offset]!
}

function valueAt(
  node: Expr,
  cell: Environment,
  values: ReadonlyMap<Expr, Float64Array>,
  inputs: Inputs,
): number {
  const { shape } = node
  const of = (child: Expr, where = cell): number => lookUp(values.get(child)!, child.free, where)
  const number = (p: Position): number => (isIndex(p) ? cell.get(p)! : p)
  switch (shape.kind) {
    case 'const':
      return shape.value
    case 'read':
      return readAt(shape.array, shape.at.map(number), inputs)
    case 'same':
      return number(shape.a) === number(shape.b) ? 1 : 0
    case 'view': {
      const inner = new Map(cell)
      shape.from.forEach((i, k) => inner.set(i, number(shape.to[k]!)))
      return of(shape.node, inner)
    }
    case 'sum': {
      const terms = Array.from({ length: shape.index.axis.size }, (_, k) =>
        of(shape.body, new Map(cell).set(shape.index, k)),
      )
      return shape.order === 'sequence' ? terms.reduce((a, b) => a + b) : striped(terms)
    }
    case 'apply':
      return shape.primitive.value(...shape.args.map((a) => of(a)))
  }
}

/** Eight stripes, each added in sequence, whose totals meet in a tree of neighbours. */
function striped(terms: readonly number[]): number {
  let totals = terms
    .slice(0, 8)
    .map((_, s) => terms.filter((_, k) => k % 8 === s).reduce((a, b) => a + b))
  while (totals.length > 1) {
    totals = totals
      .filter((_, k) => k % 2 === 0)
      .map((a, k) => (2 * k + 1 < totals.length ? a + totals[2 * k + 1]! : a))
  }
  return totals[0]!
}

function readAt(array: ArraySymbol, at: readonly number[], inputs: Inputs): number {
  const given = inputs[array.name]
  const values = typeof given === 'number' ? [given] : given
  const size = array.axes.reduce((n, a) => n * a.size, 1)
  if (values?.length !== size) {
    throw new ExpressionError(
      `${array.name} needs ${size} numbers, got ${values === undefined ? 'none' : values.length}`,
    )
  }
  return values[at.reduce((n, p, k) => n * array.axes[k]!.size + p, 0)]!
}
