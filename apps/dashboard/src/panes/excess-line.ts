import type { Observation } from '@ganglion/core'
import type { Glyphs } from '@ganglion/plot'
import { list } from '../signals.ts'
import { brief } from '../wording.ts'
import { width, type Line } from './line.ts'

/** Delta_i of every true point, where the run tells it: as many as fit, how many are left, and how many are not 0. */
export function excessLine(frame: Observation, columns: number, glyphs: Glyphs): Line[] {
  const excess = list(frame, 'excess-mass')
  if (excess.length === 0 || columns < 16) return []
  const name = glyphs === 'ascii' ? ' Delta' : ' Δ'
  const words = excess.map(signed)
  const more = (left: number): string => (left > 0 ? ` +${left} more` : '')
  let shown = words.length
  const text = (count: number): string =>
    `${name} ${words.slice(0, count).join(' ')}${more(words.length - count)}`
  while (shown > 0 && width(text(shown)) > columns) shown--
  const line: Line = [{ text: text(shown), role: excess.every(settled) ? 'good' : undefined }]
  const fits = width(text(shown)) + width(key) <= columns
  return [fits ? [...line, { text: key, dim: true }] : line]
}

/** What its signs mean; left out where there is no room. */
const key = '   mass of each true point: + lacks, - too much'

/** Masses are sums of a few numbers: what is left of rounding is 0. */
const settled = (value: number): boolean => Math.abs(value) < 1e-9

const signed = (value: number): string =>
  settled(value) ? '0' : `${value > 0 ? '+' : ''}${brief(Number(value.toPrecision(3)))}`
