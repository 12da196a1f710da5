import { wholeRead, type Backend, type Program } from '@ganglion/calculus'
import type { Blocks } from '@ganglion/core'
import { Call } from './call.ts'

/** Whether programs only copy a state; found once for each, for to find it makes expressions that outlive the game. */
const copying = new WeakMap<Program, boolean>()

function copies(program: Program): boolean {
  const known =
    copying.get(program) ??
    program.outputs.every(({ name, tensor }) => wholeRead(tensor)?.name === `state.${name}`)
  copying.set(program, known)
  return known
}

/** Puts a start under its constraint; what no constraint changes is copied, for a kernel would only be as long as the state. */
export function settle(
  program: Program,
  backend: Backend,
  groups: { readonly state: Blocks; readonly option: Blocks },
  to: Blocks,
  members: number,
): void {
  if (!copies(program)) return new Call(program, backend).run(groups, to, members)
  for (const [name, { numbers }] of Object.entries(groups.state)) to[name]!.numbers.set(numbers)
}
