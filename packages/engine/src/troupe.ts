import {
  PluginError,
  type Ask,
  type Block,
  type Moment,
  type Plan,
  type Script,
} from '@ganglion/core'
import type { ExperimentOptions } from './live-experiment.ts'
import { PluginActor } from './plugin-actor.ts'
import { settingsOf } from './rates.ts'
import { Recorder } from './recorder.ts'
import { Round } from './round.ts'
import { takeMoment } from './snapshot.ts'
import type { Table } from './table.ts'

/** All plugins of a game as actors, and what plays and records with them. */
export interface Troupe {
  readonly actors: readonly PluginActor[]
  readonly detectors: readonly PluginActor[]
  readonly round: Round
  readonly recorder: Recorder
  /** Copies what the next step depends on. */
  readonly moment: () => Moment
}

/** Makes an actor of every plugin. Players answer on streams; formulas are compiled into the players, but live and end like all. */
export function seatTroupe(
  plan: Plan,
  table: Table,
  rates: Readonly<Record<string, Block>>,
  step: () => number,
  { firstMember = 0, trace }: Pick<ExperimentOptions, 'firstMember' | 'trace'> = {},
): Troupe {
  const { generator, discriminator, target } = table
  const seat = (
    kind: string,
    name: string,
    answer: (ask: Ask<unknown>) => unknown = () => undefined,
  ): PluginActor => new PluginActor(kind, name, answer, step, trace)
  const players = {
    generator: seat('generator', plan.generator.plugin.name, (ask) => generator.answer(ask)),
    discriminator: seat('discriminator', plan.discriminator.plugin.name, (ask) =>
      discriminator.answer(ask),
    ),
  }
  const dynamics = seat('dynamics', plan.dynamics.plugin.name)
  const formulas = [
    seat('objective', plan.objective.name),
    seat('optimizer', plan.optimizer.name),
    ...plan.regularisers.map((r) => seat('regulariser', r.plugin.name)),
  ]
  const metrics = plan.metrics.map((metric) => ({ metric, actor: seat('metric', metric.name) }))
  const detectors = plan.detectors.map(({ name }) => seat('detector', name))
  const script = dynamics.guard('script', 0, null, () =>
    plan.dynamics.plugin.script(settingsOf(plan, rates)),
  )
  requireCapabilities(plan, script, dynamics)
  const round = new Round(script, dynamics, players, step)
  const moment = (): Moment => takeMoment({ plan, firstMember, step: step(), table, round, rates })
  return {
    actors: [
      players.generator,
      players.discriminator,
      dynamics,
      ...formulas,
      ...metrics.map((m) => m.actor),
      ...detectors,
    ],
    detectors,
    round,
    moment,
    recorder: new Recorder(generator, discriminator, target, metrics, { rules: plan, moment }),
  }
}

function requireCapabilities(
  { discriminator }: Plan,
  { needs = [] }: Script,
  { id }: PluginActor,
): void {
  const missing = needs.find((need) => !discriminator.plugin[need])
  if (missing === undefined) return
  const message = `it needs \`${missing}\`, which discriminator ${discriminator.plugin.name} does not have`
  throw new PluginError({ plugin: id, port: 'prepare', step: 0 }, message)
}
