import type { Plan } from '@ganglion/core'
import { suggest, type Criterion, type Problem, type Section } from '@ganglion/plan'

/** Criteria of success, shares and times whose signal nobody computes, or whose name has another meaning. */
export function mistakenCriteria(section: Section, plan: Plan, group: number): Problem[] {
  const known = [
    'payoff',
    'gradient.generator',
    'gradient.discriminator',
    ...plan.metrics.flatMap(({ signals }) => signals),
  ]
  const lists = (['success', 'shares', 'times'] as const).flatMap((where) =>
    Object.entries(section[where] ?? {}).map(([name, criterion]): [string, Criterion] => [
      `sweep.${where}.${name}`,
      criterion,
    ]),
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

/** In the summary the times of a region stand beside its criteria, by this name. */
function reserved({ success = {} }: Section): Problem[] {
  if (!Object.hasOwn(success, 'times')) return []
  return [
    {
      path: 'sweep.success.times',
      message: 'expected another name, got times, below which sweep.times are summed up',
    },
  ]
}
