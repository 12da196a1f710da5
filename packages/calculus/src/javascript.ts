import type { Backend, Kernel, Program } from './kernel.ts'
import { lower } from './lower.ts'
import { elementaryFunctions } from './primitives.ts'
import { printJavaScript } from './print-javascript.ts'

type Run = Kernel['run']

/** Compiles a program to JavaScript. Throws an ExpressionError if it reads an undeclared array or is not closed. */
export function compile(program: Program): Kernel {
  const text = printJavaScript(lower(program))
  const names = Object.keys(elementaryFunctions)
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is printed from the expression tree, from no user's string
  const make = new Function(...names, text) as (...functions: unknown[]) => Run
  const run = make(...Object.values(elementaryFunctions))
  const arrays = [...program.inputs.map((i) => i.name), ...program.outputs.map((o) => o.name)]
  return { text, arrays, run }
}

/** The back end that runs everywhere. */
export const javascript: Backend = { compile, allocate: (length) => new Float64Array(length) }
