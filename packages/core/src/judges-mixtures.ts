import { array } from '@ganglion/calculus'
import type { Chosen } from './game.ts'
import type { Discriminator } from './discriminator.ts'
import type { MixtureForm } from './measure.ts'
import type { Objective } from './objective.ts'
import { PlanError } from './plan-error.ts'
import { PluginError } from './plugin-error.ts'
import { isFlat } from './slope.ts'
import type { Sizes } from './state.ts'
import { authored, lawOf, playerSymbols, sharedAxis } from './symbols.ts'

/**
 * Whether a discriminator should be told mixtures as they are: it knows the expectations of an objective under them in closed
 * form, or it could not do with points either, being flat in x. Otherwise points drawn from them will do. What a plugin
 * throws by itself is left to who plays it.
 */
export function judgesMixtures(
  { plugin, options }: Pick<Chosen<Discriminator>, 'plugin' | 'options'>,
  objective: Objective,
): boolean {
  const line: Sizes = Object.hasOwn(plugin.sizes, 'dimensions') ? { dimensions: 1 } : {}
  try {
    const { state, settings } = playerSymbols({
      plugin,
      sizes: { ...plugin.sizes, ...line },
      options,
    })
    const closed = plugin.expectation?.mixture
    const known =
      closed &&
      [objective.f, objective.g, objective.generator ?? objective.g].every((f) =>
        isKnown(() => closed(anyMixture(), f, authored(state), settings)),
      )
    return known || isFlat((x) => plugin.critic(x, authored(state), settings), 1)
  } catch {
    return true
  }
}

function isKnown(expectation: () => unknown): boolean {
  try {
    expectation()
    return true
  } catch (error) {
    // Where a stranger's plugin is guarded, what it throws comes wrapped.
    const cause = error instanceof PluginError ? error.cause : error
    if (cause instanceof PlanError) return false
    throw error
  }
}

/** A mixture in symbols. */
function anyMixture(): MixtureForm {
  const components = sharedAxis('components', 2)
  return lawOf('mixture', {
    weights: array('law.weights', [components]),
    means: array('law.means', [components]),
    deviation: array('law.deviation', []),
  }) as MixtureForm
}
