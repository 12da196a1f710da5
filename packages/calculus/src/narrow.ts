import { freshIndex } from './axis.ts'
import type { Program } from './kernel.ts'
import type { ArraySymbol } from './node.ts'
import { axesOf, elementAt } from './tensor.ts'
import { topological } from './walk.ts'

/** A program with some of its outputs only, and with the inputs that those read. */
export function narrow(program: Program, wanted: (output: string) => boolean): Program {
  const outputs = program.outputs.filter(({ name }) => wanted(name))
  const roots = outputs.map(({ tensor }) => elementAt(tensor, axesOf(tensor).map(freshIndex)))
  const read = new Set<ArraySymbol>()
  for (const { shape } of topological(roots)) if (shape.kind === 'read') read.add(shape.array)
  return { ...program, outputs, inputs: program.inputs.filter((input) => read.has(input)) }
}
