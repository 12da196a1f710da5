import type { Field, Rows, Values } from './fields.ts'

/**
 * A table as CSV (RFC 4180, but lines end with LF): a header, then rows, some at a time. Numbers have the fewest digits that
 * give the same double again, and always a point or an exponent, so that readers who guess types from the first rows
 * guess right; NaN, inf and -inf as pandas and polars read them; flags are true and false; what a row lacks is empty.
 */
export async function* csvOf({ fields, batches }: Rows): AsyncGenerator<string> {
  yield `${fields.map(({ name }) => csvText(name)).join(',')}\n`
  for await (const { rows, columns } of batches) {
    let text = ''
    for (let row = 0; row < rows; row++) {
      for (let k = 0; k < fields.length; k++)
        text += (k === 0 ? '' : ',') + cell(fields[k]!, columns[k]!, row)
      text += '\n'
    }
    yield text
  }
}

function cell({ type }: Field, values: Values, row: number): string {
  if (values === null) return ''
  const value = values[row]!
  if (typeof value === 'string') return csvText(value)
  if (type === 'number') return csvNumber(value)
  return type === 'flag' ? String(value !== 0) : String(value)
}

/** A double in CSV. */
export function csvNumber(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : value < 0 ? '-inf' : 'NaN'
  const text = Object.is(value, -0) ? '-0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** Words in CSV: what a spreadsheet would take for a formula begins with an apostrophe; quoted where it must be. */
export function csvText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(harmless) || harmless !== text
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}
