import { expect, test } from 'vitest'
import { lines } from './command.ts'
import { emptyFolder } from './folder.ts'

const { bash, write } = emptyFolder()

/** No paper's: a weighted pair against the best pair of intervals, from starts in order. */
const config = write(
  'mine.jsonc',
  `{
  "target": { "kind": "mixture", "means": [-0.5, 0.5], "weights": [0.5, 0.5] },
  "generator": { "plugin": "mixture", "components": 2, "weights": [0.5, 0.5], "means": [-1, 1] },
  "discriminator": { "plugin": "interval", "intervals": 2, "left": [-1, 0], "right": [0, 1] },
  "dynamics": { "plugin": "best-response", "generatorRate": 0.3 },
  "metrics": ["mean-distance"],
  "detectors": ["convergence"],
  "steps": 300,
  "every": 10,
  "sweep": {
    "cells": { "generator": { "means": { "from": -1, "to": 1, "count": 3 } } },
    "groups": {
      "alpha": {
        "values": { "from": 0.5, "to": 0.05, "count": 3, "spacing": "geometric" },
        "set": { "target.weights": ["alpha", "1 - alpha"], "generator.weights": ["alpha", "1 - alpha"] }
      }
    },
    "where": { "lessOrEqual": ["generator.means[0]", "generator.means[1]"] },
    "success": { "means": { "signal": "mean-distance", "below": 0.1 } },
    "times": { "near": { "signal": "mean-distance", "below": 0.1 } },
    "regions": {
      "ordered": { "less": ["generator.means[0]", "generator.means[1]"] },
      "reversed": { "less": ["generator.means[1]", "generator.means[0]"] },
      "diagonal": { "equal": ["generator.means[0]", "generator.means[1]"] }
    }
  }
}`,
)

const sweep = (flags: string) => {
  const { code, out, err } = bash(`ganglion sweep ${config} --json ${flags} | tail -1`)
  expect([code, err]).toEqual([0, ''])
  return lines(out)[0] as { table: string; summary: Record<string, unknown>[] }
}

test('an entry an alpha; the same table and summary for any workers and chunks; export and verify know the new columns', () => {
  const one = sweep('-o one -j 1')
  const other = sweep('-o other -j 2 --chunk 4')
  expect(other.table).toBe(one.table)
  expect(other.summary).toEqual(one.summary)
  const rate = { mean: expect.any(Number) as number, standardError: expect.any(Number) as number }
  expect(one.summary).toMatchObject(
    [0.5, 0.158, 0.05].map((alpha) => ({
      group: { alpha: expect.closeTo(alpha, 3) as number },
      ordered: { means: rate, times: { near: { count: 3, mean: expect.any(Number) as number } } },
      reversed: null,
      diagonal: { means: rate },
    })),
  )
  // The middle of an ordered grid is as far from everything at one half: all arrive, and never from the diagonal.
  expect(one.summary[0]).toMatchObject({
    ordered: { means: { mean: 1 }, times: { near: { censored: 0 } } },
    diagonal: { means: { mean: 0 }, times: { near: { median: null, censored: 3 } } },
  })
  const csv = bash('ganglion export one --csv -').out.split('\n')
  expect(csv[0]).toMatch(
    /^group,group\.alpha,cell,.*,time\.near\.reached,time\.near\.median,time\.near\.mean$/,
  )
  expect(csv).toHaveLength(1 + 18 + 1)
  expect(bash('ganglion export one --members --csv - | head -1').out).toMatch(/,time\.near\n$/)
  expect(bash('ganglion verify one')).toMatchObject({ code: 0 })
  const { code, out } = bash('ganglion report one -o page.html > /dev/null && cat page.html')
  expect(code).toBe(0)
  for (const told of [
    'alpha=0.1581: share of 1 trial',
    'over alpha',
    'steps until mean-distance is below 0.1',
  ])
    expect(out).toContain(told)
})

test('the table for people has a line a group and region, and one a time', () => {
  const { out } = bash(`ganglion sweep ${config}`)
  expect(out).toMatch(/\nalpha=0\.5 +reversed +no cells/)
  expect(out).toMatch(/\ngroup +region +time +median step [^]*\nalpha=0\.05 +ordered +near +\d+/)
})

test('values by --set, and a dry run', () => {
  const told = bash(
    `ganglion sweep ${config} --set sweep.groups.alpha.values=[0.3,0.4] --dry-run --json`,
  )
  expect(lines(told.out)[0]).toMatchObject({
    cells: 12,
    groups: [{ group: { alpha: 0.3 }, cells: 6 }, { group: { alpha: 0.4 } }],
  })
})

test.each([
  [`sweep.groups.alpha.values.spacing=log`, /sweep\.groups\.alpha\.values.*got .*log/],
  [
    `sweep.groups.alpha.values.from=0`,
    /alpha\.values: geometric values lie between two numbers above 0/,
  ],
  [`sweep.groups.alpha.values=[1.5]`, /weights/],
  [`'sweep.groups.alpha.set={"target.weights":["beta",1]}'`, /set\.target\.weights: no axis beta/],
  [`sweep.where=ordred`, /sweep\.where: expected a region, got "ordred"; did you mean ordered\?/],
  [`sweep.times.near.signal=l3`, /sweep\.times\.near\.signal: group 0 has no signal l3/],
])('refused before anything is made: --set %s', (set, message) => {
  const { code, out, err } = bash(`ganglion sweep ${config} --set ${set}`)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(message)
})
