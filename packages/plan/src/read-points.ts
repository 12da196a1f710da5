import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Rows } from './figures.ts'

/**
 * The points of a file: rows of numbers, as CSV (a first row of words is a heading; empty rows and those that begin with #
 * are passed over) or as a JSON list of lists. Throws a RangeError that says what is wrong and in which row.
 */
export async function readPoints(path: string): Promise<Rows> {
  const kind = extname(path).toLowerCase()
  if (kind !== '.csv' && kind !== '.json')
    throw new RangeError(`${path}: expected a file ending in .csv or .json`)
  const text = await readFile(path, 'utf8').catch(({ code, message }: NodeJS.ErrnoException) => {
    const why =
      code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? message})`
    throw new RangeError(`${path}: ${why}`)
  })
  return kind === '.csv' ? ofCsv(path, text) : ofJson(path, text)
}

function ofCsv(path: string, text: string): Rows {
  const rows: number[][] = []
  for (const [k, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim()
    if (written === '' || written.startsWith('#')) continue
    const cells = written.split(',').map((cell) => cell.trim())
    const row = cells.map((cell) => (cell === '' ? NaN : Number(cell)))
    if (rows.length === 0 && row.every(Number.isNaN) && cells.every(isWord)) continue
    const bad = row.findIndex((x) => !Number.isFinite(x))
    if (bad >= 0)
      throw new RangeError(
        `${path}:${k + 1}: expected numbers separated by commas, got ${JSON.stringify(cells[bad]!.slice(0, 40))}`,
      )
    refuseRagged(`${path}:${k + 1}`, row, rows)
    rows.push(row)
  }
  if (rows.length === 0) throw new RangeError(`${path}: expected at least one row of numbers`)
  return rows
}

const isWord = (cell: string): boolean => /^"?[A-Za-z_]/.test(cell) && !/^"?(nan|inf)/i.test(cell)

function ofJson(path: string, text: string): Rows {
  const rows = parsed(path, text)
  const shape = 'a list of points, each a list of coordinates, as [[0, 1], [2, 0]]'
  if (!Array.isArray(rows) || rows.length === 0)
    throw new RangeError(`${path}: expected ${shape}; got ${JSON.stringify(rows).slice(0, 60)}`)
  const found: number[][] = []
  for (const [k, row] of (rows as unknown[]).entries()) {
    if (!isPoint(row))
      throw new RangeError(
        `${path}[${k}]: expected a list of finite numbers, got ${JSON.stringify(row).slice(0, 60)}`,
      )
    refuseRagged(`${path}[${k}]`, row, found)
    found.push(row)
  }
  return found
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new RangeError(`${path}: it is no JSON (${(error as Error).message})`, { cause: error })
  }
}

const isPoint = (row: unknown): row is number[] =>
  Array.isArray(row) && row.length > 0 && row.every((x) => Number.isFinite(x))

function refuseRagged(where: string, row: readonly number[], before: Rows): void {
  const expected = before[0]?.length ?? row.length
  if (row.length !== expected)
    throw new RangeError(
      `${where}: expected ${expected} coordinates as in the first, got ${row.length}`,
    )
}
