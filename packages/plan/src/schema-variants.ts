/** A piece of JSON Schema. */
export type Json = Readonly<Record<string, unknown>>

/** One of the things that a record may describe, with the keys that belong to it. */
export interface Variant {
  readonly name: string
  readonly description: string
  readonly properties: Readonly<Record<string, Json>>
}

/** How variants may be written. */
export interface Writing {
  /** Whether the name alone will do. */
  readonly word?: boolean
  /** Whether the key that names the variant must be there; if not, a layer below may give it. */
  readonly required?: boolean
}

/** A record whose `key` names one of some variants, and the keys that this one knows, no others. */
export function oneOfMany(
  key: string,
  variants: readonly Variant[],
  { word = false, required = false }: Writing,
): Json {
  const names = {
    enum: variants.map(({ name }) => name),
    enumDescriptions: variants.map(({ description }) => description),
  }
  const cases = variants.map(({ name, properties }) => ({
    if: { properties: { [key]: { const: name } }, required: [key] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, not a promise
    then: { properties: { [key]: true, ...properties }, additionalProperties: false },
  }))
  const record = {
    type: 'object',
    properties: { [key]: names },
    ...(required ? { required: [key] } : {}),
    allOf: [
      ...cases,
      { if: { required: [key] }, else: { properties: any(variants), additionalProperties: false } },
    ],
  }
  return word ? { anyOf: [{ type: 'string', ...names }, record] } : record
}

/** The keys of all variants: what one of them accepts is accepted. */
function any(variants: readonly Variant[]): Record<string, Json> {
  const found: Record<string, Json[]> = {}
  for (const { properties } of variants)
    for (const [name, schema] of Object.entries(properties)) (found[name] ??= []).push(schema)
  return Object.fromEntries(
    Object.entries(found).map(([name, schemas]) => [
      name,
      schemas.length === 1 ? schemas[0]! : { anyOf: schemas },
    ]),
  )
}
