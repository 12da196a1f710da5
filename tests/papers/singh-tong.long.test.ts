import { expect, test } from 'vitest'
import { lines } from '../e2e/command.ts'
import { emptyFolder } from '../e2e/folder.ts'
import { rate, swept } from './singh-tong-sweep.ts'

const { bash } = emptyFolder()

test('every claim of singh-tong comes out as its plugin says, at smoke scale', () => {
  const { code, out } = bash('ganglion reproduce singh-tong --scale smoke --json')
  const told = lines(out) as {
    readonly type: string
    readonly verdict?: string
    readonly counterexample?: string
  }[]
  expect(told.filter(({ verdict }) => verdict === 'refuted')).toEqual([])
  expect(told.filter(({ verdict }) => verdict === 'refuted as printed')).toHaveLength(8)
  expect(code).toBe(0)
  const page = bash('cat runs/singh-tong-reproduce-smoke/report.html').out
  expect(page).toMatch(/refuted as printed/)
  expect(page).toMatch(/Steps at which a search between the means misses zeros/)
  expect(bash('ganglion verify latest').code).toBe(0)
}, 900_000)

test('Figure 1 on its own grid: the shares of an independent program', async () => {
  const groups = await swept('fig1-textbook')
  const shares = groups.map((group) =>
    ['ordered', 'reversed', 'diagonal'].map((region) => rate(group, region)),
  )
  const of = (ordered: number, reversed: number, diagonal: number): number[] => [
    ordered / 45,
    reversed / 45,
    diagonal / 10,
  ]
  const known = [of(45, 0, 0), of(42, 9, 6), of(30, 6, 4), of(7, 2, 1)]
  shares.forEach((found, k) =>
    found.forEach((share, r) => expect(share).toBeCloseTo(known[k]![r]!, 12)),
  )
}, 300_000)

test('Figure 4 on its own grid: 1, 0, 0 at every alpha', async () => {
  for (const group of await swept('fig4-textbook'))
    expect(['ordered', 'reversed', 'diagonal'].map((region) => rate(group, region))).toEqual([
      1, 0, 0,
    ])
}, 600_000)

test('Figure 2 played on: the wrong order for good, with a frame each step', () => {
  const { out } = bash('ganglion run singh-tong/fig2-textbook --steps 20000 --json')
  const events = (lines(out) as { readonly type: string; readonly event?: string }[]).flatMap(
    ({ type, event }) => (type === 'event' ? [event] : []),
  )
  expect(events).toContain('wrong-order')
  expect(events).not.toContain('convergence')
}, 300_000)
