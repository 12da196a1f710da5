import type { Discriminator, Generator, Objective, Optimizer, Regulariser } from '@ganglion/core'
import {
  testDiscriminator,
  testGenerator,
  testObjective,
  testOptimizer,
  testRegulariser,
  type Case,
} from '@ganglion/testkit'
import { conform } from '@ganglion/testkit/vitest'
import { expect, test } from 'vitest'
import { registry } from '../../packages/ganglion/src/registry.generated.ts'

/** Kinds whose suites run here, and kinds that are looked after elsewhere. */
const here = ['generators', 'discriminators', 'objectives', 'regularisers', 'optimizers'] as const
const elsewhere = ['dynamics', 'metrics', 'detectors', 'papers']

type Kind = (typeof here)[number]

/** What the suite of a plugin must be told, by kind and name. */
const told: Readonly<Partial<Record<Kind, Readonly<Record<string, object>>>>> = {
  discriminators: {
    // The other rules let intervals overlap, and there D counts a point twice: E f(D) and `best` are those of a union.
    interval: { settings: { crossing: 'absorb-ordered' } },
  },
}

/** The suite of a plugin; its file goes along, so that a worker imports it too. */
function suiteOf(kind: Kind, plugin: unknown, name: string): readonly Case[] {
  const file = new URL(`../../plugins/${kind}/${name}/${name}.ts`, import.meta.url)
  const options = { ...told[kind]?.[name] }
  switch (kind) {
    case 'generators':
      return testGenerator(plugin as Generator, { file, ...options })
    case 'discriminators':
      return testDiscriminator(plugin as Discriminator, { file, ...options })
    case 'objectives':
      return testObjective(plugin as Objective, options)
    case 'regularisers':
      return testRegulariser(plugin as Regulariser, options)
    case 'optimizers':
      return testOptimizer(plugin as Optimizer)
  }
}

const loaders: Readonly<Record<string, Readonly<Record<string, () => Promise<unknown>>>>> = registry

test('every kind of built-in plugin has a suite, and every option is told to a plugin that exists', () => {
  expect(Object.keys(registry).toSorted()).toEqual([...here, ...elsewhere].toSorted())
  for (const [kind, plugins] of Object.entries(told))
    expect(Object.keys(loaders[kind]!)).toEqual(expect.arrayContaining(Object.keys(plugins)))
})

for (const kind of here) {
  for (const [name, load] of Object.entries(loaders[kind]!)) {
    const cases = suiteOf(kind, await load(), name)
    test(`${kind}: ${name} has cases`, () => expect(cases.length).toBeGreaterThan(5))
    conform(`${kind}: ${name}`, cases)
  }
}
