import type { DetectorDefinition } from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'

/** Options of a detector: defaults stand, every value out of range is refused, a signal that the user names is needed. */
export function detectorOptionCases(definition: DetectorDefinition): readonly Case[] {
  const { name } = definition
  return [
    check('options: defaults are accepted, and needs are those of the detector made', () => {
      const made = definition.create(defaultsOf(definition))
      expectThat(
        made.needs.join() === definition.needs().join(),
        () =>
          `detector ${name}: needs() says ${definition.needs().join(', ')}, the detector made says ${made.needs.join(', ')}.`,
      )
      expectThat(
        made.needs.length > 0,
        () => `detector ${name} needs no signal: name those without which it cannot judge.`,
      )
    }),
    check('options: what is out of range or unknown is refused', () => {
      for (const [option, value] of refusable(definition)) {
        expectThat(
          refused(() => definition.create({ [option]: value } as never)),
          () =>
            `detector ${name} accepts ${option} = ${JSON.stringify(value) ?? String(value)}: throw a RangeError (defineDetector does).`,
        )
      }
    }),
    check('options: a signal that the user names is among its needs', () => {
      for (const [option, declared] of Object.entries(definition.options)) {
        if ('min' in declared) continue
        const needs = definition.needs({ [option]: 'named.by-the-user' } as never)
        expectThat(
          needs.includes('named.by-the-user'),
          () =>
            `detector ${name}: option ${option} names a signal, but needs (${needs.join(', ')}) does not follow it: build needs from the options.`,
        )
      }
    }),
  ]
}

function defaultsOf({ options }: DetectorDefinition): Record<string, never> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, option.default as never]),
  )
}

/** Values that must be refused, by option. */
function* refusable({ options }: DetectorDefinition): Generator<readonly [string, unknown]> {
  yield ['no-such-option', 1]
  for (const [name, option] of Object.entries(options)) {
    yield [name, NaN]
    if (!('min' in option)) {
      yield [name, '']
      continue
    }
    yield [name, option.min - Math.max(1, Math.abs(option.min))]
    yield [name, option.max + Math.max(1, Math.abs(option.max))]
    yield [name, 'a word']
  }
}

function refused(make: () => unknown): boolean {
  try {
    make()
    return false
  } catch (error) {
    if (error instanceof RangeError) return true
    throw error
  }
}
