import { isIndex, type Index, type Position } from './axis.ts'
import type { Cell, Lowered, Statement, Value } from './lowered.ts'

/** The body of a function of (arrays, members), as JavaScript; it calls elementary functions by their names. */
export function printJavaScript(lowered: Lowered): string {
  const { inputs, outputs, temporaries, statements } = lowered
  const printer = new Printer(lowered)
  const body = statements.map((s) => printer.statement(s, '    '))
  return [
    `'use strict'`,
    ...temporaries.map((size, k) => `const t${k} = new Float64Array(${size})`),
    'return (arrays, members) => {',
    ...inputs.map((_, k) => `  const a${k} = arrays[${k}]`),
    ...outputs.map((_, k) => `  const o${k} = arrays[${inputs.length + k}]`),
    '  for (let m = 0; m < members; m++) {',
    ...body,
    '  }',
    '}',
  ].join('\n')
}

class Printer {
  readonly #names = new Map<Index, string>()
  readonly #shared: readonly boolean[]
  readonly #sizes: readonly number[]

  constructor({ inputs, temporaries }: Lowered) {
    this.#shared = inputs.map((i) => i.shared)
    this.#sizes = temporaries
  }

  statement(s: Statement, margin: string): string {
    switch (s.kind) {
      case 'let':
        return `${margin}const x${s.id} = ${this.#value(s.value)}`
      case 'call':
        return `${margin}const x${s.id} = ${this.#call(s)}`
      case 'loop': {
        const i = this.#name(s.index)
        const body = s.body.map((inner) => this.statement(inner, `${margin}  `))
        const head = `for (let ${i} = 0; ${i} < ${s.index.axis.size}; ${i}++) {`
        return [`${margin}${head}`, ...body, `${margin}}`].join('\n')
      }
      case 'store':
        return `${margin}t${s.temporary}[${this.#cell(s.cell)}] = ${this.#value(s.value)}`
      case 'output':
        return `${margin}o${s.output}[${this.#lane(s.cell)}] = ${this.#value(s.value)}`
      case 'clear':
        return `${margin}${this.#clear(s.temporary)}`
      case 'add':
        return `${margin}t${s.temporary}[${this.#cell(s.cell)}] += ${this.#value(s.value)}`
      case 'stripe':
        return `${margin}t${s.temporary}[${this.#name(s.index)} & 7] += ${this.#value(s.value)}`
      case 'tree':
        return `${margin}const x${s.id} = ${tree(s.temporary, s.stripes)}`
    }
  }

  /** A call of fill costs more than a few assignments. */
  #clear(temporary: number): string {
    const size = this.#sizes[temporary]!
    const cells = Array.from({ length: size }, (_, k) => `t${temporary}[${k}] = `)
    return size <= 8 ? `${cells.join('')}-0` : `t${temporary}.fill(-0)`
  }

  #value(value: Value): string {
    switch (value.kind) {
      case 'const':
        return literal(value.value)
      case 'local':
        return `x${value.id}`
      case 'input': {
        const cell = this.#shared[value.input] ? this.#cell(value.cell) : this.#lane(value.cell)
        return `a${value.input}[${cell}]`
      }
      case 'temporary':
        return `t${value.temporary}[${this.#cell(value.cell)}]`
      case 'same':
        return `(${this.#position(value.a)} === ${this.#position(value.b)} ? 1 : 0)`
    }
  }

  #call({ primitive, args }: Extract<Statement, { kind: 'call' }>): string {
    return primitive.javascript(...args.map((a) => this.#value(a)))
  }

  #position(position: Position): string {
    return isIndex(position) ? this.#name(position) : `${position}`
  }

  #name(index: Index): string {
    const name = this.#names.get(index) ?? `i${this.#names.size}`
    this.#names.set(index, name)
    return name
  }

  #cell({ offset, strides }: Cell): string {
    const terms = strides.map(({ index, stride }) =>
      stride === 1 ? this.#name(index) : `${this.#name(index)} * ${stride}`,
    )
    if (offset > 0 || terms.length === 0) terms.push(`${offset}`)
    return terms.join(' + ')
  }

  #lane(cell: Cell): string {
    if (cell.strides.length === 0) return cell.offset === 0 ? 'm' : `${cell.offset} * members + m`
    return `(${this.#cell(cell)}) * members + m`
  }
}

function literal(value: number): string {
  const text = Object.is(value, -0) ? '-0' : `${value}`
  return text.startsWith('-') ? `(${text})` : text
}

/** Neighbours are added until one is left; an odd one is carried. */
function tree(temporary: number, stripes: number): string {
  let terms = Array.from({ length: stripes }, (_, s) => `t${temporary}[${s}]`)
  while (terms.length > 1) {
    terms = terms
      .filter((_, k) => k % 2 === 0)
      .map((a, k) => (2 * k + 1 < terms.length ? `(${a} + ${terms[2 * k + 1]!})` : a))
  }
  return terms[0]!
}
