import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { abs, each, exp, num, sqrt, square, type Expr, type Vec } from '@ganglion/calculus'
import type { Generator } from '@ganglion/core'
import { afterAll, expect, test } from 'vitest'
import { findings } from './findings.ts'
import { referenceMixture, referencePoints } from './reference-games.ts'
import { testGenerator } from './test-generator.ts'

interface State {
  readonly means: Vec
  readonly weights: Vec
}

const planted = (fault: object): Generator => ({ ...referenceMixture, ...fault }) as Generator
const mixture = (means: Vec, weights: Vec, deviation: Expr = num(1)) => ({
  kind: 'mixture',
  means,
  weights,
  deviation,
})

test.each([referenceMixture, referencePoints])('a good family passes: $name', async (good) => {
  expect(await findings(testGenerator(good))).toEqual({})
})

test.each([
  [
    'weights that do not sum to 1',
    {
      measure: ({ means, weights }: State) =>
        mixture(
          means,
          each(weights, (w) => w.times(2)),
        ),
    },
    'measure: a law (weights or masses sum to 1, deviation above 0)',
    /weights 1, 1, random state 0: .* they sum to 2/,
  ],
  [
    'a deviation below 0',
    { measure: ({ means, weights }: State) => mixture(means, weights, means(0)) },
    'measure: a law (weights or masses sum to 1, deviation above 0)',
    /deviation -?[\d.]+, .*: expected a number above 0/,
  ],
  [
    'a kink presented as smooth',
    { measure: ({ means, weights }: State) => mixture(each(means, abs), weights) },
    'derivatives: no kink along random lines',
    /derivative of the product of critique and measure jumps/,
  ],
  [
    'a kink at a tie of two parameters, seen by the push',
    {
      measure: ({ means, weights }: State) =>
        mixture(
          each(means, (m) => m.plus(abs(means(0).minus(means(1))))),
          weights,
        ),
    },
    'derivatives: push against differences',
    /push of means\[\d\]: derived .*, central difference /,
  ],
  [
    'a slope that is NaN at zeros',
    {
      measure: ({ means, weights }: State) =>
        mixture(
          each(means, (m) => sqrt(square(m))),
          weights,
        ),
    },
    'derivatives: pull against differences',
    /pull to means\[0\]: derived NaN/,
  ],
  [
    'a slope that is not finite far out',
    {
      measure: ({ means, weights }: State) =>
        mixture(
          each(means, (m) => num(1).over(exp(m.over(1e6)))),
          weights,
        ),
    },
    'derivatives: finite wherever the law is; infinite and NaN states throw nothing',
    /pull to means\[0\] is NaN where the law is finite, all cells at 1000000000/,
  ],
  [
    'an array of the wrong length',
    { initial: () => ({ means: [1, 2, 3], weights: [0.5, 0.5] }) },
    'initial: every array, and the right number of numbers',
    /means expected 2 numbers \(components 2\), got 3/,
  ],
  [
    'a number that is not finite',
    { initial: () => ({ means: [1, 1 / 0], weights: [0.5, 0.5] }) },
    'initial: finite numbers',
    /means\[1\] is Infinity/,
  ],
])('planted: %s', async (_, fault, named, told) => {
  const found = await findings(testGenerator(planted(fault)))
  expect(found[named], JSON.stringify(found, null, 2)).toMatch(told)
})

const folder = mkdtempSync(join(tmpdir(), 'ganglion-testkit-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A generator without imports, whose start is scaled by this expression. */
async function written(name: string, scale: string): Promise<[Generator, string]> {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(
    file,
    `import { workerData } from 'node:worker_threads'
export default {
  kind: 'generator', apiVersion: 1, name: 'written', source: 'a test', sizes: { points: 3 },
  parameters: ({ points }) => ({ x: [points, 1] }),
  fixed: ({ points }) => ({ masses: [points] }),
  initial: (random, { points }) => ({
    x: Array.from({ length: points }, () => (${scale}) * random.normal()),
    masses: Array.from({ length: points }, () => 1 / points),
  }),
  measure: ({ x, masses }) => ({ kind: 'points', positions: x, masses }),
}
`,
  )
  const module = (await import(pathToFileURL(file).href)) as { readonly default: Generator }
  return [module.default, file]
}

test('a family is imported and evaluated in a worker', async () => {
  const [same, file] = await written('same', '1')
  expect(await findings(testGenerator(same, { file }))).toEqual({})
  const [other, there] = await written('other', "workerData?.kind === 'generator' ? 2 : 1")
  const found = await findings(testGenerator(other, { file: pathToFileURL(there) }))
  expect(Object.keys(found)).toEqual(['worker: imported and evaluated in a worker, same bits'])
  expect(Object.values(found)[0]).toMatch(/differs between this thread and a worker/)
})

test('a file that the worker cannot import is told', async () => {
  const [same] = await written('same', '1')
  const found = await findings(testGenerator(same, { file: join(folder, 'absent.mjs') }))
  expect(found['worker: imported and evaluated in a worker, same bits']).toMatch(/absent\.mjs/)
})
