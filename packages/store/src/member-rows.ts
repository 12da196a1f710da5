import { outcomes } from '@ganglion/core'
import type { ChunkTable, ColumnHead } from '@ganglion/sweep'
import { repeated } from './cell-rows.ts'
import { united, type Batch, type Field, type Rows, type Values } from './fields.ts'
import { groupFields, startFields, startValues, type GroupField } from './group-fields.ts'
import { readChunk, readTable } from './read-table.ts'
import type { StoredSweep } from './stored-sweep.ts'

/** A row a member: its cell and where that starts, its outcome, first steps of events, final state and metrics. */
export async function memberRows(run: StoredSweep): Promise<Rows> {
  const { groups } = run.outline
  const options = groupFields(groups)
  const fields: Field[] = [
    { name: 'group', type: 'count' },
    ...options,
    { name: 'member', type: 'count' },
    { name: 'cell', type: 'count' },
    { name: 'trial', type: 'count' },
    ...startFields(groups),
    ...(await storedFields(run)),
  ]
  return { fields, batches: batchesOf(run, fields, options) }
}

const placed = new Set(['cell', 'trial'])

/** The columns of chunks, of all groups of which one is there. */
async function storedFields({ folder, outline, found }: StoredSweep): Promise<Field[]> {
  const parts: Field[][] = []
  for (let group = 0; group < outline.groups.length; group++) {
    const first = outline.chunks.find((one) => one.group === group && found.whole.has(one.chunk))
    if (!first) continue
    const { columns } = await readChunk(folder, first.chunk, found.whole.get(first.chunk)!)
    parts.push(columns.filter(({ name }) => !placed.has(name)).map(fieldOf))
  }
  return united(parts)
}

function fieldOf({ name, type }: ColumnHead): Field {
  if (name === 'outcome') return { name, type: 'text' }
  return { name, type: type === 'u8' ? 'flag' : type === 'u32' ? 'count' : 'number' }
}

async function* batchesOf(
  run: StoredSweep,
  fields: readonly Field[],
  options: readonly GroupField[],
): AsyncGenerator<Batch> {
  for await (const table of readTable(run)) yield batchOf(run, fields, options, table)
}

function batchOf(
  { outline }: StoredSweep,
  fields: readonly Field[],
  options: readonly GroupField[],
  { group, from, to, columns }: ChunkTable,
): Batch {
  const rows = to - from
  const stored = new Map(columns.map(({ name, values }) => [name, values]))
  const starts = startValues(outline.groups[group]!, stored.get('cell')!)
  const own = new Map(options.map(({ name, values }) => [name, values[group]]))
  const valuesOf = ({ name }: Field): Values => {
    if (name === 'group') return new Uint32Array(rows).fill(group)
    if (name === 'member') return Uint32Array.from({ length: rows }, (_, row) => from + row)
    if (name === 'outcome') return Array.from(stored.get(name)!, (one) => outcomes[one]!)
    if (own.has(name)) return repeated(own.get(name), rows)
    return stored.get(name) ?? starts.get(name) ?? null
  }
  return { rows, columns: fields.map(valuesOf) }
}
