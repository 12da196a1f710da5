import type { Discriminator, Generator } from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'
import { describe } from './definition-cases.ts'
import { playerBench } from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'

const functions = [
  'best',
  'advance',
  'ahead',
  'constraint',
  'ridge',
  'memory',
  'fixed',
  'noise',
] as const

/** What a player declares is there: a capability that only looks declared would fail in the middle of a run. */
export function capabilityCases(
  plugin: Discriminator | Generator,
  suite: PlayerSuite,
): readonly Case[] {
  const fields = plugin as unknown as Readonly<Record<string, unknown>>
  return [
    check('capabilities: what is declared is there', () => {
      for (const name of functions)
        expectThat(
          !(name in fields) || typeof fields[name] === 'function',
          () =>
            `${name} is declared and absent: expected a function, got ${describe(fields[name])}: write it, or leave the field out`,
        )
      expectThat(
        !('ahead' in fields) || 'advance' in fields,
        () =>
          'ahead is declared without advance: families with parameters look ahead by derived steps; leave the field out, or write advance',
      )
      if ('expectation' in fields) refuseExpectation(fields['expectation'])
      const { symbols } = playerBench(plugin, suite)
      for (const name of plugin.unbounded ?? [])
        expectThat(
          symbols.trained.includes(name),
          () =>
            `unbounded names ${name}, which is no parameter; parameters are ${symbols.trained.join(', ')}`,
        )
      expectThat(
        symbols.memory.length === 0 ||
          typeof fields['constraint'] === 'function' ||
          typeof fields['advance'] === 'function',
        () =>
          `memory ${symbols.memory.join(', ')} is written by the constraint or by advance, and there is neither: it would stay at its start. Write one, or declare the array as fixed.`,
      )
    }),
  ]
}

function refuseExpectation(expectation: unknown): void {
  const forms = Object.entries((expectation ?? {}) as object)
  expectThat(
    forms.length > 0,
    () =>
      `expectation is declared and absent: expected { mixture: (law, f, state, settings) => ... }, got ${describe(expectation)}`,
  )
  for (const [kind, form] of forms) {
    expectThat(
      kind === 'mixture',
      () => `expectation.${kind}: no law is called so; the one closed form asked for is mixture`,
    )
    expectThat(
      typeof form === 'function',
      () =>
        `expectation.${kind} is declared and absent: expected a function, got ${describe(form)}`,
    )
  }
}
