import { expect, test } from 'vitest'
import { fakeFeed } from './fake-feed.ts'
import { restartableFeed } from './restartable-feed.ts'
import { sameGame } from './same-game.ts'

const run = (...means: number[]) =>
  means.map((mean, k) => ({ step: 2 * k, signals: { 'generator.means': [mean, NaN], l1: mean } }))

test('a game is the same when its first common step after the start is, bit for bit', () => {
  expect(sameGame(run(1, 2, 3), run(1, 2))).toBe(true)
  expect(sameGame(run(1, 2, 3), run(1, 2.000001))).toBe(false)
  expect(sameGame(run(1, 0), run(1, -0))).toBe(false)
  // A start alone tells nothing: noise may be drawn later.
  expect(sameGame(run(1, 2), run(1))).toBe(null)
})

test.each([
  [
    'that draws nothing',
    run(1, 2, 3),
    /Seed 8 plays the same game as seed 7: the plan gives its start/,
  ],
  ['that draws its start', run(4, 5, 6), /^Begun again with seed 8/],
])('another seed of a game %s says so', (_, points, said) => {
  const runs = [fakeFeed(), fakeFeed()]
  let begun = 0
  const feed = restartableFeed(() => runs[begun++]!)
  runs[0]!.report({ seed: 7, points: run(1, 2, 3) })
  feed.send({ type: 'restart', seed: 8 })
  runs[1]!.report({ seed: 8, points: points.slice(0, 1) })
  expect(feed.view().answer?.text).toMatch(/^Begun again with seed 8/)
  runs[1]!.report({ points: points.slice(1) })
  expect(feed.view().answer?.text).toMatch(said)
})
