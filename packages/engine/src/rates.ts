import { isRate, type Block, type Plan, type Rate } from '@ganglion/core'
import { layOwn, ownOf, type Own } from './own.ts'
import { block } from './pool.ts'

/** The rates of a dynamics, one number a member: they may change while the game runs. */
export function ratesOf(
  { dynamics, members }: Plan,
  allocate: (length: number) => Float64Array,
  own: Own = {},
): Record<string, Block> {
  const rates = Object.entries(dynamics.options).filter(([name]) =>
    isRate(name, dynamics.plugin.options),
  )
  const blocks = Object.fromEntries(
    rates.map(([name, value]) => {
      const made = block(allocate, 1, members)
      made.numbers.fill(Number(value))
      return [name, made]
    }),
  )
  layOwn(ownOf(own, 'dynamics'), 'dynamics', blocks)
  return blocks
}

/** Options as a script meets them: rates as opaque handles, everything else as it is. */
export function settingsOf(
  { dynamics }: Plan,
  rates: Readonly<Record<string, Block>>,
): Record<string, Rate | number | string> {
  const { plugin, options } = dynamics
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      isRate(name, plugin.options)
        ? { type: 'rate' as const, option: name, block: rates[name]! }
        : value,
    ]),
  )
}
