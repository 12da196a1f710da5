import type { Observation } from '@ganglion/core'
import { describe, expect, test } from 'vitest'
import { l1, play, respond } from './interval-game.ts'
import { brief, watched } from './watched.ts'

const said = (observations: Iterable<Observation>) => {
  const { events, outcome } = watched(observations)
  return { said: brief(events), outcome }
}

describe('the four stories of li2017, Fig. 1', () => {
  test('a: swings, then converges', () => {
    const start = {
      means: [0, 1.5],
      intervals: [
        [-1.5, -0.3],
        [0.3, 2],
      ],
    } as const
    const { said: events, outcome } = said(play(start, 5000))
    expect(outcome).toBe('converged')
    expect(events).toContain('convergence@1610<1560')
    expect(events.filter((event) => !/convergence|oscillation/.test(event))).toEqual([])
    expect(events.at(-1)).toMatch(/^-oscillation/)
  })

  test('b: oscillates wildly, then collapses', () => {
    const start = {
      means: [-1.2, 0.9],
      intervals: [
        [-2.6, -0.7],
        [-0.1, 0.4],
      ],
    } as const
    const { said: events, outcome } = said(play(start, 8000))
    expect(outcome).toBe('collapsed')
    expect(events).toEqual([
      'oscillation@730<77',
      'mode-collapse@1722<1622',
      '-mode-collapse@1853<1853',
      'mode-collapse@2510<2410',
      '-oscillation@2888<2320',
    ])
  })

  test('c: the best response converges without a failure', () => {
    const { said: events, outcome } = said(respond([-1.5, 1], 100))
    expect(outcome).toBe('converged')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatch(/^convergence/)
  })

  test('d: the discriminator dies and the generator gets no gradient', () => {
    const start = {
      means: [-1.05, -0.3],
      intervals: [
        [-1.1, -0.55],
        [-0.35, -0.2],
      ],
    } as const
    const { said: events, outcome } = said(play(start, 5000))
    expect(outcome).toBe('stalled')
    expect(events).toEqual([
      'vanishing-gradient@745<645',
      'discriminator-collapse@745<645',
      'stall@846<646',
    ])
  })

  test('a collapsed generator has not converged', () => {
    expect(l1([0, 0])).toBeGreaterThan(0.1)
  })
})
