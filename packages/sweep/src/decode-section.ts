import { suggest, type Problem, sweepSchema, type Section } from '@ganglion/plan'
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
  const { issues } = validate(written)
  if (!issues || issues.length === 0) return written as Section
  return issues.map(({ path = [], message }) => ({
    path: pathText(['sweep', ...(path as PropertyKey[])]),
    message: explained(written, path as PropertyKey[], message),
  }))
}

interface Checked {
  readonly issues?: readonly { readonly path?: readonly unknown[]; readonly message: string }[]
}

function validate(written: unknown): Checked {
  const standard = Schema.toStandardSchemaV1(sweepSchema as Schema.Decoder<unknown>, {
    parseOptions: { errors: 'all', onExcessProperty: 'error' },
  })
  return standard['~standard'].validate(written) as Checked
}

const keys: Readonly<Record<string, readonly string[]>> = {
  '': ['cells', 'groups', 'trials', 'success', 'shares', 'regions', 'scales'],
  cells: ['generator', 'discriminator', 'dynamics'],
  success: ['signal', 'below'],
  shares: ['signal', 'below'],
  regions: ['equal', 'unequal', 'less'],
}

function explained(written: unknown, path: readonly PropertyKey[], message: string): string {
  if (/excess/i.test(message)) {
    const known = keys[path.length > 1 ? String(path[0]) : ''] ?? ['from', 'to', 'count']
    return `unknown key; ${suggest(String(path.at(-1)), known)}`
  }
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    written,
  )
  if (value === undefined) return 'missing'
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
