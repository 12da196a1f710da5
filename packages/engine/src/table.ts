import type { Backend } from '@ganglion/calculus'
import {
  mapValues,
  seen,
  type Block,
  type Blocks,
  type Plan,
  type PlayerName,
} from '@ganglion/core'
import { derive, type Extent } from './derive.ts'
import { DiscriminatorDesk } from './discriminator-desk.ts'
import { GeneratorDesk } from './generator-desk.ts'
import { ownOf, type Own } from './own.ts'
import type { PlayerSetup } from './player-start.ts'
import { block } from './pool.ts'
import { seatTarget } from './seat-target.ts'

/** Both players at the table, and the target between them. */
export interface Table {
  readonly generator: GeneratorDesk
  readonly discriminator: DiscriminatorDesk
  readonly target: Blocks
}

/** How the players are seated. */
export interface Seating {
  readonly backend: Backend
  /** Global number of the first member: streams are keyed by it, so chunking changes nothing. */
  readonly firstMember: number
  readonly poison: boolean
  /** What members have of their own. */
  readonly own?: Own
  /** How much of a critique is computed; all of it by default. */
  readonly extent?: Extent
}

/** Gives the players of a game their programs and their starts. Refuses what cannot work. */
export function layTable(
  plan: Plan,
  { backend, firstMember, poison, own = {}, extent = 'whole' }: Seating,
): Table {
  const derived = derive(plan, extent)
  const { members, seed } = plan
  const setup = (role: PlayerName): PlayerSetup => ({
    role,
    chosen: plan[role],
    symbols: derived[role].symbols,
    updates: derived.updates[role],
    members,
    firstMember,
    seed,
    backend,
    poison,
    own: ownOf(own, role),
  })
  const make = (cells: number): Block => block((n) => backend.allocate(n), cells, members)
  const target = seatTarget(plan, derived.laws, make, firstMember, ownOf(own, 'target'))
  const terms = mapValues(derived.discriminator.terms, (_, name) => {
    const [plugin, option] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]
    const made = make(1)
    made.numbers.fill(
      Number(plan.regularisers.find((r) => r.plugin.name === plugin)!.options[option]),
    )
    return made
  })
  const generator = new GeneratorDesk(derived, setup('generator'))
  const discriminator = new DiscriminatorDesk(
    derived,
    seen(plan).discriminator.plugin,
    setup('discriminator'),
    target,
    terms,
  )
  generator.join(discriminator.joint)
  return { generator, discriminator, target }
}
