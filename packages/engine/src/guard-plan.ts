import type { Detector, Measurement, Observation, Plan, Trace } from '@ganglion/core'
import { freezeDeep } from './freeze.ts'
import { guardPlugin, sound } from './guard-plugin.ts'

/** How plugin code is watched. */
export interface Guarding {
  readonly trace?: Trace | undefined
  /** Freeze what plugin code is given, so that one that changes its input is found where it does. */
  readonly frozen?: boolean | undefined
}

const known = new WeakMap<Plan, Plan>()

/**
 * A plan whose plugins tell the trace where they run, and whose mistakes while a game is prepared are located. Where
 * nobody traces, the same for the same plan: what follows from its formulas is derived once for all ensembles of it.
 */
export function guardPlan(plan: Plan, guarding: Guarding): Plan {
  if (guarding.trace || guarding.frozen) return guardedPlan(plan, guarding)
  const guarded = known.get(plan) ?? guardedPlan(plan, guarding)
  known.set(plan, guarded)
  return guarded
}

function guardedPlan(plan: Plan, guarding: Guarding): Plan {
  const { trace, frozen = false } = guarding
  const chosen = <C extends { readonly plugin: object }>(one: C, kind: string): C => ({
    ...one,
    plugin: guardPlugin(kind, one.plugin as Named, trace),
  })
  const discriminator = chosen(plan.discriminator, 'discriminator')
  const { best } = discriminator.plugin
  return {
    ...plan,
    generator: chosen(plan.generator, 'generator'),
    discriminator:
      best && frozen
        ? {
            ...discriminator,
            plugin: {
              ...discriminator.plugin,
              best: (...given) => best(...(freezeDeep(given) as typeof given)),
            },
          }
        : discriminator,
    objective: guardPlugin('objective', plan.objective, trace),
    optimizer: guardPlugin('optimizer', plan.optimizer, trace),
    regularisers: plan.regularisers.map((r) => chosen(r, 'regulariser')),
    dynamics: chosen(plan.dynamics, 'dynamics'),
    metrics: frozen
      ? plan.metrics.map((metric) => ({
          ...metric,
          number: (seen: Observation, before?: Measurement) =>
            metric.number(
              freezeDeep(seen) as Observation,
              freezeDeep(before) as Measurement | undefined,
            ),
        }))
      : plan.metrics,
    detectors: plan.detectors.map((detector) => guardDetector(detector, guarding)),
  }
}

type Named = { readonly name: string }

/** `next` is what all frames go through: it is written out, and throws as it is, for the fold knows the member. */
function guardDetector(detector: Detector, { trace, frozen = false }: Guarding): Detector {
  const id = `detector:${detector.name}`
  const next: Detector['next'] = (memory, observation) =>
    sound(detector.next(memory, observation), Array.isArray)
  const guarded = { ...guardPlugin('detector', detector, trace), next }
  if (!trace && !frozen) return guarded
  const [plugin, port] = trace ? [trace.name(id), trace.name('next')] : [0, 0]
  return {
    ...guarded,
    next: (memory, observation) => {
      if (frozen) freezeDeep(observation)
      trace?.enter(plugin, port, observation.step)
      try {
        return next(memory, observation)
      } finally {
        trace?.leave()
      }
    },
  }
}
