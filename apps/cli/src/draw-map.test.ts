import { expect, test } from 'vitest'
import { drawMap } from './draw-map.ts'
import { runsAnsi } from './run-ansi.ts'
import { SweepMap } from './sweep-map.ts'
import type { ChunkTable, SweepOutline } from '@ganglion/sweep'

const plain = { depth: 1, ascii: true } as const

/** A sweep over a grid of two means, so many a side, two trials a cell. */
function planned(count: number, more: object = {}): SweepOutline {
  const range = { from: -1, to: 1, count }
  const cells = {
    axes: [{ path: 'generator.means', width: 2, count: count * count, range }],
    count: count * count,
  }
  return {
    section: { cells: {}, success: { l1: { signal: 'l1', below: 0.1 } } },
    groups: [{ options: {}, cells, trials: 2, members: 2 * cells.count }],
    ...more,
  } as unknown as SweepOutline
}

/** A chunk in which these cells were played twice, with so many successes. */
function chunk(successes: Readonly<Record<number, number>>): ChunkTable {
  const rows = Object.entries(successes).flatMap(([cell, count]) =>
    [0, 1].map((trial) => ({ cell: Number(cell), yes: trial < count ? 1 : 0 })),
  )
  return {
    chunk: 0,
    group: 0,
    from: 0,
    to: rows.length,
    columns: [
      { name: 'cell', type: 'u32', values: Uint32Array.from(rows, ({ cell }) => cell) },
      { name: 'outcome', type: 'u8', values: Uint8Array.from(rows, ({ yes }) => (yes ? 3 : 2)) },
      { name: 'success.l1', type: 'u8', values: Uint8Array.from(rows, ({ yes }) => yes) },
    ],
  }
}

test('a map fills in: what is not played yet is told apart from failure; the second number goes up', () => {
  const map = SweepMap.of(planned(4))!
  // Cells (0, 0) and (0, 1) fail, (3, 2) and (3, 3) succeed: the last number is the fastest.
  map.add(chunk({ 0: 0, 1: 0, 14: 2, 15: 2 }))
  expect(map.failed).toBe(4)
  const lines = drawMap(map.layer, plain, 30, 7)!
  expect(lines[0]).toMatch(/^l1 below 0.1: generator.means/)
  expect(lines.slice(1, 3).map((line) => line.replace(/^[^|+]*[|+]/, ''))).toEqual(['???@', ' ???'])
  expect(drawMap(map.layer, plain, 30, 8)!.length).toBe(8)
})

test('a map never leaves its window, and makes way where there is no room', () => {
  const map = SweepMap.of(planned(41))!
  for (const [columns, rows] of [
    [27, 7],
    [39, 10],
    [79, 22],
    [200, 60],
  ] as const) {
    const lines = drawMap(map.layer, plain, columns, rows)!
    expect(lines.length).toBeLessThanOrEqual(rows)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns)
  }
  expect(drawMap(map.layer, plain, 26, 22)).toBeNull()
  expect(drawMap(map.layer, plain, 79, 6)).toBeNull()
})

test('cells that share a character show the share of all members in them', () => {
  const map = SweepMap.of(planned(41))!
  const every = Object.fromEntries(Array.from({ length: 41 * 41 }, (_, cell) => [cell, 1]))
  map.add(chunk(every))
  const lines = drawMap(map.layer, plain, 30, 10)!
  const drawn = lines
    .slice(1, -3)
    .join('')
    .replaceAll(/[^ .:=+*#%@-]|-1/g, '')
  expect(drawn).toMatch(/^[+ ]+$/)
})

test('a map of cells that are no grid of two numbers is refused', () => {
  const one = { path: 'dynamics.generatorRate', width: 1, count: 2, range: [0.1, 0.2] }
  const group = { options: {}, cells: { axes: [one], count: 2 }, trials: 1, members: 2 }
  expect(SweepMap.of(planned(3, { groups: [group] }))).toBeNull()
  expect(SweepMap.of(planned(3, { section: { cells: {} } }))).toBeNull()
})

test('colours are those that the terminal has', () => {
  const run = { text: '▀', ink: 0, front: '#fde725', back: '#440154' }
  expect(runsAnsi([run], 24)).toBe('\u001B[38;2;253;231;37;48;2;68;1;84m▀\u001B[0m')
  expect(runsAnsi([run], 8)).toBe('\u001B[38;5;220;48;5;53m▀\u001B[0m')
  expect(runsAnsi([{ ...run, front: 'whiteBright', back: 'blue' }], 4)).toBe(
    '\u001B[97;44m▀\u001B[0m',
  )
  expect(runsAnsi([run], 1)).toBe('▀')
})
