import { apiVersion, type Versioned } from './api-version.ts'
import type { Ask } from './ask.ts'
import type { Rate } from './message.ts'
import { isChoice, type ChoiceOption, type NumericOption, type Options } from './option.ts'
import type { Ports } from './ports.ts'

/** What a script may require of the players. */
export type Capability = 'best'

/** Steps of the algorithm, asked one question at a time. */
export type Steps = Generator<Ask<unknown>, void, unknown>

/**
 * The algorithm: who moves when. A script never looks inside a message. What it remembers between steps stands in its
 * memory, so that a run can be saved.
 */
export interface Script<Memory = unknown> {
  readonly needs?: readonly Capability[]
  readonly memory?: () => Memory
  readonly step: (ports: Ports, memory: Memory) => Steps
}

/** Options as a script meets them: names beginning like `...Rate` as opaque rates, other numbers and words as they are. */
export type ScriptSettings<O extends Options> = {
  readonly [K in keyof O]: O[K] extends ChoiceOption
    ? O[K]['choices'][number]
    : K extends `${string}Rate`
      ? Rate
      : number
}

/** A dynamics without its author's types. */
export interface Dynamics extends Versioned {
  readonly kind: 'dynamics'
  readonly name: string
  readonly source: string
  readonly options: Options
  readonly script: (settings: { readonly [option: string]: Rate | number | string }) => Script
}

/** Declares a dynamics; options whose names end in `Rate` reach the script as opaque rates, one number per member. */
export function defineDynamics<const O extends Options, Memory = undefined>(form: {
  readonly name: string
  readonly source: string
  readonly options: O
  readonly script: (settings: ScriptSettings<O>) => Script<Memory>
}): Dynamics {
  return { ...form, kind: 'dynamics', apiVersion } as unknown as Dynamics
}

/** The option of a step size, 0.1 when nobody says another: `generatorRate: stepSize('the generator')`. */
export const stepSize = (whose: string): NumericOption => ({
  default: 0.1,
  min: 0,
  max: 1e3,
  description: `step size of ${whose}`,
})

/** Whether an option of a dynamics is a rate: a number that may change while the game runs. */
export function isRate(name: string, options: Options): boolean {
  return name.endsWith('Rate') && options[name] !== undefined && !isChoice(options[name])
}
