import type { Expr } from '@ganglion/calculus'
import type { Discriminator } from './discriminator.ts'
import type { Plan } from './game.ts'
import type { Objective } from './objective.ts'

/** What the exchange of the players touches. */
export type Mirrorable = Pick<Plan, 'discriminator' | 'objective' | 'mirrored'>

/**
 * The game as its players see it: the plan itself, or, where it is `mirrored`, the one in which they have changed places.
 * There the discriminator lowers what it would have raised, and the generator raises it: f, g and the generator's own loss
 * are negated, and `best` is asked for generated in the place of target. Penalties on the discriminator stay penalties.
 */
export function seen<P extends Mirrorable>(plan: P): P {
  if (!plan.mirrored) return plan
  const { discriminator, objective } = plan
  return {
    ...plan,
    objective: negated(objective),
    discriminator: { ...discriminator, plugin: exchanged(discriminator.plugin) },
  }
}

const negative =
  (of: (critic: Expr) => Expr) =>
  (critic: Expr): Expr =>
    of(critic).neg()

/** Every expectation of an objective with its sign changed. */
function negated(objective: Objective): Objective {
  const { f, g, generator } = objective
  const both = { f: negative(f), g: negative(g) }
  return { ...objective, ...both, ...(generator ? { generator: negative(generator) } : {}) }
}

/** A discriminator whose best answer takes generated for target, and target for generated. */
function exchanged(plugin: Discriminator): Discriminator {
  const { best } = plugin
  if (!best) return plugin
  return {
    ...plugin,
    best: (target, generated, state, settings) => best(generated, target, state, settings),
  }
}
