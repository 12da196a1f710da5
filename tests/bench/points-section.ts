import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { javascript, type Backend } from '@ganglion/calculus'
import { exact, fast } from '@ganglion/kernels'
import { prepare } from 'ganglion'
import { bareStep } from './bare-step.ts'
import { least } from './least.ts'
import { featureSteps } from './rivals/features.ts'
import { historySteps } from './rivals/history.ts'

const sizes = [1, 64]
const path = (name: string): string => fileURLToPath(new URL(`./rivals/${name}`, import.meta.url))

const families = {
  features: { plugin: 'features', features: 1000, dimensions: 2 },
  history: { plugin: 'kernel', capacity: 256, dimensions: 2 },
} as const

type Family = keyof typeof families

async function ours(family: Family, members: number, backend: Backend): Promise<number> {
  const game = {
    target: { kind: 'ring', points: 4, radius: 1 },
    generator: { plugin: 'points', points: 4, dimensions: 2 },
    discriminator: families[family],
    dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
    objective: 'mean-difference',
    optimizer: 'sgd',
    steps: 1,
  }
  const step = bareStep(await prepare(game, { members }), { backend, rate: 1e-3 })
  const steps = Math.max(4, Math.round(400 / members))
  const round = (): void => {
    for (let k = 0; k < steps; k++) step()
  }
  round()
  return least(9, round, steps * members)
}

function plain(play: (steps: number) => void): number {
  play(400)
  return least(9, () => play(400), 400)
}

function printed(program: string, ...args: string[]): number | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

function compiled(family: Family, ...flags: string[]): number | null {
  const binary = join(mkdtempSync(join(tmpdir(), 'ganglion-bench-')), family)
  const args = ['-O3', '-march=native', ...flags, '-o', binary, path(`${family}.cpp`)]
  return spawnSync('g++', args).status === 0 ? printed(binary, '400') : null
}

/** A time for each number of members; null for what cannot be told. */
type Way = readonly [string, readonly (number | null)[]]

async function waysOf(family: Family, byHand: (steps: number) => void): Promise<Way[]> {
  const python = (...who: string[]): (number | null)[] =>
    sizes.map((count) => {
      const steps = String(Math.max(3, Math.round(200 / count)))
      return printed('python3', path(`${family}.py`), ...who, String(count), steps)
    })
  return [
    ['ganglion, exact', [await ours(family, 1, exact), await ours(family, 64, exact)]],
    ['ganglion, fast', [await ours(family, 1, fast), await ours(family, 64, fast)]],
    ['ganglion, compiled JavaScript', [await ours(family, 1, javascript), null]],
    ['plain JavaScript, Math functions', [plain(byHand), null]],
    ['C++, scalar, libm', [compiled(family, '-fno-tree-vectorize'), null]],
    ['C++, widest vectors, vector library', [compiled(family, '-ffast-math'), null]],
    ['NumPy, tuned', family === 'features' ? python('numpy') : python()],
    ...(family === 'features' ? [['torch, autograd', python('torch')] as const] : []),
  ]
}

function table(title: string, words: readonly string[], ways: readonly Way[]): string[] {
  const base = ways[0]![1]
  const cell = (ns: number | null, k: number): string =>
    ns === null ? '' : `${(ns / 1000).toFixed(1)} (${(ns / base[k]!).toFixed(2)}x)`
  return [
    `### ${title}`,
    '',
    ...words,
    '',
    `| | ${sizes.join(' | ')} members |`,
    `|---|${sizes.map(() => '--:|').join('')}`,
    ...ways
      .filter(([, times]) => times.some((ns) => ns !== null))
      .map(([who, times]) => `| ${who} | ${times.map(cell).join(' | ')} |`),
    '',
  ]
}

/** The sections of the page about points: random features, and the exact history of a kernel. */
export async function pointsSection(): Promise<string[]> {
  return [
    ...table(
      'Random features',
      [
        'Microseconds a step and member: 1000 features, 4 true and 4 generated points in the plane, both players move. The true',
        'points are summed once, also by NumPy, torch and C++.',
      ],
      await waysOf('features', featureSteps(1000)),
    ),
    ...table(
      'Exact history',
      [
        'Microseconds a step and member: the RBF in function space, a history of 256 atoms, 4 generated points in the plane. Rivals',
        'move the points in a given history; ours also adds to it.',
      ],
      await waysOf('history', historySteps(256)),
    ),
  ]
}
