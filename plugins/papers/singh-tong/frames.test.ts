import type { GamesClaim, PlayedGame } from '@ganglion/core'
import { expect, test } from 'vitest'
import { claims3 } from './claims-3.ts'
import { arrival } from './frames.ts'
import { heavierFirst } from './heavier-first.ts'

/** A game whose means follow these paths, a frame each so many steps. */
const game = (
  paths: readonly (readonly [number, number])[],
  every = 1,
  weights: readonly [number, number] = [0.9, 0.1],
): PlayedGame => ({
  config: { target: { means: [0, 1], weights }, generator: { means: paths[0] } },
  outcome: 'exhausted',
  frames: paths.map((means, k) => ({
    step: k * every,
    signals: { 'generator.means': means, 'target.means': [0, 1], 'target.weights': weights },
  })),
})

test('a mean arrives where it stays', () => {
  const path = game([
    [1, 5],
    [0.05, 5],
    [0.5, 5],
    [0.05, 5],
    [0.01, 5],
  ])
  expect([arrival(path, 0, 0.1), arrival(path, 1, 0.1)]).toEqual([3, NaN])
})

test('the heavier first: always, mostly, or not', () => {
  const first = game([
    [2, 3],
    [0, 3],
    [0, 1],
  ])
  const last = game([
    [2, 3],
    [2, 1],
    [0, 1],
  ])
  expect(heavierFirst.judge([first, first])).toMatchObject({ holds: true, measured: { share: 1 } })
  const mostly = heavierFirst.judge([first, first, first, last])
  expect(mostly).toMatchObject({ holds: false, instead: { holds: true } })
  expect(mostly.counterexample).toMatch(/^it arrives 1 steps later for optima 0, 1 of weights 0.9/)
  expect(heavierFirst.judge([first, last]).instead!.holds).toBe(false)
})

const named = (start: string): GamesClaim => claims3.find(({ name }) => name.startsWith(start))!

test('Figure 3a is refuted by a first mean that is late, or a second that moves at once', () => {
  const paths = (turn: number, before: number): PlayedGame =>
    game(
      Array.from({ length: 21 }, (_, k) => [
        k * 100 < turn ? 4 : 0,
        k * 100 >= turn + 500 ? 1 : 5 - (before * Math.min(k, 5)) / 5 - Math.max(0, k - 5) * 0.3,
      ]),
      100,
    )
  const judge = (turn: number, before: number) => named('Figure 3a').judge([paths(turn, before)])
  expect(judge(500, 0.05).holds).toBe(true)
  expect(judge(900, 0.05).holds).toBe(false)
  expect(judge(500, 1.5).holds).toBe(false)
})

test('Figure 3b is refuted without an overshoot', () => {
  const over = game([
    [3, 4],
    [-1, 1],
    [0, 1],
  ])
  const none = game([
    [3, 4],
    [2, 1],
    [0, 1],
  ])
  expect(named('Figure 3b').judge([over, over]).holds).toBe(true)
  expect(named('Figure 3b').judge([over, none]).holds).toBe(false)
})
