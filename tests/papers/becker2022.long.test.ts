import { expect, test } from 'vitest'
import { lines } from '../e2e/command.ts'
import { emptyFolder } from '../e2e/folder.ts'

const { bash } = emptyFolder()

test('of becker2022 only what is known to be a slip is refuted at smoke scale', () => {
  const { out } = bash('ganglion reproduce becker2022 --scale smoke --json')
  const claims = lines(out) as { readonly holds?: boolean; readonly instead?: { holds: boolean } }[]
  const refuted = claims.filter(({ holds }) => holds === false)
  expect(refuted.map(({ instead }) => instead?.holds)).toEqual([true, true])
}, 900_000)

test('the sum of three widths arrives first and stays; the narrowest never moves', () => {
  const metrics = ['sum', '0.1', '1', '10'].map((width) => {
    const { out } = bash(`ganglion run becker2022/fig4-${width}-exact --json`)
    return (lines(out).at(-1) as { metrics: Record<string, number | null> }).metrics
  })
  const [sum, narrow, one, wide] = metrics.map((found) => found['firstWithin'])
  expect([narrow, metrics[1]!['withinSince']]).toEqual([null, null])
  expect(metrics[0]!['withinSince']).toBe(sum)
  expect(sum).toBeLessThan(one!)
  expect(one).toBeLessThan(wide!)
  expect(Math.abs(wide! - 17_770)).toBeLessThanOrEqual(20)
}, 600_000)
