import {
  array,
  compile,
  evaluate,
  gradient,
  num,
  symbolOf,
  type AnyTensor,
  type Expr,
} from '@ganglion/calculus'
import { authored, playerSymbols, sharedAxis, type MixtureForm } from '@ganglion/core'
import { cursor, exp, stream } from '@ganglion/numerics'
import { expect, test } from 'vitest'
import { powers } from './ahead.ts'
import kernel from './kernel.ts'
import { kernels, widths, type Kernel } from './profile.ts'

const capacity = 5

/** A critic of five atoms at random, as a function of x, with its derived slope. */
function criticOf(word: string, sum: string, dimensions: number, sigma: number) {
  const chosen = {
    plugin: kernel,
    sizes: { capacity, dimensions },
    options: { kernel: word, widths: sum, sigma, lambda: 0.01, merging: 0.05 },
  }
  const symbols = playerSymbols(chosen)
  const x = array('x', [sharedAxis('dimensions', dimensions)])
  const value = kernel.critic(x, authored(symbols.state), symbols.settings)
  const [slope] = gradient(value, [x]) as readonly AnyTensor[]
  const random = cursor(stream(3, 'kernel'), 0)
  const draw = (count: number) => Array.from({ length: count }, () => random.normal())
  const state: Record<string, readonly number[]> = {
    'state.atoms': draw(capacity * dimensions),
    'state.coefficients': draw(capacity),
    'state.spreads': Array.from({ length: capacity }, () => 0),
    'state.scale': [1.5],
    'option.sigma': [sigma],
  }
  const program = {
    name: 'critic',
    inputs: [...Object.values(symbols.state).map(symbolOf), symbolOf(x), ...symbols.options],
    outputs: [
      { name: 'value', tensor: value },
      { name: 'slope', tensor: slope! },
    ],
  }
  const run = compile(program)
  return {
    state,
    at: (place: readonly number[]) => {
      const [out, slopes] = [new Float64Array(1), new Float64Array(dimensions)]
      const named: Record<string, readonly number[]> = { ...state, x: place }
      const inputs = program.inputs.map(({ name, axes }) =>
        Float64Array.from(
          named[name] ?? Array.from({ length: axes.reduce((n, a) => n * a.size, 1) }, () => 0),
        ),
      )
      run.run([...inputs, out, slopes], 1)
      return { value: out[0]!, slope: [...slopes] }
    },
  }
}

/** K by its formula. */
const formula: Record<Kernel, (r: number, width: number) => number> = {
  rbf: (r, width) => exp((r * r) / (-2 * width * width)),
  laplacian: (r, width) => exp(-r / width),
  'rational-quadratic': (r, width) => 1 / (1 + (r * r) / (2 * width * width)),
}

/** The widths of each word, by hand. */
const scales: Record<(typeof widths)[number], readonly number[]> = {
  one: [1],
  decades: [0.1, 1, 10],
  octaves: [0.5, 1, 2],
  'half-decades': [0.1, 0.316227766016838, 1, 3.16227766016838, 10],
}

/** The sum of every kernel of a word in every width of another. */
function summed(word: string, sum: (typeof widths)[number], r: number, sigma: number): number {
  const parts = word.split('+') as Kernel[]
  const all = parts.flatMap((part) => scales[sum].map((s) => formula[part](r, s * sigma)))
  return all.reduce((a, b) => a + b)
}

test('every sum of two or more kernels is a word, after the kernels', () => {
  expect(kernels).toEqual([
    'rbf',
    'laplacian',
    'rational-quadratic',
    'rbf+laplacian',
    'rbf+rational-quadratic',
    'laplacian+rational-quadratic',
    'rbf+laplacian+rational-quadratic',
  ])
})

const every = kernels.flatMap((word) =>
  widths.flatMap((sum) => [2, 10].map((dimensions) => [word, sum, dimensions] as const)),
)

test.each(every)('%s, %s, in %i dimensions: D(x) by its formula', (word, sum, dimensions) => {
  const { state, at } = criticOf(word, sum, dimensions, 1.3)
  const x = Array.from({ length: dimensions }, (_, c) => 0.3 - 0.1 * c)
  const wanted = state['state.coefficients']!.reduce((total, c, h) => {
    const r = Math.hypot(...x.map((v, k) => v - state['state.atoms']![h * dimensions + k]!))
    return total + 1.5 * c * summed(word, sum, r, 1.3)
  }, 0)
  expect(at(x).value).toBeCloseTo(wanted, 12)
})

test.each(every)(
  '%s, %s, in %i dimensions: its slope against differences',
  (word, sum, dimensions) => {
    const { at } = criticOf(word, sum, dimensions, 1.3)
    const random = cursor(stream(4, 'places'), 0)
    for (let k = 0; k < 5; k++) {
      const x = Array.from({ length: dimensions }, () => random.normal())
      const { slope } = at(x)
      expect(slope.some((s) => Math.abs(s) > 1e-6)).toBe(true)
      slope.forEach((s, c) => {
        const moved = (h: number) => at(x.map((v, j) => (j === c ? v + h : v))).value
        // Four points: the error is of order h^4.
        const h = 1e-3
        const wide = (moved(2 * h) - moved(-2 * h)) / (4 * h)
        const near = (moved(h) - moved(-h)) / (2 * h)
        expect(Math.abs((4 * near - wide) / 3 - s)).toBeLessThan(1e-7 * (1 + Math.abs(s)))
      })
    }
  },
)

test('the laplacian has slope 0 at its cusp, and no NaN', () => {
  const { state, at } = criticOf('laplacian', 'one', 2, 1)
  const here = at(state['state.atoms']!.slice(0, 2))
  expect(here.slope.every(Number.isFinite)).toBe(true)
})

const settings = { capacity: 1, dimensions: 1, sigma: num(2), lambda: num(0), merging: num(0) }
const line = sharedAxis('components', 1)
const [weights, means] = [array('weights', [line]), array('means', [line])]
const law: MixtureForm = { kind: 'mixture', weights, means, deviation: num(1.5) }

const mixtureOf = (over: object): Expr => {
  const symbols = playerSymbols({
    plugin: kernel,
    sizes: { capacity: 1, dimensions: 'dimensions' in over ? 2 : 1 },
    options: {},
  })
  const all = { ...settings, kernel: 'rbf', widths: 'one', ...over }
  return kernel.expectation!.mixture!(law, (d) => d, authored(symbols.state), all)
}

test('E K under a normal law is a wider kernel: sigma / sqrt(sigma^2 + s^2) exp(-m^2 / (2 (sigma^2 + s^2)))', () => {
  const inputs = { weights: [1], means: [0.7], 'state.atoms': [0], 'state.spreads': [0] }
  const state = { ...inputs, 'state.coefficients': [1], 'state.scale': [1] }
  const wide = 4 + 2.25
  const wanted = (2 / Math.sqrt(wide)) * exp(-0.49 / (2 * wide))
  expect(evaluate(mixtureOf({}), state)).toBeCloseTo(wanted, 14)
  // An atom of a normal law of variance 1 is wider still.
  const spread = { ...state, 'state.spreads': [1] }
  const wider = (2 / Math.sqrt(wide + 1)) * exp(-0.49 / (2 * (wide + 1)))
  expect(evaluate(mixtureOf({}), spread)).toBeCloseTo(wider, 14)
})

test('a sum of widths of the RBF is wider in each of them', () => {
  const inputs = { weights: [1], means: [0.7], 'state.atoms': [0], 'state.spreads': [0] }
  const state = { ...inputs, 'state.coefficients': [1], 'state.scale': [1] }
  const wide = (width: number): number => {
    const variance = width * width + 2.25
    return (width / Math.sqrt(variance)) * exp(-0.49 / (2 * variance))
  }
  const wanted = wide(1) + wide(2) + wide(4)
  expect(evaluate(mixtureOf({ widths: 'octaves' }), state)).toBeCloseTo(wanted, 14)
})

test('mixtures are refused where no closed form is known, and off the line', () => {
  expect(() => mixtureOf({ kernel: 'laplacian' })).toThrow('Use kernel rbf')
  expect(() => mixtureOf({ kernel: 'rational-quadratic' })).toThrow(
    'no closed form against a mixture',
  )
  // A sum is refused for its summand.
  expect(() => mixtureOf({ kernel: 'rbf+laplacian' })).toThrow(
    'kernel laplacian has no closed form against a mixture, so rbf+laplacian has none. Use kernel rbf',
  )
  expect(() => mixtureOf({ kernel: 'rbf+rational-quadratic', widths: 'octaves' })).toThrow(
    'kernel rational-quadratic has no closed form',
  )
  expect(() => mixtureOf({ dimensions: 2 })).toThrow('set discriminator.dimensions to 1')
})

test('powers and their sums', () => {
  for (const k of [0, 1, 2, 3, 7, 100]) {
    let [power, series] = [1, 0]
    for (let j = 0; j < k; j++) [power, series] = [power * 0.99, series + power]
    const made = powers(num(0.99), k)
    expect(evaluate(made.power, {})).toBeCloseTo(power, 13)
    expect(evaluate(made.series, {})).toBeCloseTo(series, 11)
  }
})

test('without a ridge there is no best answer', () => {
  const points = { kind: 'points', positions: [[0, 0]], masses: [1] } as const
  const numbers = { capacity: 4, dimensions: 2, lambda: 0 }
  expect(() => kernel.best!(points, points, {}, numbers)).toThrow('lambda above 0')
})

test('the converged discriminator of one point pays (1 - exp(-r^2 / 2 sigma^2)) / lambda (becker2022, eq. 26)', () => {
  const at = (x: number) => ({ kind: 'points', positions: [[x, 0]], masses: [1] }) as const
  const numbers = { capacity: 4, dimensions: 2, lambda: 0.1, sigma: 1.7 }
  const best = kernel.best!(at(0), at(1), {}, numbers)
  const symbols = playerSymbols({
    plugin: kernel,
    sizes: { capacity: 4, dimensions: 2 },
    options: {},
  })
  const told = Object.entries(best).map(([name, list]) => [`state.${name}`, list])
  const state = { ...Object.fromEntries(told), 'option.sigma': [1.7], 'option.lambda': [0.1] }
  const x = array('x', [sharedAxis('dimensions', 2)])
  const value = kernel.critic(x, authored(symbols.state), symbols.settings)
  const critic = (at: number) => evaluate(value, { ...state, x: [at, 0] }) as number
  const ridge = evaluate(kernel.ridge!(authored(symbols.state), symbols.settings), state) as number
  const wanted = (1 - exp(-1 / (2 * 1.7 * 1.7))) / 0.1
  expect(critic(0) - critic(1) - ridge).toBeCloseTo(wanted, 12)
})
