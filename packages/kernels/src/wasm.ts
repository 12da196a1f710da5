/** Bytes of a WebAssembly module, written by hand: the few instructions that kernels need and nothing else. */

/** An unsigned number in LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low | 0x80 : low)
  } while (rest > 0)
  return bytes
}

/** A signed 32-bit number in LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value | 0
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const last = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(last ? low : low | 0x80)
    if (last) return bytes
  }
}

const text = (value: string): number[] => {
  const bytes = [...new TextEncoder().encode(value)]
  return [...unsigned(bytes.length), ...bytes]
}
const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
]

/** How every module begins: its name and version. */
const magic = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]

/** Types of locals, parameters and results. */
export const type = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const

/** A function: its parameters are numbers of 32 bits, its other locals follow them. */
export interface Routine {
  readonly parameters: number
  readonly locals: readonly { readonly count: number; readonly type: number }[]
  readonly body: Uint8Array
}

/** A module that imports the memory `m.memory` and functions of one double, and exports one function, `run`. */
export function moduleOf(imports: readonly string[], routine: Routine): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: readonly number[]): number[] => [
    id,
    ...unsigned(content.length),
    ...content,
  ]
  const unary = [0x60, 1, type.f64, 1, type.f64]
  const entry = [0x60, ...vector(Array.from({ length: routine.parameters }, () => [type.i32])), 0]
  const memory = [...text('m'), ...text('memory'), 0x02, 0x03, ...unsigned(1), ...unsigned(65_536)]
  const functions = imports.map((name) => [...text('m'), ...text(name), 0x00, 0])
  const locals = vector(routine.locals.map(({ count, type: kind }) => [...unsigned(count), kind]))
  const size = locals.length + routine.body.length + 1
  const head = [
    ...magic,
    ...section(1, vector([unary, entry])),
    ...section(2, vector([memory, ...functions])),
    ...section(3, vector([[1]])),
    ...section(7, vector([[...text('run'), 0x00, ...unsigned(imports.length)]])),
  ]
  const code = [...unsigned(1), ...unsigned(size), ...locals]
  const length = code.length + routine.body.length + 1
  const bytes = new Uint8Array(head.length + 1 + unsigned(length).length + length)
  bytes.set([...head, 10, ...unsigned(length), ...code])
  bytes.set(routine.body, bytes.length - routine.body.length - 1)
  bytes[bytes.length - 1] = 0x0b
  return bytes
}
