import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { isRecord } from './config.ts'
import type { Rows } from './figures.ts'
import { mostPoints } from './target-kinds.ts'

/** What a file holds. */
export interface ReadPoints {
  readonly positions: Rows
  /** Left out where the file tells none. */
  readonly masses?: readonly number[]
}

/**
 * The points of a file: rows of numbers, as CSV (a first row of words is a heading, whose last may be `mass`; empty rows and
 * those that begin with # are passed over), or as JSON, a list of lists or an object of `positions` and `masses`. Throws a
 * RangeError that says what is wrong and in which row.
 */
export async function readPoints(path: string): Promise<ReadPoints> {
  const kind = extname(path).toLowerCase()
  if (kind !== '.csv' && kind !== '.json')
    throw new RangeError(`${path}: expected a file ending in .csv or .json`)
  const text = await readFile(path, 'utf8').catch(({ code, message }: NodeJS.ErrnoException) => {
    const why =
      code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? message})`
    throw new RangeError(`${path}: ${why}`)
  })
  const found = kind === '.csv' ? ofCsv(path, text) : ofJson(path, text)
  const { length } = found.positions
  if (length > mostPoints)
    throw new RangeError(`${path}: expected at most ${mostPoints} points, got ${length}`)
  return found
}

function ofCsv(path: string, text: string): ReadPoints {
  const rows: number[][] = []
  let weighed = false
  for (const [k, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim()
    if (written === '' || written.startsWith('#')) continue
    const cells = written.split(',').map((cell) => cell.trim())
    const row = cells.map((cell) => (cell === '' ? NaN : Number(cell)))
    if (rows.length === 0 && row.every(Number.isNaN) && cells.every(isWord)) {
      weighed = cells.length > 1 && /^"?mass"?$/i.test(cells.at(-1)!)
      continue
    }
    const bad = row.findIndex((x) => !Number.isFinite(x))
    if (bad >= 0)
      throw new RangeError(
        `${path}:${k + 1}: expected numbers separated by commas, got ${JSON.stringify(cells[bad]!.slice(0, 40))}`,
      )
    refuseRagged(`${path}:${k + 1}`, row, rows, weighed ? 'numbers' : 'coordinates')
    rows.push(row)
  }
  if (rows.length === 0) throw new RangeError(`${path}: expected at least one row of numbers`)
  if (!weighed) return { positions: rows }
  return { positions: rows.map((row) => row.slice(0, -1)), masses: rows.map((row) => row.at(-1)!) }
}

const isWord = (cell: string): boolean => /^"?[A-Za-z_]/.test(cell) && !/^"?(nan|inf)/i.test(cell)

function ofJson(path: string, text: string): ReadPoints {
  const told = parsed(path, text)
  const { positions, masses } = isRecord(told) ? told : { positions: told, masses: undefined }
  const shape = 'a list of points, each a list of coordinates, as [[0, 1], [2, 0]]'
  if (!Array.isArray(positions) || positions.length === 0)
    throw new RangeError(`${path}: expected ${shape}; got ${JSON.stringify(told).slice(0, 60)}`)
  const found: number[][] = []
  for (const [k, row] of (positions as unknown[]).entries()) {
    if (!isPoint(row))
      throw new RangeError(
        `${path}[${k}]: expected a list of finite numbers, got ${JSON.stringify(row).slice(0, 60)}`,
      )
    refuseRagged(`${path}[${k}]`, row, found)
    found.push(row)
  }
  if (masses === undefined) return { positions: found }
  if (!isPoint(masses))
    throw new RangeError(
      `${path}: masses: expected a list of finite numbers, got ${JSON.stringify(masses).slice(0, 60)}`,
    )
  return { positions: found, masses }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const why = (error as Error).message.replace(/\s+/g, ' ')
    throw new RangeError(`${path}: it is no JSON (${why})`, { cause: error })
  }
}

const isPoint = (row: unknown): row is number[] =>
  Array.isArray(row) && row.length > 0 && row.every((x) => Number.isFinite(x))

function refuseRagged(
  where: string,
  row: readonly number[],
  before: Rows,
  what = 'coordinates',
): void {
  const expected = before[0]?.length ?? row.length
  if (row.length !== expected)
    throw new RangeError(
      `${where}: expected ${expected} ${what} as in the first, got ${row.length}`,
    )
}
