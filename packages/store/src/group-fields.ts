import { cellNumber, type GroupOutline } from '@ganglion/sweep'
import { united, type Field, type FieldType } from './fields.ts'

/** What sets groups apart: `group.<path>`, and one value a group, undefined where it says nothing of it. */
export interface GroupField extends Field {
  readonly values: readonly (number | string | undefined)[]
}

/** The options of groups as fields: numbers and flags where all are, words or JSON else. */
export function groupFields(groups: readonly GroupOutline[]): GroupField[] {
  const paths = [...new Set(groups.flatMap(({ options }) => Object.keys(options)))]
  return paths.map((path) => {
    const given = groups.map(({ options }) => options[path])
    const type = typeOf(given.filter((value) => value !== undefined))
    const values = given.map((value) =>
      value === undefined ? undefined : type === 'text' ? text(value) : Number(value),
    )
    return { name: `group.${path}`, type, values }
  })
}

function typeOf(values: readonly unknown[]): FieldType {
  if (values.every((value) => typeof value === 'number')) return 'number'
  return values.every((value) => typeof value === 'boolean') ? 'flag' : 'text'
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** A number of a cell: where it stands in the cells of a group. */
interface Start {
  readonly name: string
  readonly axis: number
  readonly c: number
}

/** The numbers of a cell of a group, by the names of their fields: `start.generator.means[0]`. */
function startsOf({ cells }: GroupOutline): Start[] {
  return cells.axes.flatMap(({ path, width }, axis) =>
    Array.from({ length: width }, (_, c) => ({
      name: width === 1 ? `start.${path}` : `start.${path}[${c}]`,
      axis,
      c,
    })),
  )
}

/** Where members of cells start, in all groups. */
export function startFields(groups: readonly GroupOutline[]): Field[] {
  return united(
    groups.map((group) => startsOf(group).map(({ name }) => ({ name, type: 'number' }))),
  )
}

/** The numbers of cells by field; `cells` may repeat. */
export function startValues(
  group: GroupOutline,
  cells: ArrayLike<number>,
): Map<string, Float64Array> {
  return new Map(
    startsOf(group).map(({ name, axis, c }) => [
      name,
      Float64Array.from(cells, (cell) => cellNumber(group.cells, cell, axis, c)),
    ]),
  )
}
