import { observe, visible, type Frame } from '@ganglion/core'
import { dated, meantInfinite } from './json-lines.ts'

/** The longest arrays that are told whole: points of a generator, and what people read of a discriminator. */
const most = { generator: 32, discriminator: 8, metric: 8 } as const
/** Numbers that are told of a longer one; JSON lines have the rest. */
const few = 4

/** Where one game ended, for people: a line an array of the players, and one of the metrics. An ensemble has none. */
export function endLines(final: Frame): string[] {
  if (final.members > 1) return []
  const told = Object.entries(observe(final, 0).signals).filter(
    ([name]) => !name.startsWith('target.'),
  )
  const player = (name: string): boolean => /^(generator|discriminator)\./.test(name)
  const text = ([name, value]: (typeof told)[number]): string => `${name} ${shown(name, value)}`
  const arrays = told.filter(([name]) => player(name)).map(text)
  const metrics = told.filter(([name]) => !player(name)).map(text)
  return [...arrays, ...(metrics.length > 0 ? [metrics.join(', ')] : [])].map((line, k) =>
    visible(`${(k === 0 ? 'at the end' : '').padEnd(11)} ${line}`),
  )
}

function shown(name: string, value: number | readonly number[]): string {
  if (typeof value === 'number') return number(name, value)
  const owner = /^(generator|discriminator)\./.exec(name)?.[1] as keyof typeof most | undefined
  const long = value.length > most[owner ?? 'metric']
  const told = (long ? value.slice(0, few) : value).map((one) => number(name, one)).join(' ')
  return long ? `${told} ... (${value.length} numbers)` : told
}

function number(name: string, value: number): string {
  if (dated.has(name) && Number.isNaN(value)) return 'never'
  const meant = name.startsWith('discriminator.') ? meantInfinite(value) : value
  return String(Number(meant.toPrecision(4)))
}
