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

/** The suite of a plugin, with the options that its module exports; its file goes along, so that a worker imports it too. */
async function suiteOf(kind: Kind, name: string): Promise<readonly Case[]> {
  const file = new URL(`../../plugins/${kind}/${name}/${name}.ts`, import.meta.url)
  const { default: plugin, conformance: options = {} } = (await import(file.href)) as {
    default: unknown
    conformance?: object
  }
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

test('every kind of built-in plugin has a suite', () => {
  expect(Object.keys(registry).toSorted()).toEqual([...here, ...elsewhere].toSorted())
})

for (const kind of here) {
  for (const name of Object.keys(registry[kind])) {
    const cases = await suiteOf(kind, name)
    test(`${kind}: ${name} has cases`, () => expect(cases.length).toBeGreaterThan(5))
    conform(`${kind}: ${name}`, cases)
  }
}
