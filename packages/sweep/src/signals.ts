import type { Plan } from '@ganglion/core'
import { suggest, type Problem, type Section } from '@ganglion/plan'

/** Criteria of success, shares and times, and statistics, whose signal nobody computes, or whose name has another meaning. */
export function mistakenCriteria(section: Section, plan: Plan, group: number): Problem[] {
  const known = [
    'payoff',
    'gradient.generator',
    'gradient.discriminator',
    ...plan.metrics.flatMap(({ signals }) => signals),
  ]
  const lists = (['success', 'shares', 'times', 'statistics'] as const).flatMap((where) =>
    Object.entries(section[where] ?? {}).map(
      ([name, criterion]): [string, { readonly signal: string }] => [
        `sweep.${where}.${name}`,
        criterion,
      ],
    ),
  )
  const unknown = lists
    .filter(([, { signal }]) => !known.includes(signal) && !owned.test(signal))
    .map(([path, { signal }]) => ({
      path: `${path}.signal`,
      message: `group ${group} has no signal ${signal}; ${suggest(signal, known)}`,
    }))
  return [...reserved(section), ...unknown]
}

const owned = /^(generator|discriminator)\./

/** In the summary the times of a region stand beside its criteria; and statistics beside regions and shares. */
function reserved({
  success = {},
  statistics = {},
  shares = {},
  regions = { all: {} },
}: Section): Problem[] {
  const taken = Object.keys(statistics)
    .filter(
      (name) => name === 'group' || Object.hasOwn(shares, name) || Object.hasOwn(regions, name),
    )
    .map((name) => ({
      path: `sweep.statistics.${name}`,
      message: `expected another name, got ${name}: an entry of the summary has something else by it`,
    }))
  if (!Object.hasOwn(success, 'times')) return taken
  return [
    ...taken,
    {
      path: 'sweep.success.times',
      message: 'expected another name, got times, below which sweep.times are summed up',
    },
  ]
}
