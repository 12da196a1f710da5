import { eigenvalueMarks, type Glyphs } from '@ganglion/plot'
import type { Eigenvalue, StepStability } from 'ganglion/stability'
import { excessOf, sideOf } from '../eigenvalue-frame.ts'
import { brief } from '../wording.ts'
import type { Line } from './line.ts'

/** How wide the table is, a blank at its left included. */
export const tableColumns = 40

/** How the sides of the circle look. */
export const sideRoles = { inside: 'good', on: 'warning', outside: 'bad' } as const

/**
 * The eigenvalues in numbers, the greatest modulus first: as they are, or (`from` 1) how far they are from 1. A conjugate pair
 * is one line, and so are those that look alike. Exactly as many lines as there is room for, at most.
 */
export function eigenvalueTable(
  { eigenvalues }: StepStability,
  from: 0 | 1,
  glyphs: Glyphs,
  rows: number,
): Line[] {
  const name = glyphs === 'ascii' ? 'z' : 'λ'
  const off = from === 1 ? ' - 1' : ''
  const [plusMinus, times] = glyphs === 'ascii' ? ['+-', 'x'] : ['±', '×']
  const heads = cells('', `|${name}|${off}`, `Re ${name}${off}`, `Im ${name}`)
  const found = new Map<string, { readonly z: Eigenvalue; count: number }>()
  for (const z of eigenvalues.filter(({ im }) => im >= 0)) {
    const modulus = from === 1 ? excessOf(z) : 1 + excessOf(z)
    const text = cells(
      eigenvalueMarks[glyphs][sideOf(z)],
      told(modulus, from),
      told(z.re - from, from),
      z.im === 0 ? '' : `${plusMinus} ${brief(z.im)}`,
    )
    const same = found.get(text)
    if (same) same.count++
    else found.set(text, { z, count: 1 })
  }
  const all = [...found].map(([text, { z, count }]): Line => [
    { text, role: sideRoles[sideOf(z)] },
    { text: count > 1 ? ` ${times}${count}` : '' },
  ])
  const room = rows - 1
  const shown = all.length > room ? all.slice(0, room - 1) : all
  const left = all.length - shown.length
  return [
    [{ text: heads, dim: true }],
    ...shown,
    ...(left > 0 ? [[{ text: `   and ${left} smaller`, dim: true }]] : []),
  ]
}

const cells = (mark: string, modulus: string, re: string, im: string): string =>
  `  ${mark.padEnd(1)} ${modulus.padStart(9)} ${re.padStart(9)}  ${im.padEnd(10)}`

/** Differences with their sign, others with as many digits as tell most of them from 1. */
function told(value: number, from: 0 | 1): string {
  if (from === 1) return `${value > 0 ? '+' : ''}${brief(value)}`
  return Math.abs(value) < 10 ? value.toFixed(5) : brief(value)
}
