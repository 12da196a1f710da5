import type { Code } from './code.ts'
import { operations } from './operation.ts'
import type { Value } from './value.ts'
import { signed, unsigned } from './wasm.ts'

const op = {
  extract: 0x21,
  replace: 0x22,
  splat: 0x14,
  shiftLeft: 0xcb,
  shiftRight: 0xcc,
  callFunction: 0x10,
} as const

/** What an operation on values needs to know of the module. */
export interface Surroundings {
  /** The local variable of a value. */
  readonly get: (value: Value) => number
  readonly imports: readonly string[]
  /** So many lanes hold numbers. */
  readonly lanes: 1 | 2
}

/** Writes the operation that computes a value from others; it is left on the stack. */
export function writeValue(code: Code, value: Value, { get, imports, lanes }: Surroundings): void {
  switch (value.kind) {
    case 'apply':
      for (const arg of value.args) code.get(get(arg))
      code.simd(operations[value.name].opcode)
      break
    case 'shift':
      code
        .get(get(value.arg))
        .put(0x41, ...signed(Math.abs(value.by)))
        .simd(value.by < 0 ? op.shiftRight : op.shiftLeft)
      break
    case 'spread':
      code.get(get(value.arg)).simd(op.extract).put(value.lane).simd(op.splat)
      break
    case 'call': {
      const callee = [op.callFunction, ...unsigned(imports.indexOf(value.name))]
      const lane = (which: number): Code =>
        code
          .get(get(value.arg))
          .simd(op.extract)
          .put(which, ...callee)
      lane(0).simd(op.splat)
      if (lanes === 2) lane(1).simd(op.replace).put(1)
      break
    }
    case 'constant':
    case 'load':
      throw new Error(`a ${value.kind} is no operation`)
  }
}
