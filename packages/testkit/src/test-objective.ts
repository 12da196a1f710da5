import type { Expr } from '@ganglion/calculus'
import type { Objective } from '@ganglion/core'
import { authoredPorts } from './authored-ports.ts'
import type { Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { definitionCases, describe } from './definition-cases.ts'
import { refuseKinks } from './kinks.ts'
import { mistakesOnce } from './mistakes-once.ts'
import { derivedField, scalarField } from './scalar-field.ts'
import { difference } from './same-bits.ts'
import { compareSlopes } from './slopes.ts'
import { withoutChance } from './without-chance.ts'

/** What the suite of an objective may be told. */
export interface ObjectiveSuite {
  /** The objective has kinks, and its author knows. */
  readonly kinks?: boolean
  /** The range of D that it is made for; without it every number. Logarithms of D want [0, 1]. */
  readonly domain?: readonly [low: number, high: number]
}

/** The conformance suite of an objective: named cases, to be run by any test runner or by none. */
export function testObjective(
  written: Objective,
  { kinks = false, domain = [-1e9, 1e9] }: ObjectiveSuite = {},
): readonly Case[] {
  const definition = authoredPorts(written)
  const inside = (d: number): boolean => d > domain[0] && d < domain[1]
  const places = [-1e6, -37, -2.3, -1, -0.5, 0, 0.2, 0.5, 0.7, 1, 2.1, 41, 1e6].filter(inside)
  const parts = (): [string, (d: Expr) => Expr][] =>
    (['f', 'g', 'generator'] as const).flatMap((part) => {
      const form = definition[part]
      return form ? [[part, form] as [string, (d: Expr) => Expr]] : []
    })
  const each = (run: (part: string, form: (d: Expr) => Expr) => void) => () => {
    for (const [part, form] of parts()) run(part, form)
  }
  return mistakesOnce([
    ...definitionCases(definition, 'objective', ['f', 'g']),
    check('capabilities: what is declared is there', () => {
      const { generator } = definition
      expectThat(
        !('generator' in definition) || typeof generator === 'function',
        () =>
          `generator is declared and absent: expected a function, got ${describe(generator)}: leave it out for a zero-sum game`,
      )
    }),
    check(
      'values: finite with finite slopes at every D',
      each((part, form) => {
        const field = scalarField(part, ['D'], ({ D }) => form(D!))
        for (const d of places) {
          const [value, slope] = [field.valueOf([at(d)])[0]!, field.slopesOf([at(d)])[0]!['D']![0]!]
          expectThat(
            Number.isFinite(value) && Number.isFinite(slope),
            () =>
              `${part} at D = ${d} is ${show(value)}, its slope ${show(slope)}: critics reach every number, so use softplus for log(1 + e^D), or declare { domain: [0, 1] } for an objective of probabilities`,
          )
        }
      }),
    ),
    check(
      'derivatives: first and second slopes against differences',
      each((part, form) => {
        const build = ({ D }: Readonly<Record<string, Expr>>): Expr => form(D!)
        for (const d of places) {
          const where = `at D = ${d}`
          compareSlopes(scalarField(part, ['D'], build), at(d), { kinks }, where)
          compareSlopes(derivedField(part, ['D'], 'D', build), at(d), { kinks }, where)
        }
      }),
    ),
    ...(kinks
      ? []
      : [
          check(
            'derivatives: no kink',
            each((part, form) => {
              const field = scalarField(part, ['D'], ({ D }) => form(D!))
              const [low, high] = [Math.max(domain[0], -8), Math.min(domain[1], 8)]
              // Lines run from -2 to 2 times their direction.
              const width = [(high - low) / 4.01]
              refuseKinks(field, at((low + high) / 2), { D: width }, `D from ${low} to ${high}`)
            }),
          ),
        ]),
    check('direction: f or g depends on D', () => {
      const depends = [definition.f, definition.g].some((form) => {
        const field = scalarField('f', ['D'], ({ D }) => form(D!))
        return field.slopesOf(places.map(at)).some((s) => s['D']![0] !== 0)
      })
      expectThat(
        depends,
        () => 'f and g have slope 0 at every D tried: there is nothing to learn from this payoff',
      )
    }),
    check('determinism: built twice without chance or time, same bits', () => {
      const told = (): unknown =>
        parts().map(([part, form]) => {
          const field = scalarField(part, ['D'], ({ D }) => form(D!))
          return field.valueOf(places.map(at))
        })
      const first = withoutChance(definition.name, told)
      const where = difference(first, told())
      expectThat(where === null, () => `${where} differs between two builds of f, g and generator`)
    }),
  ])
}

const at = (d: number): Numbers => ({ D: [d] })
