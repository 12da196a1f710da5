import type { Discriminator } from './discriminator.ts'
import type { Dynamics } from './dynamics.ts'
import type { Generator } from './generator.ts'
import type { MeasureValues } from './measure.ts'
import type { Objective } from './objective.ts'
import type { Optimizer } from './optimizer.ts'
import type { Random } from './player.ts'
import type { Regulariser } from './regulariser.ts'
import type { Sizes, Values } from './state.ts'

/** A plugin with the options chosen for it. */
export interface Chosen<Definition> {
  readonly plugin: Definition
  readonly sizes: Sizes
  /** Numbers and words by option name. */
  readonly options: Readonly<Record<string, number | string>>
}

/** A player with its start: given arrays, or `random` ones drawn per member where none are given. */
export interface ChosenPlayer<Definition> extends Chosen<Definition> {
  readonly given: Values
}

/** `exact`: the same bits on every machine. `fast`: fused operations, the same bits on this machine and version of Node only. */
export type Profile = 'exact' | 'fast'

/**
 * In what the critique of positions and means is taken. `coordinate`: the derivative of the loss, in which a place of little
 * mass hears little. `mass`: the gradient of the first variation, d/dy_j (dV/dq_j), in which all hear the same.
 */
export type Geometry = 'coordinate' | 'mass'

/** Everything that decides what a step does: a plan without those who only look on. */
export interface Rules {
  /** The configuration that it came from, as plain data. */
  readonly config: Readonly<Record<string, unknown>>
  readonly hash: string
  /** The law to be learned; where each member has its own, that of the first. */
  readonly target: MeasureValues
  /** The law of one member from its own draws, of the same shape as `target`; left out where all have the same. */
  readonly drawTarget?: (random: Random) => MeasureValues
  readonly generator: ChosenPlayer<Generator>
  readonly discriminator: ChosenPlayer<Discriminator>
  readonly objective: Objective
  readonly optimizer: Optimizer
  readonly regularisers: readonly Chosen<Regulariser>[]
  readonly dynamics: Chosen<Dynamics>
  readonly steps: number
  readonly seed: number
  readonly members: number
  /** Detectors and metrics see every n-th step. */
  readonly every: number
  /** Of the numbers; `exact` where nothing is said. */
  readonly profile?: Profile
  /** Of the critique; `coordinate` where nothing is said. */
  readonly geometry?: Geometry
  /** Whether the players have changed places: the discriminator lowers the payoff, the generator raises it. */
  readonly mirrored?: boolean
}
