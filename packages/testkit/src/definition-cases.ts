import {
  isChoice,
  settledWords,
  sharedAxis,
  type Option,
  type Options,
  type Shapes,
  wordings,
  type Words,
} from '@ganglion/core'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'

/** What every plugin has: a kind, a name, a source. */
interface Definition {
  readonly kind: string
  readonly name: string
  readonly source: string
}

/** What players declare besides. */
interface PlayerDefinition extends Definition {
  readonly sizes: Readonly<Record<string, number>>
  readonly options?: Options
  readonly parameters: (axes: never, words: Words) => Shapes
  readonly memory?: (axes: never, words: Words) => Shapes
  readonly fixed?: (axes: never, words: Words) => Shapes
  /** Writes a state that grows: the family trains no parameter. */
  readonly advance?: unknown
}

/** The definition names itself, its source and its API; the functions that its kind must have are there. */
export function definitionCases(
  definition: Definition,
  kind: string,
  functions: readonly string[],
): readonly Case[] {
  const fields = definition as unknown as Readonly<Record<string, unknown>>
  return [
    check('definition: kind, name, source', () => {
      expectThat(
        typeof definition === 'object' && definition !== null,
        () =>
          `expected a ${kind}'s definition, got ${describe(definition)}: export it as the default`,
      )
      expectThat(
        fields['kind'] === kind,
        () =>
          `expected kind ${kind}, got ${String(fields['kind'])}: make it with define${capital(kind)}`,
      )
      expectThat(
        typeof fields['name'] === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(fields['name']),
        () =>
          `name: expected lower-case letters, digits and hyphens, a letter first, 64 at most (my-family), got ${JSON.stringify(fields['name'])}`,
      )
      expectThat(
        typeof fields['source'] === 'string' && fields['source'].trim() !== '',
        () => 'source: expected where the mathematics comes from (paper and equation), got nothing',
      )
      const { apiVersion } = fields
      expectThat(
        !('apiVersion' in fields) || (Number.isInteger(apiVersion) && Number(apiVersion) > 0),
        () => `apiVersion: expected a whole number from 1, got ${JSON.stringify(apiVersion)}`,
      )
    }),
    check(`definition: ${functions.join(', ')}`, () => {
      for (const name of functions) {
        expectThat(
          typeof fields[name] === 'function',
          () =>
            `${name}: expected a function, got ${describe(fields[name])}: every ${kind} needs it`,
        )
      }
    }),
  ]
}

/** Options have defaults within their range. */
export function optionCase(declared: Options | undefined): Case {
  return check('definition: options', () => {
    for (const [name, option] of Object.entries(declared ?? {})) refuseOption(name, option)
  })
}

function refuseOption(name: string, option: Option): void {
  if (typeof option === 'object' && isChoice(option)) {
    const { choices } = option
    expectThat(
      choices.length > 0 && choices.every((c) => typeof c === 'string' && c !== ''),
      () => `option ${name}: expected a list of words, got ${JSON.stringify(choices)}`,
    )
    expectThat(
      new Set(choices).size === choices.length,
      () => `option ${name}: expected different choices, got ${choices.join(', ')}`,
    )
    return
  }
  const { default: value, min, max } = typeof option === 'number' ? { default: option } : option
  expectThat(
    Number.isFinite(value),
    () => `option ${name}: expected a finite default, got ${String(value)}`,
  )
  expectThat(
    value >= (min ?? -Infinity) && value <= (max ?? Infinity),
    () =>
      `option ${name}: its default ${value} lies outside its own range, ${min ?? '-infinity'} to ${max ?? 'infinity'}`,
  )
}

/** Sizes are positive whole numbers; arrays are made of them, each declared once. */
export function shapeCases(definition: PlayerDefinition): readonly Case[] {
  return [
    check('definition: sizes', () => {
      expectThat(
        typeof definition.sizes === 'object' && definition.sizes !== null,
        () => `sizes: expected a record of numbers, got ${describe(definition.sizes)}`,
      )
      for (const [name, size] of Object.entries(definition.sizes)) {
        expectThat(
          Number.isInteger(size) && size > 0,
          () => `size ${name}: expected a positive whole number, got ${String(size)}`,
        )
        expectThat(
          !(name in (definition.options ?? {})),
          () => `${name} is both a size and an option: settings hold both, so rename one`,
        )
      }
    }),
    check('definition: shapes of parameters, memory, fixed', () => {
      for (const words of wordings(definition.options))
        refuseShapes(definition, settledWords(definition.options, words))
    }),
  ]
}

function refuseShapes(definition: PlayerDefinition, words: Words): void {
  const axes = Object.fromEntries(
    Object.entries(definition.sizes).map(([name, size]) => [name, sharedAxis(name, size)]),
  )
  const owner = new Map<string, string>()
  for (const group of ['parameters', 'memory', 'fixed'] as const) {
    for (const [name, shape] of Object.entries(definition[group]?.(axes as never, words) ?? {})) {
      const first = owner.get(name)
      expectThat(
        first === undefined,
        () => `array ${name} is declared twice, by ${first} and ${group}: rename one`,
      )
      owner.set(name, group)
      expectThat(
        Array.isArray(shape) && shape.length <= 3,
        () =>
          `${group}.${name}: expected a list of at most 3 axes or numbers, got ${describe(shape)}`,
      )
      shape.forEach((extent, k) => {
        const known =
          typeof extent === 'number'
            ? Number.isInteger(extent) && extent > 0
            : Object.values(axes).includes(extent)
        expectThat(
          known,
          () =>
            `${group}.${name}: axis ${k} is ${describe(extent)}; expected one of sizes (${Object.keys(axes).join(', ') || 'none'}) or a positive whole number`,
        )
      })
    }
  }
  expectThat(
    definition.advance !== undefined || [...owner.values()].includes('parameters'),
    () =>
      'parameters: expected at least one array that is trained, got none: declare one, or write advance for a state that grows',
  )
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** A value of unknown kind, short enough for a sentence. */
export function describe(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'number') return String(value)
  if (typeof value === 'function') return 'a function'
  return (JSON.stringify(value) ?? typeof value).slice(0, 80)
}
