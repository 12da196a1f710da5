import { freshIndex, isIndex, type Index } from './axis.ts'
import { at } from './bind.ts'
import { ExpressionError } from './expression-error.ts'
import type { Program } from './kernel.ts'
import type { Lowered, Target } from './lowered.ts'
import type { Expr } from './node.ts'
import { printIndex } from './print.ts'
import { schedule } from './schedule.ts'
import { axesOf, elementAt } from './tensor.ts'
import { topological } from './walk.ts'

/** Turns a program into loops over the cells of one member. Throws an ExpressionError if it is not closed. */
export function lower(program: Program): Lowered {
  const targets = program.outputs.map(({ tensor }, output): Target => {
    const indices = axesOf(tensor).map(freshIndex)
    return named({ output, indices, expr: elementAt(tensor, indices) })
  })
  const order = topological(targets.map((t) => t.expr))
  checkClosed(targets)
  checkInputs(program, order)
  return {
    inputs: program.inputs,
    outputs: program.outputs.map((o) => o.name),
    ...schedule(program.inputs, order, targets),
  }
}

/** Calls the indices of an output as the first view inside calls them, so that it is computed where it is written. */
function named(target: Target): Target {
  let { expr, indices } = target
  for (;;) {
    const renaming = renamingOf(expr, indices)
    if (renaming.size === 0) return { output: target.output, indices, expr }
    expr = at(expr, renaming)
    indices = indices.map((i) => renaming.get(i) ?? i)
  }
}

function renamingOf(expr: Expr, indices: readonly Index[]): Map<Index, Index> {
  const renaming = new Map<Index, Index>()
  const outside = (node: Expr): boolean => node.shape.kind === 'apply'
  for (const { shape } of topological([expr], outside)) {
    if (shape.kind !== 'view') continue
    shape.to.forEach((to, k) => {
      const from = shape.from[k]!
      const taken = indices.includes(from) || expr.free.includes(from)
      const used = renaming.has(to as Index) || [...renaming.values()].includes(from)
      if (isIndex(to) && indices.includes(to) && to.level === 0 && !taken && !used) {
        renaming.set(to, from)
      }
    })
    if (renaming.size > 0) break
  }
  return renaming
}

function checkClosed(targets: readonly Target[]): void {
  for (const { expr, indices } of targets) {
    const stray = expr.free.find((i) => !indices.includes(i))
    if (stray) throw new ExpressionError(`${printIndex(stray)} is used outside its sum`, expr)
  }
}

function checkInputs(program: Program, order: readonly Expr[]): void {
  for (const node of order) {
    const { shape } = node
    if (shape.kind === 'read' && !program.inputs.includes(shape.array)) {
      throw new ExpressionError(
        `${program.name} reads ${shape.array.name}, which is not among its inputs`,
        node,
      )
    }
  }
}
