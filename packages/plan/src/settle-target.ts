import {
  defaultDraws,
  type MeasureKind,
  type MeasureValues,
  type PointsValues,
  type Random,
} from '@ganglion/core'
import { cursor, stream } from '@ganglion/numerics'
import { checkTarget } from './check-target.ts'
import { targetOf } from './chosen.ts'
import { isRecord, type Config } from './config.ts'
import { grid, ring, sphere, type Rows } from './figures.ts'
import { ConfigError, type Problem } from './problem.ts'
import { readPoints, type ReadPoints } from './read-points.ts'
import { mostPoints } from './target-kinds.ts'

/** A target section as the law that it describes. */
export interface SettledTarget {
  /** Of the first member, where members have laws of their own. */
  readonly target: MeasureValues
  /** The law of one member, from its own draws; left out where all have the same. */
  readonly drawTarget?: (random: Random) => PointsValues
  /** The section as a plan tells it: a law in full, or the drawing where each member has its own. */
  readonly section: Config
}

/** The law of a section that the schema accepts; figures and files become points here. Or what is wrong with it. */
export async function settleTarget(
  written: Config,
  seed: number,
  told: MeasureKind = 'mixture',
): Promise<SettledTarget | readonly Problem[]> {
  const { kind, masses } = written
  if (kind === 'mixture' && told === 'points') return drawnFrom(written, seed)
  if (kind === 'mixture' || kind === 'points') return lawful(written)
  const points = (rows: Rows): Config => ({
    kind: 'points',
    positions: rows,
    ...(masses === undefined ? {} : { masses }),
  })
  if (kind === 'file') {
    const found = await pointsIn(written)
    return isProblem(found) ? [found] : ofFile(written, found)
  }
  if (kind === 'ring') return lawful(points(ring(written['points'] as number, radiusOf(written))))
  if (kind === 'grid') return gridOf(written, points)
  const drawn = (random: Random): Config =>
    points(
      sphere(
        random,
        written['points'] as number,
        written['dimensions'] as number,
        radiusOf(written),
      ),
    )
  const settled = lawful(drawn(cursor(stream(seed, targetStream), 0)))
  if (written['draw'] !== 'member' || !('target' in settled)) return settled
  return {
    ...settled,
    drawTarget: (random) => targetOf(drawn(random)) as PointsValues,
    section: { radius: 1, ...written },
  }
}

/**
 * A configuration whose target is a file with the points of that file in its place, so that it says the same wherever and
 * whenever it is read. Throws a ConfigError for a file that holds no points.
 */
export async function withFileRead(config: Config): Promise<Config> {
  const { target } = config
  if (!isRecord(target) || target['kind'] !== 'file' || typeof target['path'] !== 'string')
    return config
  const found = await pointsIn(target)
  if (isProblem(found)) throw new ConfigError([found])
  const { path: _, ...rest } = target
  return { ...config, target: { ...found, ...rest, kind: 'points' } }
}

async function pointsIn({ path }: Config): Promise<ReadPoints | Problem> {
  return readPoints(path as string).catch((error: unknown) => {
    if (error instanceof RangeError) return { path: 'target.path', message: error.message }
    throw error
  })
}

const isProblem = (found: ReadPoints | Problem): found is Problem => 'message' in found

/** The stream of draws from which members' targets come: the engine draws from it by the member's number. */
const targetStream = 'target'

const radiusOf = ({ radius = 1 }: Config): number => radius as number

function gridOf(
  written: Config,
  points: (rows: Rows) => Config,
): SettledTarget | readonly Problem[] {
  const { side, spacing = 1, dimensions = 2 } = written as Record<string, number>
  const count = Array.from({ length: dimensions }).reduce<number>((all) => all * side!, 1)
  if (count > mostPoints)
    return [
      {
        path: 'target.side',
        message: `expected at most ${mostPoints} points in all, got ${side} along each of ${dimensions} axes, ${count}`,
      },
    ]
  return lawful(points(grid(side!, spacing, dimensions)))
}

/** The law of a file. Masses that it tells itself are wrong in the file, not in the section. */
function ofFile({ path, masses }: Config, found: ReadPoints): SettledTarget | readonly Problem[] {
  const settled = lawful({ kind: 'points', ...found, ...(masses === undefined ? {} : { masses }) })
  if ('target' in settled || masses !== undefined) return settled
  return settled.map(({ path: place, message }) => ({
    path: 'target.path',
    message: `${String(path)}: ${place.replace('target.', '')}: ${message}`,
  }))
}

/** Points drawn from a mixture, once, from the seed: as many of every component, which share its weight. */
function drawnFrom(written: Config, seed: number): SettledTarget | readonly Problem[] {
  const { draws = defaultDraws, ...law } = written as Config & { readonly draws?: number }
  const settled = lawful(law)
  if (!('target' in settled) || settled.target.kind !== 'mixture') return settled
  const { means, weights, deviation } = settled.target
  const count = means.length * draws
  if (count > mostPoints)
    return [
      {
        path: 'target.draws',
        message: `expected at most ${mostPoints} points in all, got ${draws} for each of ${means.length} components, ${count}`,
      },
    ]
  const random = cursor(stream(seed, targetStream), 0)
  const each = Array.from({ length: draws })
  return lawful({
    kind: 'points',
    positions: means.flatMap((mean) => each.map(() => [mean + deviation * random.normal()])),
    masses: weights.flatMap((weight) => each.map(() => weight / draws)),
  })
}

function lawful(section: Config): SettledTarget | readonly Problem[] {
  const problems = checkTarget(section)
  if (problems.length > 0) return problems
  const target = targetOf(section)
  return { target, section: target as unknown as Config }
}
