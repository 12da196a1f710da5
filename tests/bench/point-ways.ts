import { javascript } from '@ganglion/calculus'
import { exact, fast } from '@ganglion/kernels'
import { cpp, python } from './foreign-program.ts'
import { atoms, features, ours, stepsOf, timed } from './our-points.ts'
import { featureSteps } from './rivals/features.ts'
import { historySteps } from './rivals/history.ts'
import type { Way } from './way.ts'

/** What a C++ compiler may take of the processor. All with its own library of vector functions, but for the scalar one. */
const vectors = {
  'C++, 128-bit vectors, no FMA': ['-ffast-math', '-mno-avx'],
  'C++, AVX2': ['-ffast-math', '-mno-avx512f'],
  'C++, widest vectors': ['-ffast-math', '-mprefer-vector-width=512'],
} as const
const scalar = ['-fno-tree-vectorize'] as const

/** Who, and how it is found out. */
export type Measured = readonly (readonly [who: string, Way['measure']])[]

const oursAll = (family: 'features' | 'history', members: number): Measured => [
  ['ganglion, exact', () => ours(family, members, exact)],
  ['ganglion, fast', () => ours(family, members, fast)],
  ['ganglion, compiled JavaScript', () => ours(family, members, javascript)],
]

/** All that play random features. */
export function featureWays(members: number): Measured {
  const steps = stepsOf(members)
  const compiled = Object.entries(vectors).map(
    ([who, flags]) => [who, () => cpp('features.cpp', flags, 'vector', members, steps)] as const,
  )
  return [
    ...oursAll('features', members),
    ['plain JavaScript, Math functions', () => timed(featureSteps(features, members), members)],
    ['C++, scalar, libm', () => cpp('features.cpp', scalar, 'scalar', members, steps)],
    ...compiled,
    ['NumPy, tuned', () => python('features.py', 'sines', members, steps)],
    ['NumPy, tuned, tangents', () => python('features.py', 'tangents', members, steps)],
    ['numba', () => python('features_numba.py', members, steps)],
    ['torch, autograd', () => python('features_torch.py', members, steps)],
  ]
}

/** All that play an exact history. */
export function historyWays(members: number): Measured {
  const steps = stepsOf(members)
  const compiled = Object.entries(vectors).map(
    ([who, flags]) => [who, () => cpp('history.cpp', flags, members, steps)] as const,
  )
  return [
    ...oursAll('history', members),
    ['plain JavaScript, Math functions', () => timed(historySteps(atoms, members), members)],
    ['C++, scalar, libm', () => cpp('history.cpp', scalar, members, steps)],
    ...compiled,
    ['NumPy, tuned', () => python('history.py', 'differences', members, steps)],
    ['NumPy, tuned, products', () => python('history.py', 'products', members, steps)],
    ['numba', () => python('history_numba.py', members, steps)],
    ['torch, autograd', () => python('history_torch.py', members, steps)],
  ]
}
