import { array, axis, compile, each, symbolOf, type Kernel, type Matrix } from '@ganglion/calculus'
import { authored, playerSymbols, sharedAxis, type Plan } from '@ganglion/core'

/** D(x) at several points of a sample space, compiled. */
export interface CriticKernel {
  /** Numbers of a point. */
  readonly dimensions: number
  /** The arrays of the state that it reads, e.g. `left`. */
  readonly state: readonly string[]
  /** The numeric options that it reads, e.g. `lambda`. */
  readonly options: readonly string[]
  /**
   * D at points `x` (as many as the kernel was made for, row-major: a row a point, in the unit of the sample space) for one
   * member whose arrays and options are given by name. Throws when one is missing.
   */
  at(
    x: readonly number[],
    state: Readonly<Record<string, readonly number[]>>,
    options: Readonly<Record<string, number>>,
  ): Float64Array
}

/**
 * Compiles the critic of a plan for `count` points, of a plane or of any other part of its sample space; null when that space
 * is the line (`criticOnLine`).
 */
export function criticOnPlane(
  plan: Pick<Plan, 'discriminator'>,
  count: number,
): CriticKernel | null {
  return spaceOf(plan).size < 2 ? null : criticAt(plan, count)
}

/** The axis of the sample space of a plan's critic; a family without one is of the line. */
export function spaceOf({ discriminator }: Pick<Plan, 'discriminator'>) {
  return playerSymbols(discriminator).axes['dimensions'] ?? sharedAxis('dimensions', 1)
}

/** Compiles the critic of a plan for `count` points of its sample space, whatever that is. */
export function criticAt(plan: Pick<Plan, 'discriminator'>, count: number): CriticKernel {
  const { discriminator } = plan
  const symbols = playerSymbols(discriminator)
  const space = symbols.axes['dimensions'] ?? spaceOf(plan)
  const x = array('x', [axis('x', count), space])
  const state = authored(symbols.state)
  const kernel = compile({
    name: `${discriminator.plugin.name}.critic`,
    inputs: [symbolOf(x), ...Object.values(symbols.state).map(symbolOf), ...symbols.options],
    outputs: [
      {
        name: 'critic',
        tensor: each(x as Matrix, (point) =>
          discriminator.plugin.critic(point, state, symbols.settings),
        ),
      },
    ],
  })
  return {
    dimensions: space.size,
    state: Object.keys(symbols.state),
    options: symbols.options.map(({ name }) => name.slice('option.'.length)),
    at: (points, arrays, options) => run(kernel, [count, space.size], points, arrays, options),
  }
}

function run(
  kernel: Kernel,
  [count, dimensions]: readonly [number, number],
  points: readonly number[],
  state: Readonly<Record<string, readonly number[]>>,
  options: Readonly<Record<string, number>>,
): Float64Array {
  if (points.length !== count * dimensions)
    throw new RangeError(
      `expected ${count} points, got ${points.length / dimensions} (of ${dimensions} numbers each)`,
    )
  const values = new Float64Array(count)
  const input = (name: string): Float64Array => {
    if (name === 'x') return Float64Array.from(points)
    if (name === 'critic') return values
    const [kind, own] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]
    const found = kind === 'option' ? options[own] : state[own]
    if (found === undefined) throw new RangeError(`the critic reads ${name}, which was not given`)
    return typeof found === 'number' ? Float64Array.of(found) : Float64Array.from(found)
  }
  kernel.run(kernel.arrays.map(input), 1)
  return values
}
