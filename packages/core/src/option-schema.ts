import * as Schema from 'effect/Schema'
import { describeOption, isChoice, type Option, type Options } from './option.ts'
import type { Sizes } from './state.ts'

/** Fields of a schema by key: what a user may write for a plugin. */
export type Fields = Record<string, Schema.Top>

/** Schemas of sizes: whole numbers from 1 to 16384. */
export function sizeFields(sizes: Sizes): Fields {
  const size = (value: number): Schema.Top =>
    Schema.optionalKey(
      Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 16_384 })).annotate({
        default: value,
      }),
    )
  return Object.fromEntries(Object.entries(sizes).map(([name, value]) => [name, size(value)]))
}

/** Schemas of options: finite numbers in their range, or one of a few words. */
export function optionFields(options: Options = {}): Fields {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      Schema.optionalKey(optionSchema(option)),
    ]),
  )
}

function optionSchema(option: Option): Schema.Top {
  if (isChoice(option))
    return Schema.Literals(option.choices).annotate({
      default: option.choices[0],
      ...(option.description === undefined ? {} : { description: option.description }),
    })
  const {
    default: value,
    min,
    max,
    description,
  } = describeOption(option) as Exclude<ReturnType<typeof describeOption>, { choices: unknown }>
  const notes = { default: value, ...(description === undefined ? {} : { description }) }
  if (min === undefined && max === undefined) return Schema.Finite.annotate(notes)
  return Schema.Finite.check(
    Schema.isBetween({ minimum: min ?? -Number.MAX_VALUE, maximum: max ?? Number.MAX_VALUE }),
  ).annotate(notes)
}

/** A schema for a list of finite numbers, nested or not, or one number. */
export const numbers: Schema.Top = Schema.Union([
  Schema.Finite,
  Schema.Array(Schema.Finite),
  Schema.Array(Schema.Array(Schema.Finite)),
])
