import { apiVersion, type Versioned } from './api-version.ts'
import type { Observation } from './frame.ts'
import type { Rules } from './rules.ts'
import type { Moment } from './snapshot.ts'

/** What a metric writes of one member at a frame: by signal a number or a list. */
export interface Measurement {
  readonly [signal: string]: number | readonly number[]
}

/** The step of one member that is due: what plays it, and from where. */
export interface DueStep {
  readonly rules: Rules
  readonly moment: Moment
  /** The member of the moment, counted from 0. */
  readonly member: number
}

/** Numbers computed from one member's frame. */
export interface Metric extends Versioned {
  readonly kind: 'metric'
  readonly name: string
  readonly source: string
  /** Signals that it reads. */
  readonly needs: readonly string[]
  /** The signals it writes, each a number or a list; NaN where it cannot tell. */
  readonly signals: readonly string[]
  /** Whether it is told what it wrote at the frame before. */
  readonly remembers?: boolean
  /**
   * Whether it also measures after the steps between frames, for what must be dated to the step; it remembers then, and what it
   * wrote last is what it is told. It may need arrays of the players and of the laws only: nobody asks for a payoff there.
   */
  readonly everyStep?: boolean
  /**
   * Whether it is told of the step that is due: for what a frame cannot show, such as the Jacobian of a step. That copies the
   * game at every frame, so it is told to nobody else.
   */
  readonly looksAhead?: boolean
  /**
   * What it measures. `before` is what it wrote of this member at the frame before (or step, where it measures at every one): nothing at the first frame, and never to a
   * metric that does not say that it remembers. What is kept over time is kept in signals, so frames show it, and a game
   * that goes on from a snapshot needs nothing more. `due` is told to a metric that looks ahead, wherever a game is played.
   */
  readonly number: (observation: Observation, before?: Measurement, due?: DueStep) => Measurement
}

/** Declares a metric. Throws an Error for one of every step that needs what only frames have, or that forgets. */
export function defineMetric(form: Omit<Metric, 'kind' | 'apiVersion'>): Metric {
  if (form.everyStep) requireArrays(form)
  return { ...form, kind: 'metric', apiVersion }
}

function requireArrays({ name, remembers, needs }: Omit<Metric, 'kind' | 'apiVersion'>): void {
  const other = needs.find((need) => !/^(generator|discriminator|target)\./.test(need))
  if (remembers && other === undefined) return
  throw new Error(
    `metric ${name} measures at every step: ${remembers ? `it cannot need ${other}, which frames alone have; need arrays such as generator.positions` : 'say `remembers: true` too, else what it measured is lost'}`,
  )
}
