import { compile, type Kernel, type Program } from '@ganglion/calculus'

/** Numbers of one member by the full name of the array: `state.left`, `measure.means`. */
export type Numbers = Readonly<Record<string, ArrayLike<number>>>

/** A program as a function of many members at once: lists of numbers by array in, lists by output out. */
export type Batch = (members: readonly Numbers[]) => readonly Record<string, number[]>[]

/** Compiles a program when it is first run. Throws an Error that names the array whose length is wrong. */
export function batch(program: Program): Batch {
  let kernel: Kernel | undefined
  const inputs = program.inputs.map(({ name, axes }) => ({ name, cells: cellsOf(axes) }))
  const outputs = program.outputs.map(({ name, tensor }) => ({
    name,
    cells: cellsOf('axes' in tensor ? tensor.axes : []),
  }))
  return (members) => {
    kernel ??= compile(program)
    const count = members.length
    const read = inputs.map(({ name, cells }) => packed(name, cells, members))
    const written = outputs.map(({ cells }) => new Float64Array(cells * count))
    kernel.run([...read, ...written], count)
    return members.map((_, m) =>
      Object.fromEntries(
        outputs.map(({ name, cells }, k) => [
          name,
          Array.from({ length: cells }, (_, c) => written[k]![c * count + m]!),
        ]),
      ),
    )
  }
}

function packed(name: string, cells: number, members: readonly Numbers[]): Float64Array {
  const count = members.length
  const numbers = new Float64Array(cells * count)
  members.forEach((member, m) => {
    const given = member[name]
    if (given?.length !== cells)
      throw new Error(`${name} needs ${cells} numbers, got ${given?.length ?? 'none'}`)
    for (let c = 0; c < cells; c++) numbers[c * count + m] = given[c]!
  })
  return numbers
}

const cellsOf = (axes: readonly { readonly size: number }[]): number =>
  axes.reduce((cells, { size }) => cells * size, 1)

/** Numbers with `prefix.` in front of every array's name. */
export function prefixed(prefix: string, values: Numbers): Numbers {
  return Object.fromEntries(Object.entries(values).map(([name, v]) => [`${prefix}.${name}`, v]))
}

/** The arrays of one prefix, without it. */
export function unprefixed(prefix: string, values: Numbers): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(`${prefix}.`))
      .map(([name, v]) => [name.slice(prefix.length + 1), Array.from(v)]),
  )
}
