import { wholeRead, type Backend, type Program } from '@ganglion/calculus'
import type { Blocks } from '@ganglion/core'
import { Call } from './call.ts'

/** Puts a start under its constraint; what no constraint changes is copied, for a kernel would only be as long as the state. */
export function settle(
  program: Program,
  backend: Backend,
  groups: { readonly state: Blocks; readonly option: Blocks },
  to: Blocks,
  members: number,
): void {
  const same = program.outputs.every(
    ({ name, tensor }) => wholeRead(tensor)?.name === `state.${name}`,
  )
  if (!same) return new Call(program, backend).run(groups, to, members)
  for (const [name, { numbers }] of Object.entries(groups.state)) to[name]!.numbers.set(numbers)
}
