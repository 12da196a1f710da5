import { readChunks, readManifest } from '@ganglion/sweep'
import { expect, test } from 'vitest'
import { lines } from './command.ts'
import { emptyFolder } from './folder.ts'

const { bash, write } = emptyFolder()
const small = 'ganglion sweep li2017/fig3-regular --set grid=3 --set trials=4 --set steps=300'

test('it prints a table, and progress nowhere where nobody looks', () => {
  const { code, out, err } = bash(`${small} --set every=100`)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(
    /^9 cells, 36 members, \d+ chunks\ngroup +region +success[^]*offDiagonal +l1 [^]*diagonal +means [^]*bothCollapsed[^]*\ntable sha256:[0-9a-f]{64}\nrun +runs\/(\S+)\nnext +ganglion report \1: [^\n]*\n$/,
  )
})

test('a row of the table is what `run` says of that member', async () => {
  const { code } = bash(`${small} --seed 7 -o rows --chunk 5`)
  expect(code).toBe(0)
  const folder = bash('readlink -f runs/rows').out.trim()
  const rows: Record<string, number>[] = []
  for await (const { columns } of readChunks(folder, (await readManifest(folder)).chunks))
    columns[0]!.values.forEach((_, row) =>
      rows.push(Object.fromEntries(columns.map(({ name, values }) => [name, values[row]!]))),
    )
  expect(rows.length).toBe(36)
  const member = 22
  expect(rows[member]).toMatchObject({ cell: 5, trial: 2 })
  const alone = bash(
    `ganglion run li2017/fig3-regular --set generator.means=[0,1] --set steps=300 --seed 7 --first-member ${member} --json | tail -1`,
  )
  const { final, metrics } = lines(alone.out)[0] as Record<
    string,
    Record<string, number | number[]>
  >
  for (const [name, value] of Object.entries({ ...final, ...metrics }))
    [value].flat().forEach((one, c) => {
      const told = rows[member]![name] ?? rows[member]![`${name}[${c}]`]
      expect([name, told]).toEqual([name, one])
    })
})

test('a configuration of one’s own, with groups, a rate of its own a cell, and a region of its own', () => {
  write(
    'mine.jsonc',
    `{
  "preset": "li2017/fig1b",
  "discriminator": { "initial": "random" },
  "dynamics": { "plugin": "alternating" },
  "metrics": ["l1"],
  "steps": 100,
  "every": 100,
  "sweep": {
    "cells": { "dynamics": { "generatorRate": [0.1, 0.3], "discriminatorRate": [0.1, 0.3] } },
    "groups": { "dynamics": { "discriminatorSteps": [1, 2] } },
    "trials": 3,
    "success": { "near": { "signal": "l1", "below": 0.5 } },
    "regions": { "slow": { "less": ["dynamics.generatorRate", "dynamics.discriminatorRate"] } }
  }
}`,
  )
  const { code, out } = bash('ganglion sweep mine.jsonc --json | tail -1')
  expect(code).toBe(0)
  expect(lines(out)[0]).toMatchObject({
    type: 'sweep.finished',
    cells: 8,
    members: 24,
    summary: [1, 2].map((steps) => ({
      group: { 'dynamics.discriminatorSteps': steps },
      slow: { near: { cells: 1, members: 3 } },
    })),
  })
})

test('what would be played is told before, by a dry run that leaves nothing', () => {
  const told = bash(`${small} --scale smoke -j 2 --dry-run`)
  expect(told.out).toMatch(/^9 cells, 36 members, \d+ chunks; about [\d.]+ s with 2 workers\n$/)
  expect(lines(bash(`${small} --dry-run --json`).out)[0]).toMatchObject({
    type: 'sweep.planned',
    cells: 9,
    members: 36,
  })
  expect(
    bash('cd $(mktemp -d) && ganglion sweep li2017/fig3-best --dry-run > /dev/null && ls').out,
  ).toBe('')
})

test.each([
  ['--set gird=3', /gird: unknown key; did you mean grid\?/],
  ['--set sweep.trails=3', /sweep\.trails: unknown key; did you mean trials\?/],
  ['--set grid=0', /sweep\.cells\.generator\.means\.count: /],
  ['--scale smok', /--scale: no scale smok; did you mean smoke\?/],
  ['--set discriminator.crossing=cut', /discriminator\.crossing: /],
  ['-o ../x', /name of the run: /],
])('refused before anything is made: %s', (flags, message) => {
  const { code, out, err } = bash(
    `cd $(mktemp -d) && ganglion sweep li2017/fig3-regular ${flags}; code=$?; ls; exit $code`,
  )
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(message)
})

test('the schema lists the short names', () => {
  const { out } = bash('ganglion schema li2017/fig3-regular')
  const { properties } = JSON.parse(out) as { properties: Record<string, { description: string }> }
  expect(properties['grid']!.description).toContain('sweep.cells.generator.means.count')
  expect(properties).toHaveProperty('trials')
})
