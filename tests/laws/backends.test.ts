import fc from 'fast-check'
import {
  array,
  axis,
  cos,
  elementaryFunctions,
  exp,
  gradient,
  javascript,
  log,
  normalCdf,
  normalPdf,
  sigmoid,
  sin,
  softplus,
  square,
  sum,
  tanh,
  tensor,
  type AnyTensor,
  type Backend,
} from '@ganglion/calculus'
import { exact } from '@ganglion/kernels'
import { cursor, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { assemble } from '../../packages/kernels/src/assemble.ts'
import { looped } from '../../packages/kernels/src/looped.ts'
import { agree, leaves, recipe } from '../../packages/calculus/src/fixtures/random-programs.ts'

let kept = 0

/** Loops stay loops, however short: lanes are members, or elements where there is one member. */
const loops = (unrolled: number, body: number): Backend => ({
  allocate: (length) => exact.allocate(length),
  compile(program) {
    const found = looped(program, new Map(), {
      translate: (flat) => assemble(flat),
      limits: { unrolled, body, elementary: 4 },
    })
    if (!found) return javascript.compile(program)
    kept++
    const arrays = [...program.inputs, ...program.outputs].map(({ name }) => name)
    return { text: found.text, arrays, ...found.place() }
  },
})

const backends: [string, Backend][] = [
  ['loops in kernels', loops(0, 20)],
  ['loops in kernels, partly unrolled', loops(40, 100)],
  ['compiled JavaScript', javascript],
  ['vector kernels', exact],
]

test.each(backends)('%s: random programs have the bits of the reference', (_, backend) => {
  const property = fc.property(recipe, fc.boolean(), (make, wild) => {
    const value = make({ i: undefined, j: undefined })
    const first = gradient(value, leaves)
    const second = gradient(sum(first[0], square).plus(sum(first[1], square)), leaves)
    const tensors = [value, ...first, ...second] as AnyTensor[]
    for (const members of [1, 2, 7]) agree(backend, tensors, members, wild)
  })
  fc.assert(property, { numRuns: 60, seed: 3 })
})

test('most random programs can keep their loops', () => {
  expect(kept).toBeGreaterThan(100)
})

/** Arguments of every size and sign, the corners included. */
function argumentsAt(count: number): Float64Array {
  const edges = [709.782712893384, 709.7827128933841, 710, -745.1332191019411, -745.1332191019412]
  const far = [NaN, Infinity, -Infinity, 37.5, -37.5, 708, -708, 709.79, -745.14, -746, 1000]
  const corners = [...far, ...edges, 0, -0, 5e-324]
  const random = cursor(stream(11, 'arguments'), 0)
  const words = new Uint32Array(2)
  const bits = new Float64Array(words.buffer)
  return Float64Array.from({ length: count }, (_, k) => {
    if (k < corners.length) return corners[k]!
    if (k % 3 === 0) return random.uniform(-40, 40)
    if (k % 3 === 1) return random.uniform(-760, 720)
    words[0] = random.uniform(0, 2 ** 32)
    words[1] = random.uniform(0, 2 ** 32)
    return bits[0]!
  })
}

const expressions = { exp, log, sin, cos, tanh, sigmoid, softplus, normalPdf, normalCdf }
type Name = keyof typeof elementaryFunctions

test.each(Object.entries(elementaryFunctions) as [Name, (x: number) => number][])(
  '%s: vector kernels have the bits of numerics at 100 000 places',
  (name, reference) => {
    const x = array('x', [])
    const applied = expressions[name](x)
    const kernel = exact.compile({
      name,
      inputs: [x.symbol],
      outputs: [{ name: 'y', tensor: applied }],
    })
    const given = argumentsAt(99_999)
    const found = new Float64Array(given.length)
    kernel.run([given, found], given.length)
    const wrong = [...given.keys()].filter((k) => !Object.is(found[k], reference(given[k]!)))
    expect(wrong.slice(0, 5).map((k) => [given[k], found[k], reference(given[k]!)])).toEqual([])
  },
)

test('an odd last member writes its own cells only', () => {
  const over = axis('cells', 3)
  const x = array('x', [over])
  const kernel = exact.compile({
    name: 'double',
    inputs: [x.symbol],
    outputs: [{ name: 'y', tensor: tensor([over], (i) => x(i).times(2)) }],
  })
  for (const members of [1, 3, 5]) {
    const given = exact.allocate(3 * members)
    given.forEach((_, k) => (given[k] = k + 1))
    const found = exact.allocate(3 * members + 1)
    found.fill(-1)
    kernel.run([given, found], members)
    expect([...found]).toEqual([...given.map((v) => 2 * v), -1])
  }
})

test.each([
  ['steps', 300, 200],
  ['values of elementary functions', 50, 40],
])('a program of too many %s runs with its loops', (_, rows, columns) => {
  const [many, more] = [axis('many', rows), axis('more', columns)]
  const [a, b] = [array('a', [many]), array('b', [more])]
  const total = sum(many, (i) => sum(more, (j) => exp(a(i).times(b(j)))))
  const program = {
    name: 'large',
    inputs: [a.symbol, b.symbol],
    outputs: [{ name: 'y', tensor: total }],
  }
  const run = (backend: Backend): number => {
    const arrays = [backend.allocate(rows), backend.allocate(columns), backend.allocate(1)]
    arrays[0]!.forEach((_, k, all) => (all[k] = k / rows))
    arrays[1]!.forEach((_, k, all) => (all[k] = -k / columns))
    backend.compile(program).run(arrays, 1)
    return arrays[2]![0]!
  }
  expect(run(exact)).toBe(run(javascript))
})
