import { watch, type GanglionEvent, type Observation } from '@ganglion/core'
import { convergence } from '../../plugins/detectors/convergence/convergence.ts'
import { discriminatorCollapse } from '../../plugins/detectors/discriminator-collapse/discriminator-collapse.ts'
import { divergence } from '../../plugins/detectors/divergence/divergence.ts'
import { modeCollapse } from '../../plugins/detectors/mode-collapse/mode-collapse.ts'
import { oscillation } from '../../plugins/detectors/oscillation/oscillation.ts'
import { stall } from '../../plugins/detectors/stall/stall.ts'
import { vanishingGradient } from '../../plugins/detectors/vanishing-gradient/vanishing-gradient.ts'
import { weightEscape } from '../../plugins/detectors/weight-escape/weight-escape.ts'
import { wrongOrder } from '../../plugins/detectors/wrong-order/wrong-order.ts'

/** Every detector of the house, with its defaults. */
export const detectors = () => [
  convergence(),
  modeCollapse(),
  oscillation(),
  divergence(),
  vanishingGradient(),
  discriminatorCollapse(),
  stall(),
  wrongOrder(),
  weightEscape(),
]

/** What all detectors say about one member, and how it would end. */
export function watched(observations: Iterable<Observation>) {
  const watching = watch(detectors(), 1)
  const events: GanglionEvent[] = []
  for (const observation of observations) events.push(...watching.next(observation).events)
  events.push(...watching.end())
  return { events, outcome: watching.outcome(0), verdict: watching.verdict(0) }
}

/** Events in short: `oscillation@681<77`, with a minus before the name when cleared. */
export const brief = (events: readonly GanglionEvent[]) =>
  events.map((event) =>
    event.type === 'insufficient-data'
      ? `?${event.event}`
      : `${event.type === 'cleared' ? '-' : ''}${event.event}@${event.step}<${event.since}`,
  )
