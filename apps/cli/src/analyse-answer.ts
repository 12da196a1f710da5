import { analyse, NoJacobian, reached, type Analysis, type Eigenvalue } from '@ganglion/stability'
import { PluginError } from '@ganglion/core'
import { prepare, type Config, type Overrides } from 'ganglion'
import type { places } from './analyse-flags.ts'

/** A game, and where its step is to be analysed. */
export interface AnalysisQuestion {
  readonly target: string | Config
  readonly overrides: Overrides
  readonly firstMember: number
  readonly at: (typeof places)[number]
  /** The step, or the one from which an equilibrium is searched; null for the last. */
  readonly step: number | null
}

/** An analysis as plain data. */
export interface AnalysisAnswer extends Omit<Analysis, 'linearisation' | 'eigenvalues'> {
  /** Who plays: generator, discriminator, dynamics. */
  readonly names: readonly [string, string, string]
  readonly at: AnalysisQuestion['at']
  /** Steps played before. */
  readonly step: number
  readonly seed: number
  readonly planHash: string
  /** The joint state by array. */
  readonly state: Readonly<Record<string, readonly number[]>>
  readonly coordinates: number
  readonly eigenvalues: readonly Eigenvalue[]
}

/** Plays a game to the step and analyses the next one. Rejects with a ConfigError, PluginError, NoJacobian or NoEquilibrium. */
export async function analysisAnswer(
  question: AnalysisQuestion & { readonly plugins: readonly string[] },
): Promise<AnalysisAnswer> {
  const { target, overrides, plugins, firstMember, at } = question
  const plan = await prepare(target, { ...overrides, plugins })
  const after = async (step: number): Promise<readonly [number, Analysis]> => {
    const point = await reached(plan, step, { firstMember })
    return [step, analyse(plan, point, at)]
  }
  const last = question.step ?? plan.steps
  // From where an unstable game has run to there may be no way back, or it fails before: then from its start.
  const elsewhere = at === 'equilibrium' && question.step === null
  const [step, { linearisation, ...found }] = await after(last).catch((error: unknown) => {
    if (elsewhere && (error instanceof NoJacobian || error instanceof PluginError)) return after(0)
    throw error
  })
  let from = 0
  const state = linearisation.sections.map(({ path, cells }) => {
    const numbers = linearisation.at.slice(from, (from += cells))
    return [path, Array.from(numbers)] as const
  })
  return {
    names: [plan.generator, plan.discriminator, plan.dynamics].map(
      ({ plugin }) => plugin.name,
    ) as unknown as AnalysisAnswer['names'],
    at,
    step,
    seed: plan.seed,
    planHash: plan.hash,
    state: Object.fromEntries(state),
    coordinates: linearisation.at.length,
    ...found,
  }
}
