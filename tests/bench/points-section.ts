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

const sizes = [1, 64]
const features = 1000
const path = (name: string): string => fileURLToPath(new URL(`./rivals/${name}`, import.meta.url))

const game = {
  target: { kind: 'ring', points: 4, radius: 1 },
  generator: { plugin: 'points', points: 4, dimensions: 2 },
  discriminator: { plugin: 'features', features, dimensions: 2 },
  dynamics: { plugin: 'simultaneous', generatorRate: 1e-3, discriminatorRate: 1e-3 },
  objective: 'mean-difference',
  optimizer: 'sgd',
  steps: 1,
}

async function ours(members: number, backend: Backend): Promise<number> {
  const plan = await prepare(game, { members })
  const step = bareStep(plan, { backend, rate: 1e-3 })
  const steps = Math.max(4, Math.round(400 / members))
  const round = (): void => {
    for (let k = 0; k < steps; k++) step()
  }
  round()
  return least(9, round, steps * members)
}

function plain(): number {
  const play = featureSteps(features)
  play(400)
  return least(9, () => play(400), 400)
}

function printed(program: string, ...args: string[]): number | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

function compiled(...flags: string[]): number | null {
  const binary = join(mkdtempSync(join(tmpdir(), 'ganglion-bench-')), 'features')
  const built = spawnSync('g++', [
    '-O3',
    '-march=native',
    ...flags,
    '-o',
    binary,
    path('features.cpp'),
  ])
  return built.status === 0 ? printed(binary, '400') : null
}

/** The section of the page about points and random features. */
export async function pointsSection(): Promise<string[]> {
  const python = (who: string, count: number): number | null =>
    printed('python3', path('features.py'), who, String(count), String(Math.max(3, 200 / count)))
  const ways: [string, (number | null)[]][] = [
    ['ganglion, exact', [await ours(1, exact), await ours(64, exact)]],
    ['ganglion, fast', [await ours(1, fast), await ours(64, fast)]],
    ['ganglion, compiled JavaScript', [await ours(1, javascript), null]],
    ['plain JavaScript, Math.cos', [plain(), null]],
    ['C++, scalar, libm', [compiled('-fno-tree-vectorize'), null]],
    ['C++, widest vectors, vector library', [compiled('-ffast-math'), null]],
    ['NumPy, tuned', sizes.map((count) => python('numpy', count))],
    ['torch, autograd', sizes.map((count) => python('torch', count))],
  ]
  const base = ways[0]![1]
  const cell = (ns: number | null, k: number): string =>
    ns === null ? '' : `${(ns / 1000).toFixed(1)} (${(ns / base[k]!).toFixed(2)}x)`
  return [
    '### Random features',
    '',
    `Microseconds a step and member: ${features} features, 4 true and 4 generated points in the plane, both players move. The true`,
    'points are summed once, also by NumPy, torch and C++.',
    '',
    `| | ${sizes.join(' | ')} members |`,
    `|---|${sizes.map(() => '--:|').join('')}`,
    ...ways
      .filter(([, times]) => times.some((ns) => ns !== null))
      .map(([who, times]) => `| ${who} | ${times.map(cell).join(' | ')} |`),
    '',
  ]
}
