/** A piece of JSON Schema, as far as this project writes it. */
export type Schema =
  | boolean
  | {
      readonly type?: string
      readonly enum?: readonly unknown[]
      readonly const?: unknown
      readonly properties?: Readonly<Record<string, Schema>>
      readonly required?: readonly string[]
      readonly additionalProperties?: boolean
      readonly items?: Schema
      readonly prefixItems?: readonly Schema[]
      readonly minItems?: number
      readonly maxItems?: number
      readonly anyOf?: readonly Schema[]
      readonly allOf?: readonly Schema[]
      readonly if?: Schema
      readonly then?: Schema
      readonly else?: Schema
      readonly minimum?: number
      readonly maximum?: number
      readonly exclusiveMinimum?: number
    }

const known = new Set(
  (
    'type enum const properties required additionalProperties items prefixItems minItems maxItems anyOf allOf if then ' +
    'else minimum maximum exclusiveMinimum $schema title description default enumDescriptions'
  ).split(' '),
)

/** Where a value breaks a schema, by path; empty when it does not. Throws at a keyword that it does not know. */
export function breaches(schema: Schema, value: unknown, path = ''): string[] {
  if (typeof schema === 'boolean') return schema ? [] : [`${path}: not allowed`]
  const strange = Object.keys(schema).find((keyword) => !known.has(keyword))
  if (strange) throw new Error(`the keyword ${strange} is not known here`)
  const fits = (one: Schema): boolean => breaches(one, value, path).length === 0
  const found: string[] = []
  const expect = (held: boolean, what: string): void => {
    if (!held) found.push(`${path}: ${what}`)
  }
  if (schema.type) expect(isOf(schema.type, value), `expected ${schema.type}`)
  if (schema.enum) expect(schema.enum.includes(value), `expected one of ${schema.enum.join()}`)
  if ('const' in schema) expect(value === schema.const, `expected ${String(schema.const)}`)
  if (typeof value === 'number') {
    expect(value >= (schema.minimum ?? -Infinity), 'too small')
    expect(value <= (schema.maximum ?? Infinity), 'too large')
    expect(value > (schema.exclusiveMinimum ?? -Infinity), 'too small')
  }
  if (Array.isArray(value)) {
    expect(value.length >= (schema.minItems ?? 0), 'too short')
    expect(value.length <= (schema.maxItems ?? Infinity), 'too long')
  }
  if (schema.anyOf) expect(schema.anyOf.some(fits), 'fits none')
  for (const part of schema.allOf ?? []) found.push(...breaches(part, value, path))
  if (schema.if !== undefined) {
    const branch = fits(schema.if) ? schema.then : schema.else
    if (branch !== undefined) found.push(...breaches(branch, value, path))
  }
  return [...found, ...inside(schema, value, path)]
}

function inside(schema: Exclude<Schema, boolean>, value: unknown, path: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, k) =>
      breaches(schema.prefixItems?.[k] ?? schema.items ?? true, item, `${path}[${k}]`),
    )
  if (typeof value !== 'object' || value === null) return []
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key))
  const properties = schema.properties ?? {}
  return [
    ...missing.map((key) => `${path}.${key}: missing`),
    ...Object.entries(value).flatMap(([key, item]) =>
      breaches(
        Object.hasOwn(properties, key) ? properties[key]! : (schema.additionalProperties ?? true),
        item,
        `${path}.${key}`,
      ),
    ),
  ]
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
