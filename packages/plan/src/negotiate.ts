import {
  asPoints,
  isOfMixtures,
  judgesMixtures,
  settledWords,
  type Discriminator,
  type Generator,
  type MeasureKind,
  type Objective,
} from '@ganglion/core'
import { isRecord, type Config } from './config.ts'

/** The kinds of laws that a discriminator is told. */
export interface ToldKinds {
  readonly target: MeasureKind
  readonly generator: MeasureKind
}

/** How the laws of a configuration are told. */
export interface Negotiated {
  /** The generator, answering with what will be told. */
  readonly generator: Generator | null
  readonly kinds: ToldKinds
  /** Whether the generator answers with points that are drawn from its mixture. */
  readonly isDrawn: boolean
}

/**
 * Laws are told as they are where the discriminator knows them in closed form. Otherwise, or where the user asks for
 * `draws`, mixtures are told as points that are drawn from them.
 */
export function negotiate(
  config: Config,
  generator: Generator | null,
  discriminator: Discriminator | null,
  objective: Objective | null,
): Negotiated {
  const sections = [config['target'], config['generator'], config['discriminator']]
  const [target, section, judge] = sections.map((s) => (isRecord(s) ? s : {}))
  const closed =
    !discriminator ||
    !objective ||
    judgesMixtures(
      { plugin: discriminator, options: judge as Record<string, number | string> },
      objective,
    )
  const areAsked = ({ draws }: Config): boolean => draws !== undefined || !closed
  const ofTarget = isMixture(target!) && !areAsked(target!) ? 'mixture' : 'points'
  const as = (kind: MeasureKind, one = generator): Negotiated => ({
    generator: one,
    kinds: { target: ofTarget, generator: kind },
    isDrawn: one !== generator,
  })
  if (!generator) return as(ofTarget)
  if (!answersMixture(generator, section)) return as('points')
  return areAsked(section!) ? as('points', asPoints(generator)) : as('mixture')
}

const isMixture = ({ kind = 'mixture' }: Config): boolean => kind === 'mixture'

/** Whether a generator of this section answers with a mixture. What it throws by itself is told when it is played. */
export function answersMixture(generator: Generator, section: Config = {}): boolean {
  try {
    return isOfMixtures(generator, generator.sizes, settledWords(generator.options, section))
  } catch {
    return false
  }
}
