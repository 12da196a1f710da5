/** Operations on pairs of doubles (two members side by side) and how many values each takes. */
export const operations = {
  add: { opcode: 0xf0, arity: 2 },
  sub: { opcode: 0xf1, arity: 2 },
  mul: { opcode: 0xf2, arity: 2 },
  div: { opcode: 0xf3, arity: 2 },
  min: { opcode: 0xf4, arity: 2 },
  max: { opcode: 0xf5, arity: 2 },
  /** lesser(x, y): y where y is below x, else x, so that an x that is not a number stays; one instruction, as min is not. */
  lesser: { opcode: 0xf6, arity: 2 },
  /** greater(x, y): y where x is below y, else x. */
  greater: { opcode: 0xf7, arity: 2 },
  abs: { opcode: 0xec, arity: 1 },
  neg: { opcode: 0xed, arity: 1 },
  sqrt: { opcode: 0xef, arity: 1 },
  floor: { opcode: 0x75, arity: 1 },
  /** Comparisons give masks: all bits of a lane or none. */
  ne: { opcode: 0x48, arity: 2 },
  lt: { opcode: 0x49, arity: 2 },
  gt: { opcode: 0x4a, arity: 2 },
  le: { opcode: 0x4b, arity: 2 },
  and: { opcode: 0x4e, arity: 2 },
  or: { opcode: 0x50, arity: 2 },
  xor: { opcode: 0x51, arity: 2 },
  /** The bits of the first that are not in the second. */
  andnot: { opcode: 0x4f, arity: 2 },
  /** bitselect(x, y, mask): x where the mask has bits, else y. */
  bitselect: { opcode: 0x52, arity: 3 },
  integerAdd: { opcode: 0xce, arity: 2 },
  /** a * b + c and c - a * b with one rounding, where the machine has it: only in the profile `fast`. */
  madd: { opcode: 0x107, arity: 3 },
  nmadd: { opcode: 0x108, arity: 3 },
} as const

/** The name of an operation. */
export type OperationName = keyof typeof operations
