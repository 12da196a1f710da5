import { apply } from './apply.ts'
import { num } from './apply.ts'
import type { Expr, Operand } from './node.ts'
import { primitives } from './primitives.ts'

const lift = (x: Operand): Expr => (typeof x === 'number' ? num(x) : x)
const by = (name: string, ...args: Operand[]): Expr => apply(primitives.get(name)!, args.map(lift))

/** e^x. */
export const exp = (x: Operand): Expr => by('exp', x)
/** The natural logarithm. */
export const log = (x: Operand): Expr => by('log', x)
/** The square root. */
export const sqrt = (x: Operand): Expr => by('sqrt', x)
/** |x|; its slope at 0 is 1. */
export const abs = (x: Operand): Expr => by('abs', x)
/** The greatest integer not above x; its slope is 0. */
export const floor = (x: Operand): Expr => by('floor', x)
/** The lesser; NaN if either is. At a tie the first argument has slope 1. */
export const min = (x: Operand, y: Operand): Expr => by('min', x, y)
/** The greater; NaN if either is. At a tie the first argument has slope 1. */
export const max = (x: Operand, y: Operand): Expr => by('max', x, y)
/** `x` where the condition is not 0, else `y`. The branch not taken never reaches a value or a derivative. */
export const select = (condition: Operand, x: Operand, y: Operand): Expr =>
  by('select', condition, x, y)
/** The sine of radians. */
export const sin = (x: Operand): Expr => by('sin', x)
/** The cosine of radians. */
export const cos = (x: Operand): Expr => by('cos', x)
/** The hyperbolic tangent. */
export const tanh = (x: Operand): Expr => by('tanh', x)
/** 1 / (1 + e^-x). */
export const sigmoid = (x: Operand): Expr => by('sigmoid', x)
/** log(1 + e^x). */
export const softplus = (x: Operand): Expr => by('softplus', x)
/** The density of the standard normal law. */
export const normalPdf = (x: Operand): Expr => by('normalPdf', x)
/** The distribution function of the standard normal law. */
export const normalCdf = (x: Operand): Expr => by('normalCdf', x)
/** x times x. */
export const square = (x: Operand): Expr => by('mul', x, x)
