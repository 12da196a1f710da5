import type { Observation } from '@ganglion/core'
import { describe, expect, test } from 'vitest'
import { brief, watched } from './watched.ts'
import { fig2, respondWeighted } from './weighted-game.ts'

const said = (observations: Iterable<Observation>) => {
  const { events, outcome } = watched(observations)
  return { said: brief(events), outcome }
}
const begun = (events: readonly string[]) => events.map((event) => event.replace(/@.*/, ''))

describe('singh-tong: best response with known weights', () => {
  test('Fig. 2 rests in the wrong order, near the target by distance, and never converges', () => {
    const story = [...respondWeighted(fig2, 4000)]
    expect(story.at(-1)!.signals['l1']).toBeLessThan(0.02)
    const { said: events, outcome } = said(story)
    expect(events).toEqual(['wrong-order@2357<1357'])
    expect(outcome).toBe('stalled')
  })

  test('at step 500, near (3.43, 0.38), it gathers speed: no rest', () => {
    expect(said(respondWeighted(fig2, 1000)).said).toEqual([])
  })

  test('at altered rates the same start converges', () => {
    const { said: events, outcome } = said(respondWeighted({ ...fig2, altered: true }, 1000))
    expect(begun(events)).toEqual(['convergence'])
    expect(outcome).toBe('converged')
  })

  const starts = [
    [-0.8, 0.4],
    [0.2, 0.9],
    [0.4, -0.8],
    [-0.2, -0.9],
  ] as const
  test.for([0.378, 0.1, 0.0154])('altered rates: order decides, alpha %d', (alpha) => {
    for (const means of starts) {
      const start = { weights: [alpha, 1 - alpha], target: [-0.5, 0.5], means, rate: 0.1 }
      const { said: events } = said(respondWeighted({ ...start, altered: true }, 1500))
      const expected = means[0] < means[1] ? ['convergence'] : ['wrong-order']
      expect(begun(events), `${alpha} from ${means.join()}: ${events.join(' ')}`).toEqual(expected)
    }
  })

  test('equal weights converge in either order', () => {
    for (const means of starts) {
      const start = { weights: [0.5, 0.5], target: [-0.5, 0.5], means, rate: 0.1 }
      expect(begun(said(respondWeighted(start, 1500)).said)).toEqual(['convergence'])
    }
  })

  test('on the diagonal, altered rates keep the means together: collapse, no order', () => {
    const start = { weights: [0.25, 0.75], target: [-0.5, 0.5], means: [0.2, 0.2], rate: 0.1 }
    const { said: events } = said(respondWeighted({ ...start, altered: true }, 1500))
    expect(begun(events)).toContain('mode-collapse')
    expect(begun(events)).not.toContain('wrong-order')
  })
})

/** A training of someone's own: four lists a step, and a distance. */
const own = (at: (step: number) => { means: readonly number[]; weights: readonly number[] }) =>
  Array.from({ length: 3000 }, (_, step): Observation => {
    const { means, weights } = at(step)
    return {
      step,
      signals: {
        'generator.means': means,
        'generator.weights': weights,
        'target.means': [-1, 0, 2],
        'target.weights': [0.2, 0.3, 0.5],
        'gradient.generator': 0.1,
        'discriminator.alive': [1],
        payoff: 1,
        l1: 0.02,
      },
    }
  })

describe('plain arrays of three components', () => {
  const weights = [0.2, 0.3, 0.5]
  const right = (step: number) => [-1, 0.01 * (step % 3), 2]

  test('at the target nothing but convergence is told', () => {
    expect(said(own((step) => ({ means: right(step), weights }))).said).toEqual([
      'convergence@50<0',
    ])
  })

  test('a planted exchange is found where it was planted, and ends convergence', () => {
    const means = (step: number) => (step < 700 ? right(step) : [-1, 2, 0.01 * (step % 3)])
    expect(said(own((step) => ({ means: means(step), weights }))).said).toEqual([
      'convergence@50<0',
      '-convergence@700<700',
      'wrong-order@1700<700',
    ])
  })

  test('a planted escape is found at its first step', () => {
    const drifting = (step: number) => {
      const gone = Math.max(0, step - 500) / 1000
      return [0.2 - gone, 0.3, 0.5 + gone]
    }
    const { events } = watched(own((step) => ({ means: right(step), weights: drifting(step) })))
    const escapes = events.filter(({ event }) => event === 'weight-escape')
    expect(escapes).toMatchObject([
      { type: 'event', step: 701, since: 701, evidence: { component: 0 } },
    ])
  })
})
