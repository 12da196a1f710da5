import type { Metric, Observation } from '@ganglion/core'
import type { Case } from './case.ts'
import { check } from './check.ts'
import { definitionCases } from './definition-cases.ts'
import {
  answersAgain,
  bearsBadNumbers,
  keepsNothing,
  playsAgain,
  readsItsNeeds,
  saysNaN,
  wellFormed,
  writesItsSignals,
} from './metric-cases.ts'
import { trialOf } from './metric-trial.ts'
import { mistakesOnce } from './mistakes-once.ts'

/** What a metric's suite may be told beforehand. */
export interface MetricSuite {
  /**
   * Observations of games of one size, each with every signal that the metric needs, on which it can tell. Without them the
   * suite makes some from the names of the signals.
   */
  readonly observations?: readonly Observation[]
  /** Needed signals that it can do without: no NaN is asked for when one of them is missing. */
  readonly optional?: readonly string[]
}

/**
 * The conformance suite of a metric: it is well formed, reads only what it needs, writes exactly its signals with
 * constant lengths, says NaN where it cannot tell, and is a pure function of one observation.
 */
export function testMetric(metric: Metric, options: MetricSuite = {}): readonly Case[] {
  const { observations, optional = [] } = options
  const trial = trialOf(metric, observations)
  return mistakesOnce([
    ...definitionCases(metric, 'metric', ['number']),
    check('definition: needs and signals', () => wellFormed(trial)),
    check('reads the signals that it needs, and no other', () => readsItsNeeds(trial)),
    check('writes exactly its signals, numbers or lists of constant length', () =>
      writesItsSignals(trial),
    ),
    check('a game that is played again gives the same, told what was written', () =>
      playsAgain(trial),
    ),
    check('gives the same answer again, and changes nothing that it was given', () =>
      answersAgain(trial),
    ),
    check('does not care which member comes first', () => keepsNothing(trial)),
    check('bears NaN and infinite numbers, and keeps the length of its lists', () =>
      bearsBadNumbers(trial),
    ),
    check('says NaN where a signal is missing', () => saysNaN(trial, optional)),
  ])
}
