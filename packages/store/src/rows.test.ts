import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { outcomes } from '@ganglion/core'
import { cellNumber, type ChunkTable } from '@ganglion/sweep'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellRows } from './cell-rows.ts'
import { csvOf } from './csv.ts'
import type { Rows } from './fields.ts'
import { gathered } from './fixtures/gathered.ts'
import { numberOf, parseCsv } from './fixtures/parse-csv.ts'
import { readParquet } from './fixtures/read-parquet.ts'
import { outlineWith, tableOf, writtenRun } from './fixtures/written-run.ts'
import { jsonRowsOf } from './json-rows.ts'
import { memberRows } from './member-rows.ts'
import { writeParquet } from './parquet.ts'

/** Each group as one chunk. */
const groups = ((outline) => outline.chunks.map((place) => tableOf(outline, place)))(
  outlineWith(1e6),
)
const { groups: outlines } = outlineWith(1)

async function csvObjects(rows: Rows): Promise<Record<string, string>[]> {
  const [head, ...lines] = parseCsv(await gathered(csvOf(rows)))
  return lines.map((line) => Object.fromEntries(line.map((value, k) => [head![k]!, value])))
}

const valuesOf = (table: ChunkTable, name: string): ArrayLike<number> =>
  table.columns.find((column) => column.name === name)!.values

/** Members of a cell for which something holds. */
function count({ columns }: ChunkTable, cell: number, name: string, value: number): number {
  const of = columns.find((column) => column.name === name)!.values
  const cells = columns[0]!.values
  return Array.from(of).filter((one, row) => cells[row] === cell && one === value).length
}

/** When the members of a cell arrived, in order; never is Infinity. */
function stepsOf(table: ChunkTable, cell: number): number[] {
  const cells = valuesOf(table, 'cell')
  return Array.from(valuesOf(table, 'time.near'))
    .filter((_, row) => cells[row] === cell)
    .map((step) => (Number.isNaN(step) ? Infinity : step))
    .toSorted((a, b) => a - b)
}

/** How the members of a cell ended, in their order. */
function endsOf(table: ChunkTable, cell: number): number[] {
  const cells = valuesOf(table, 'cell')
  return Array.from(valuesOf(table, 'l1')).filter((_, row) => cells[row] === cell)
}

test('a row a cell: the counts of the table, however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100 }), async (size) => {
      using run = await writtenRun(size)
      const rows = await csvObjects(cellRows(run))
      expect(rows.map(({ group, cell }) => `${group} ${cell}`)).toEqual(
        outlines.flatMap(({ cells }, g) =>
          Array.from({ length: cells.count }, (_, c) => `${g} ${c}`),
        ),
      )
      for (const row of rows) {
        const [group, cell] = [Number(row['group']), Number(row['cell'])]
        const table = groups[group]!
        const { cells, trials } = outlines[group]!
        expect(row['group.dynamics.plugin']).toBe(group === 0 ? "'=SUM(A1)" : 'say "a, b"')
        expect(row['group.dynamics.steps']).toBe(group === 0 ? '0.0' : '2.0')
        expect(row['group.crossing']).toBe(group === 0 ? '' : '[1]')
        expect(Number(row['trials'])).toBe(trials)
        expect(numberOf(row['start.generator.means[1]']!)).toBe(cellNumber(cells, cell, 0, 1))
        expect(numberOf(row['start.dynamics.rate']!)).toBe(cellNumber(cells, cell, 1, 0))
        expect(Number(row['success.l1'])).toBe(count(table, cell, 'success.l1', 1))
        expect(Number(row['share.dead'])).toBe(count(table, cell, 'share.dead', 1))
        const steps = stepsOf(table, cell)
        expect(Number(row['time.near.reached'])).toBe(steps.filter(Number.isFinite).length)
        const median = steps[Math.ceil(trials / 2) - 1]!
        expect(numberOf(row['time.near.median']!)).toBe(median === Infinity ? NaN : median)
        const mean = steps.reduce((all, step) => all + Math.min(step, 100), 0) / trials
        expect(numberOf(row['time.near.mean']!)).toBeCloseTo(mean, 12)
        const l1 = endsOf(table, cell)
        expect(numberOf(row['statistic.zero']!)).toBe(
          l1.filter((x) => Math.abs(x) > 0).length / trials,
        )
        const known = l1.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b)
        // Between the two numbers in the middle, whatever they are.
        const middle = numberOf(row['statistic.middle']!)
        expect(known.filter((x) => x <= middle).length).toBeGreaterThanOrEqual(known.length / 2)
        expect(known.filter((x) => x >= middle).length).toBeGreaterThanOrEqual(known.length / 2)
        const average = known.reduce((sum, x) => sum + x, 0) / known.length
        expect(numberOf(row['statistic.average']!)).toBe(average)
        outcomes.forEach((word, k) =>
          expect(Number(row[`outcome.${word}`])).toBe(count(table, cell, 'outcome', k)),
        )
      }
    }),
    { numRuns: 12 },
  )
})

test('a row a member: the CSV read back is the table, bit for bit', async () => {
  using run = await writtenRun(7)
  const rows = await csvObjects(await memberRows(run))
  expect(rows).toHaveLength(144)
  expect(Object.keys(rows[0]!).slice(-7)).toEqual([
    'first.stall',
    'generator.means[0]',
    'generator.means[1]',
    'l1',
    'success.l1',
    'share.dead',
    'time.near',
  ])
  for (const row of rows) {
    const member = Number(row['member'])
    const table = groups[Number(row['group'])]!
    for (const { name, type, values } of table.columns) {
      const value = values[member]!
      if (name === 'outcome') expect(row[name]).toBe(outcomes[value])
      else if (type === 'u8') expect(row[name]).toBe(value === 1 ? 'true' : 'false')
      else expect(numberOf(row[name]!)).toBe(value)
    }
    if (table.group === 0) expect(row['generator.means[1]']).toBe('')
  }
})

test('JSON lines: an object a row, with words for numbers that JSON lacks', async () => {
  using run = await writtenRun(16)
  const text = await gathered(jsonRowsOf(await memberRows(run)))
  const read = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(read).toHaveLength(144)
  for (const row of read) {
    const table = groups[row['group'] as number]!
    const value = valuesOf(table, 'l1')[row['member'] as number]!
    expect(row['l1']).toBe(Number.isFinite(value) ? value : String(value))
    expect(row['success.l1']).toBe(valuesOf(table, 'success.l1')[row['member'] as number] === 1)
    expect(row['generator.means[1]'] === null).toBe(table.group === 0)
  }
})

test('Parquet read back is the table: types, -0 and NaN, metadata', async () => {
  using run = await writtenRun(10)
  const path = join(run.folder, 'table.parquet')
  const file = openSync(path, 'w')
  await writeParquet(file, await memberRows(run), { 'ganglion.seed': '7' })
  closeSync(file)
  const { types, words, length, rows: read } = await readParquet(path)
  expect([length, ...words]).toEqual([144, ['ganglion.seed', '7']])
  const told = ['l1', 'cell', 'success.l1', 'outcome'].map((name) => types.get(name))
  expect(told).toEqual(['DOUBLE', 'INT32', 'BOOLEAN', 'BYTE_ARRAY'])
  expect(read).toHaveLength(144)
  for (const row of read) {
    const table = groups[row['group'] as number]!
    for (const { name, type, values } of table.columns) {
      const value = values[row['member'] as number]!
      const expected = name === 'outcome' ? outcomes[value] : type === 'u8' ? value === 1 : value
      expect(row[name]).toBe(expected)
    }
    expect(row['group.crossing'] ?? null).toBe(table.group === 0 ? null : '[1]')
  }
})

test('a run with chunks missing gives the rows that are there', async () => {
  using run = await writtenRun(7, [1, 5])
  const members = await csvObjects(await memberRows(run))
  expect(members.map(({ member }) => Number(member)).slice(5, 9)).toEqual([5, 6, 14, 15])
  const trials = (await csvObjects(cellRows(run))).map((row) => Number(row['trials']))
  expect(trials.reduce((all, one) => all + one, 0)).toBe(members.length)
  expect(members).toHaveLength(144 - 14)
})
