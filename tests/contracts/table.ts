import { javascript } from '@ganglion/calculus'
import type { Blocks, Plan, Rate } from '@ganglion/core'
import { layTable, type Table } from '../../packages/engine/src/table.ts'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** Players at a table, without a game being played. */
export async function table(
  game: Pick<Plan, 'target' | 'generator' | 'discriminator' | 'regularisers'> &
    Partial<Pick<Plan, 'objective' | 'optimizer' | 'geometry' | 'mirrored'>>,
  members = 2,
): Promise<Table> {
  const plan: Plan = {
    config: {},
    hash: '',
    objective: await registry.objectives['mean-difference'](),
    optimizer: await registry.optimizers.sgd(),
    dynamics: { plugin: await registry.dynamics.simultaneous(), sizes: {}, options: {} },
    metrics: [],
    detectors: [],
    steps: 1,
    seed: 5,
    members,
    every: 1,
    ...game,
  }
  return layTable(plan, { backend: javascript, firstMember: 0, poison: true })
}

/** Every number of some blocks, to be read and moved one by one. */
export function cells(
  blocks: Blocks,
): { readonly name: string; readonly at: number; readonly numbers: Float64Array }[] {
  return Object.entries(blocks).flatMap(([name, { numbers }]) =>
    Array.from(numbers, (_, at) => ({ name, at, numbers })),
  )
}

/** The central difference of a function of all cells when one of them moves; the state is put back. */
export function difference(numbers: Float64Array, at: number, f: () => number, h = 1e-5): number {
  const here = numbers[at]!
  numbers[at] = here + h
  const up = f()
  numbers[at] = here - h
  const down = f()
  numbers[at] = here
  return (up - down) / (2 * h)
}

/** A rate for all members. */
export function rateOf(value: number, members = 2): Rate {
  const numbers = new Float64Array(members).fill(value)
  return { type: 'rate', option: 'rate', block: { cells: 1, members, layout: 'lanes', numbers } }
}
