import type { Field, Rows, Values } from './fields.ts'

/** A table as JSON lines, an object a row, some at a time: numbers that JSON lacks as "NaN", "Infinity", "-Infinity"; what a row lacks is null. */
export async function* jsonRowsOf({ fields, batches }: Rows): AsyncGenerator<string> {
  const keys = fields.map(({ name }) => JSON.stringify(name))
  for await (const { rows, columns } of batches) {
    let text = ''
    for (let row = 0; row < rows; row++) {
      const pairs = fields.map((field, k) => `${keys[k]}:${jsonValue(field, columns[k]!, row)}`)
      text += `{${pairs.join(',')}}\n`
    }
    yield text
  }
}

function jsonValue({ type }: Field, values: Values, row: number): string {
  if (values === null) return 'null'
  const value = values[row]!
  if (typeof value === 'string') return JSON.stringify(value)
  if (type === 'flag') return String(value !== 0)
  if (!Number.isFinite(value)) return `"${value}"`
  return Object.is(value, -0) ? '-0' : String(value)
}
