import { missing, suggest, type Problem, sweepSchema, type Section } from '@ganglion/plan'
import * as Schema from 'effect/Schema'

/** The section, or everything that is wrong with its form, by path. */
export function decodeSection(written: unknown): Section | readonly Problem[] {
  if (written === undefined)
    return [
      {
        path: 'sweep',
        message:
          'missing: a sweep needs this section, e.g. "sweep": { "cells": { "generator": { "means": { "from": -1, "to": 1, "count": 21 } } }, "trials": 100 }',
      },
    ]
  const problems = mistakesOfForm(sweepSchema, written, ['sweep'], keys)
  return problems.length > 0 ? problems : (written as Section)
}

/**
 * Everything that is wrong with the form of what is written at a path. `known` says which keys there are, by the key above
 * them; those of the written value itself stand at ''.
 */
export function mistakesOfForm(
  schema: Schema.Top,
  written: unknown,
  at: readonly PropertyKey[],
  known: Readonly<Record<string, readonly string[]>>,
): Problem[] {
  const { issues = [] } = validate(schema, written)
  return issues.map(({ path = [], message }) => ({
    path: pathText([...at, ...(path as PropertyKey[])]),
    message: explained(written, path as PropertyKey[], message, known),
  }))
}

interface Checked {
  readonly issues?: readonly { readonly path?: readonly unknown[]; readonly message: string }[]
}

function validate(schema: Schema.Top, written: unknown): Checked {
  const standard = Schema.toStandardSchemaV1(schema as Schema.Decoder<unknown>, {
    parseOptions: { errors: 'all', onExcessProperty: 'error' },
  })
  return standard['~standard'].validate(written) as Checked
}

const predicates = ['equal', 'unequal', 'less', 'lessOrEqual']
const criterion = ['signal', 'below']
const keys: Readonly<Record<string, readonly string[]>> = {
  '': [
    'cells',
    'groups',
    'where',
    'trials',
    'every',
    'success',
    'shares',
    'times',
    'statistics',
    'regions',
    'scales',
  ],
  cells: ['generator', 'discriminator', 'dynamics'],
  success: criterion,
  shares: criterion,
  times: criterion,
  statistics: ['signal', 'as'],
  where: predicates,
  regions: predicates,
}

function explained(
  written: unknown,
  path: readonly PropertyKey[],
  message: string,
  known: Readonly<Record<string, readonly string[]>>,
): string {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    written,
  )
  if (/excess/i.test(message)) {
    if (typeof path.at(-1) === 'number')
      return `too many values: ${JSON.stringify(value)} has no place here`
    const keys = known[path.length > 1 ? String(path[0]) : ''] ?? ['from', 'to', 'count']
    return `unknown key; ${suggest(String(path.at(-1)), keys)}`
  }
  if (value === undefined) return missing(pathText(['sweep', ...path]))
  return `${message.slice(0, 1).toLowerCase()}${message.slice(1)}, got ${JSON.stringify(value)}`
}

/** A path as users write it: `sweep.cells.generator.means[1]`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  )
}
