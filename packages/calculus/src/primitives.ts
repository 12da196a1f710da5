import {
  cos,
  exp,
  log,
  normalCdf,
  normalPdf,
  sigmoid,
  sin,
  softplus,
  tanh,
} from '@ganglion/numerics'
import { operation, type Expr, type Primitive } from './node.ts'

type One = (x: Expr, self: Expr) => Expr
type Two = (x: Expr, y: Expr, self: Expr) => readonly [Operand, Operand]
type Operand = Expr | number
type Traits = Pick<Primitive, 'commutative' | 'singular'>

const zero = (): Expr => operation('num', 0)
const lift = (x: Operand): Expr => (typeof x === 'number' ? operation('num', x) : x)

/** A function of one argument that printed code calls by its name. */
function elementary(
  name: string,
  value: (x: number) => number,
  slope: One,
  traits: Traits = {},
): Primitive {
  return {
    name,
    arity: 1,
    value: (x) => value(x!),
    slopes: ([x], self) => [slope(x!, self)],
    javascript: (x) => `${name}(${x})`,
    ...traits,
  }
}

/** A function of two arguments, printed as the text says. */
function binary(
  name: string,
  value: (x: number, y: number) => number,
  slopes: Two,
  javascript: (x: string, y: string) => string,
  traits: Traits = {},
): Primitive {
  return {
    name,
    arity: 2,
    value: (x, y) => value(x!, y!),
    slopes: ([x, y], self) => slopes(x!, y!, self).map(lift),
    javascript: (x, y) => javascript(x!, y!),
    ...traits,
  }
}

const singular = { singular: true } as const
const commutative = { commutative: true } as const
const minus: Primitive = {
  name: 'neg',
  arity: 1,
  value: (x) => -x!,
  slopes: () => [lift(-1)],
  javascript: (x) => `-${x}`,
}

/** `select(c, x, y)`: x where c is not 0, else y. */
const choice: Primitive = {
  name: 'select',
  arity: 3,
  value: (c, x, y) => (c! !== 0 ? x! : y!),
  slopes: ([c]) => [zero(), operation('select', c!, 1, 0), operation('select', c!, 0, 1)],
  javascript: (c, x, y) => `${c} !== 0 ? ${x} : ${y}`,
}

/**
 * Every primitive: value, slopes and text. Slopes at kinks: at a tie of min and max the first argument has slope 1, the
 * second 0; abs has slope 1 at 0; below and floor have slope 0 everywhere. min and max pass NaN on; below of NaN is 0.
 */
const all: readonly Primitive[] = [
  binary(
    'add',
    (x, y) => x + y,
    () => [1, 1],
    (x, y) => `${x} + ${y}`,
    commutative,
  ),
  binary(
    'sub',
    (x, y) => x - y,
    () => [1, -1],
    (x, y) => `${x} - ${y}`,
  ),
  binary(
    'mul',
    (x, y) => x * y,
    (x, y) => [y, x],
    (x, y) => `${x} * ${y}`,
    commutative,
  ),
  binary(
    'div',
    (x, y) => x / y,
    (_, y, self) => [operation('div', 1, y), self.over(y).neg()],
    (x, y) => `${x} / ${y}`,
    singular,
  ),
  minus,
  choice,
  binary(
    'below',
    (x, y) => (x < y ? 1 : 0),
    () => [0, 0],
    (x, y) => `(${x} < ${y}) ? 1 : 0`,
  ),
  binary(
    'min',
    (x, y) => Math.min(x, y),
    (x, y) => [operation('select', y.below(x), 0, 1), operation('select', y.below(x), 1, 0)],
    (x, y) => `Math.min(${x}, ${y})`,
  ),
  binary(
    'max',
    (x, y) => Math.max(x, y),
    (x, y) => [operation('select', x.below(y), 0, 1), operation('select', x.below(y), 1, 0)],
    (x, y) => `Math.max(${x}, ${y})`,
  ),
  {
    ...elementary(
      'abs',
      (x) => Math.abs(x),
      (x) => operation('select', x.below(0), -1, 1),
    ),
    javascript: (x) => `Math.abs(${x})`,
  },
  {
    ...elementary('floor', (x) => Math.floor(x), zero),
    javascript: (x) => `Math.floor(${x})`,
  },
  {
    ...elementary(
      'sqrt',
      (x) => Math.sqrt(x),
      (_, self) => operation('div', 0.5, self),
      singular,
    ),
    javascript: (x) => `Math.sqrt(${x})`,
  },
  elementary('exp', exp, (_, self) => self, singular),
  elementary('log', log, (x) => operation('div', 1, x), singular),
  elementary('sin', sin, (x) => operation('cos', x)),
  elementary('cos', cos, (x) => operation('sin', x).neg()),
  elementary('tanh', tanh, (_, self) => operation('sub', 1, self.times(self))),
  elementary('sigmoid', sigmoid, (_, self) => self.times(operation('sub', 1, self))),
  elementary('softplus', softplus, (x) => operation('sigmoid', x)),
  elementary('normalPdf', normalPdf, (x, self) => x.times(self).neg()),
  elementary('normalCdf', normalCdf, (x) => operation('normalPdf', x)),
]

/** The primitives by name. */
export const primitives: ReadonlyMap<string, Primitive> = new Map(all.map((p) => [p.name, p]))

/** The functions that printed code calls by name. */
export const elementaryFunctions = {
  exp,
  log,
  sin,
  cos,
  tanh,
  sigmoid,
  softplus,
  normalPdf,
  normalCdf,
} as const
