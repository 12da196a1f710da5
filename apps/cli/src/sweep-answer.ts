import { ConfigError, layer, withFileRead, type Config } from '@ganglion/plan'
import { outlineOf, planSweep, secondsOf, type SweepOutline } from '@ganglion/sweep'
import { layersOf, registryWith, type Overrides } from 'ganglion/prepare'

/** Which sweep is meant: that of a target with what is laid over it, or of a manifest. */
export type SweepQuestion = (
  | { readonly target: string; readonly overrides: Overrides }
  | { readonly config: Config; readonly hash: string; readonly name: string }
) & {
  readonly plugins: readonly string[]
  readonly chunkMembers?: number | undefined
  /** Play a few steps, to know how long it takes. */
  readonly timed?: boolean
}

/** A sweep as plain data, and how many seconds one worker needs for it. */
export interface SweepAnswer {
  readonly outline: SweepOutline
  readonly seconds: number | null
}

/** Plans a sweep in the thread that this is called in. Throws a ConfigError with everything that is wrong. */
export async function sweepAnswer(question: SweepQuestion): Promise<SweepAnswer> {
  const registry = await registryWith(question.plugins)
  const { config, locate } = await written(question, registry)
  const plan = await planSweep(config, registry, question.chunkMembers).catch((error: unknown) => {
    throw locate(error)
  })
  if ('hash' in question && plan.hash !== question.hash)
    throw new ConfigError([
      {
        path: question.name,
        message:
          'this version of Ganglion, or of its plugins, makes another sweep of it than was begun: go on with the version that manifest.json of the run names',
      },
    ])
  const seconds = question.timed ? await secondsOf(plan, () => performance.now() / 1000) : null
  return { outline: outlineOf(plan), seconds }
}

async function written(
  question: SweepQuestion,
  registry: Awaited<ReturnType<typeof registryWith>>,
): Promise<{ readonly config: Config; readonly locate: (error: unknown) => unknown }> {
  if ('config' in question) return { config: question.config, locate: (error) => error }
  const { layers, locate } = await layersOf(question.target, question.overrides, registry)
  const config = await layer(
    layers.map((one) => one.config),
    registry,
  )
  // What goes into the manifest of a sweep is read again by its workers, and by whoever resumes it.
  try {
    return { config: await withFileRead(config), locate }
  } catch (error) {
    throw locate(error)
  }
}
