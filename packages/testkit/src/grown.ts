import {
  mapValues,
  type AscentValues,
  type Cells,
  type Discriminator,
  type MeasureKind,
  type Random,
  type StateView,
  type Values,
} from '@ganglion/core'
import type { Numbers } from './batch.ts'
import { drawLaws, valuesOf } from './laws.ts'

/** What a state that grows is asked with. */
export interface Growing {
  readonly plugin: Discriminator
  readonly settings: Readonly<Record<string, number | string>>
}

/** One ascent step of a state in numbers: another state. The shares are those of E_target D - E_generated D. */
export function advanced(
  { plugin, settings }: Growing,
  state: Values,
  kind: MeasureKind,
  laws: Numbers,
  rate: number,
): Values {
  const arrays = mapValues(state, (values) => Array.from(values))
  plugin.advance!(viewOf(arrays), ascentOf(kind, laws, rate), settings as never)
  return arrays
}

/** The ascent of E_target D - E_generated D against two laws, frozen through and through. */
export function ascentOf(kind: MeasureKind, laws: Numbers, rate: number): AscentValues {
  const side = (prefix: string, sign: 1 | -1) => {
    const law = valuesOf(kind, prefix, laws)
    const masses = law.kind === 'points' ? law.masses : law.weights
    return Object.freeze({ law, shares: Object.freeze(masses.map((m) => sign * m)) })
  }
  return Object.freeze({ target: side('target', 1), generated: side('measure', -1), rate })
}

/** A state after two steps against laws whose places the caller draws: what such a family can be. */
export function grown(
  growing: Growing,
  start: Values,
  random: Random,
  cell: (k: number) => number,
): Values {
  const { plugin } = growing
  const dimensions = Number(growing.settings['dimensions'] ?? 1)
  const kind = dimensions === 1 && plugin.expectation?.mixture ? 'mixture' : 'points'
  let k = 0
  const once = (state: Values): Values => {
    const drawn = drawLaws(kind, dimensions, random)
    const laws = mapValues(drawn, (values, name) =>
      /positions|means/.test(name) ? Array.from(values, () => cell(k++)) : values,
    )
    return advanced(growing, state, kind, laws, 0.5)
  }
  return once(once(start))
}

/** Lists of one member as `advance` meets a state. */
function viewOf(arrays: Readonly<Record<string, number[]>>): StateView {
  return mapValues(arrays, (list): Cells => ({
    length: list.length,
    at: (cell) => list[cell]!,
    put: (cell, value) => {
      list[cell] = value
    },
  }))
}
