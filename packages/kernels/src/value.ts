import type { OperationName } from './operation.ts'

/** A value of two members: a constant, a load, an operation on earlier values, or a call of a function for each lane. */
export type Value = { readonly id: number } & (
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'load'; readonly array: number; readonly cell: number }
  | { readonly kind: 'apply'; readonly name: OperationName; readonly args: readonly Value[] }
  /** Shifts 64-bit integers left, or right by a negative number. */
  | { readonly kind: 'shift'; readonly by: number; readonly arg: Value }
  /** One lane in both. */
  | { readonly kind: 'spread'; readonly lane: 0 | 1; readonly arg: Value }
  | { readonly kind: 'call'; readonly name: string; readonly arg: Value }
)

/** The values that a value takes. */
export function argumentsOf(value: Value): readonly Value[] {
  if (value.kind === 'apply') return value.args
  return value.kind === 'constant' || value.kind === 'load' ? [] : [value.arg]
}
