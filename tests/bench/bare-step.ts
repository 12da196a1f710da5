import type { Backend } from '@ganglion/calculus'
import type { Plan, Rate } from '@ganglion/core'
import { layTable, type Seating } from '../../packages/engine/src/table.ts'

/** How the bare step of a game is played. */
export interface Bare {
  readonly backend: Backend
  /** Rate of both players. */
  readonly rate: number
  /** Steps that the discriminator is looked ahead. */
  readonly ahead?: number
  /** What members have of their own. */
  readonly own?: Seating['own']
}

/** One step of the kernels alone, to be called again and again: no script, no actors, no frames. */
export function bareStep(
  plan: Plan,
  { backend, rate: size, ahead = 0, own = {} }: Bare,
): () => void {
  const { members } = plan
  const seating = { backend, own, firstMember: 0, poison: false, extent: 'read' } as const
  const { generator, discriminator } = layTable(plan, seating)
  const numbers = backend.allocate(members).fill(size)
  const block = { cells: 1, members, layout: 'lanes', numbers } as const
  const rate: Rate = { type: 'rate', option: 'rate', block }
  const after = { steps: ahead, rate }
  return () => {
    const { ascent, critique } = discriminator.respond(generator.measure({ draw: 0 }), { after })
    discriminator.ascend(ascent, rate)
    generator.descend(critique, rate)
    generator.recycle()
    discriminator.recycle()
  }
}
