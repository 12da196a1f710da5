import { isIndex, type Index, type Position } from './axis.ts'
import type { Cell, Lowered, Statement, Target, Value } from './lowered.ts'
import type { ArraySymbol, Expr } from './node.ts'

/** The innermost body of a loop nest, and what is known in it. */
interface Nest {
  readonly space: readonly Index[]
  readonly body: Statement[]
  readonly known: Map<Expr, Value>
}

/** Writes the statements of a program, one loop nest after the other. */
export class Emitter {
  readonly #inputs: readonly ArraySymbol[]
  readonly #top: Nest = { space: [], body: [], known: new Map() }
  readonly #home = new Map<Expr, Nest>()
  readonly #temporary = new Map<Expr, number>()
  readonly #sizes: number[] = []
  #after: Statement[] = []
  #nest: Nest = this.#top
  #locals = 0

  constructor(inputs: readonly ArraySymbol[]) {
    this.#inputs = inputs
  }

  /** Starts loops over the indices; without indices, statements that run once. */
  open(space: readonly Index[]): void {
    this.#nest = space.length === 0 ? this.#top : { space, body: [], known: new Map() }
  }

  /** Ends the loops. */
  close(): void {
    const { space, body } = this.#nest
    if (space.length > 0) {
      const whole = space.reduceRight<Statement[]>(
        (inner, index) => [{ kind: 'loop', index, body: inner }],
        body,
      )
      this.#top.body.push(...whole)
    }
    this.#top.body.push(...this.#after)
    this.#after = []
    this.#nest = this.#top
  }

  /** Computes a node in the current loops. */
  compute(node: Expr): void {
    const { shape } = node
    if (shape.kind !== 'apply') return
    const args = shape.args.map((a) => this.#value(a))
    const id = this.#locals++
    this.#nest.body.push({ kind: 'call', id, primitive: shape.primitive, args })
    this.#nest.known.set(node, { kind: 'local', id })
    this.#home.set(node, this.#nest)
  }

  /** Adds the terms of a sum in the current loops; its value is there when they end. */
  accumulate(node: Expr): void {
    const { shape } = node
    if (shape.kind !== 'sum') return
    const value = this.#value(shape.body)
    const stripes = Math.min(shape.index.axis.size, 8)
    const striped = shape.order === 'stripes'
    const temporary = this.#allocate(striped ? stripes : sizeOf(node.free))
    this.#top.body.push({ kind: 'clear', temporary })
    if (striped) {
      this.#nest.body.push({ kind: 'stripe', temporary, index: shape.index, value })
      const id = this.#locals++
      this.#after.push({ kind: 'tree', id, temporary, stripes })
      this.#top.known.set(node, { kind: 'local', id })
    } else {
      this.#nest.body.push({ kind: 'add', temporary, cell: cellOf(node.free, node.free), value })
      this.#temporary.set(node, temporary)
    }
  }

  /** Writes an output in the current loops. */
  write({ output, indices, expr }: Target): void {
    const value = this.#value(expr)
    this.#nest.body.push({ kind: 'output', output, cell: cellOf(indices, indices), value })
  }

  /** What has been written. */
  finish(): Pick<Lowered, 'temporaries' | 'statements'> {
    return { temporaries: this.#sizes, statements: this.#top.body }
  }

  #allocate(size: number): number {
    return this.#sizes.push(size) - 1
  }

  /** The value of a node in the current loops. */
  #value(node: Expr): Value {
    const { shape } = node
    if (shape.kind === 'const') return { kind: 'const', value: shape.value }
    if (shape.kind === 'same') return { kind: 'same', a: shape.a, b: shape.b }
    const known = this.#nest.known.get(node) ?? this.#top.known.get(node)
    if (known) return known
    if (shape.kind === 'read') {
      const input = this.#inputs.indexOf(shape.array)
      return this.#load(node, { kind: 'input', input, cell: cellOf(shape.array.axes, shape.at) })
    }
    if (shape.kind !== 'view') return this.#load(node, this.#stored(node, node.free))
    const at = shape.node.free.map((i) => {
      const k = shape.from.indexOf(i)
      return k < 0 ? i : shape.to[k]!
    })
    return this.#load(node, this.#stored(shape.node, at))
  }

  #load(node: Expr, value: Value): Value {
    const nest = node.free.length === 0 ? this.#top : this.#nest
    const local: Value = { kind: 'local', id: this.#locals++ }
    nest.body.push({ kind: 'let', id: local.id, value })
    nest.known.set(node, local)
    return local
  }

  /** A node of earlier loops, which from now on keep it. */
  #stored(node: Expr, at: readonly Position[]): Value {
    let temporary = this.#temporary.get(node)
    if (temporary === undefined) {
      temporary = this.#allocate(sizeOf(node.free))
      this.#temporary.set(node, temporary)
      const home = this.#home.get(node)!
      const value = home.known.get(node)!
      home.body.push({ kind: 'store', temporary, cell: cellOf(node.free, node.free), value })
    }
    return { kind: 'temporary', temporary, cell: cellOf(node.free, at) }
  }
}

const extent = (of: Index | { readonly size: number }): number =>
  'axis' in of ? of.axis.size : of.size

function sizeOf(indices: readonly Index[]): number {
  return indices.reduce((n, i) => n * i.axis.size, 1)
}

/** The cell at positions of a row-major array over indices or axes. */
function cellOf(
  over: readonly (Index | { readonly size: number })[],
  at: readonly Position[],
): Cell {
  const strides = new Map<Index, number>()
  let offset = 0
  let stride = 1
  for (let k = over.length - 1; k >= 0; k--) {
    const position = at[k]!
    if (isIndex(position)) strides.set(position, (strides.get(position) ?? 0) + stride)
    else offset += position * stride
    stride *= extent(over[k]!)
  }
  return { offset, strides: [...strides].map(([index, step]) => ({ index, stride: step })) }
}
