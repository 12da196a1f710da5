import type { Finding, GamesClaim, PlayedGame } from '@ganglion/core'
import { figures3 } from './fig3.ts'
import { arrival, meansOf, numbersOf } from './frames.ts'
import { heavierFirst } from './heavier-first.ts'

const place =
  'section 3.1, Fixed α Under Optimal Discriminator Dynamics with Altered Learning Rates; Figure 3'
/** Arrived: nearer than this for good. */
const within = 0.1
const once = { smoke: 1, paper: 1 } as const

/** Panels of the figure as they are. */
const panels = (...names: readonly string[]) => names.map((name) => figures3[name]!.config)

const found = (holds: boolean, measured: Finding['measured'], why: string): Finding =>
  holds ? { holds, measured } : { holds, measured, counterexample: why }

/** How far a mean moves between two steps. */
function way(game: PlayedGame, mean: number, from: number, to: number): number {
  const at = (step: number): number => {
    const frame = game.frames.find((one) => one.step === step)
    return numbersOf(frame?.signals['generator.means'])[mean] ?? NaN
  }
  return Math.abs(at(to) - at(from))
}

/** What Figure 3 shows and the report says of it. */
export const claims3: readonly GamesClaim[] = [
  {
    kind: 'games',
    name: 'Figure 3a: the first mean arrives near step 500, then the second begins to move',
    sentence:
      'For the case α = (0.1,0.9) (Figure 3a), µ1 converges first at around 500 iterations, and that is when µ2 starts improving at a significant rate as well until it converges.',
    where: place,
    reading:
      'as published, alpha = (0.9, 0.1): for (0.1, 0.9), as printed, the second mean would arrive first; arrived: within 0.1 for good; significant: ten times as far in the 500 steps after as in those before',
    draws: once,
    seed: 1,
    games: () => panels('fig3a-published'),
    judge: ([game]) => {
      const [first, second] = [arrival(game!, 0, within), arrival(game!, 1, within)]
      const [before, after] = [way(game!, 1, 0, 500), way(game!, 1, 500, 1000)]
      return found(
        first > 400 && first < 600 && second > first && after > 10 * before,
        {
          'first mean arrives': first,
          'second mean arrives': second,
          'way of the second in steps 0 to 500': before,
          'in steps 500 to 1000': after,
        },
        `the first arrives at ${first}, the second at ${second}, after moving ${before} and ${after}`,
      )
    },
  },
  {
    kind: 'games',
    name: 'Figure 3b: the first mean overshoots and lets the second converge before it',
    sentence:
      'For the case α = (0.1,0.9) (Figure 3b), the behaviour is different is a way that µ1 overshoots from the optimal value and let µ2 converge before itself.',
    where: place,
    reading: 'under both readings; overshoots: by more than 0.5 below its optimum of 0.1',
    draws: once,
    seed: 1,
    games: () => panels('fig3b-textbook', 'fig3b-published'),
    judge: (games) => {
      const measured: Record<string, number> = {}
      let holds = true
      games.forEach((game, k) => {
        const name = k === 0 ? 'textbook' : 'published'
        const lowest = Math.min(...meansOf(game).map(([mean]) => mean!))
        const [first, second] = [arrival(game, 0, within), arrival(game, 1, within)]
        measured[`${name}: lowest first mean`] = lowest
        measured[`${name}: first arrives`] = first
        measured[`${name}: second arrives`] = second
        holds &&= lowest < 0.1 - 0.5 && second < first
      })
      return found(holds, measured, 'no overshoot, or the first mean arrives first')
    },
  },
  {
    kind: 'games',
    name: 'Figure 3: in both panels the mean of the higher weight arrives first',
    sentence:
      'As in Figure 3 We can see that the µ with the larger α value converges first, then the µ with the smaller α begins to converge.',
    where: 'section 3.1, Rate of convergence with Altered Learning Rates',
    reading: 'under both readings; arrived: within 0.1 for good',
    draws: once,
    seed: 1,
    games: () => panels('fig3a-textbook', 'fig3a-published', 'fig3b-textbook', 'fig3b-published'),
    judge: (games) => {
      const leads = games.map((game, k) => {
        const heavier = k < 2 ? 0 : 1
        return arrival(game, 1 - heavier, within) - arrival(game, heavier, within)
      })
      return found(
        leads.every((lead) => lead > 0),
        { 'steps by which the heavier leads': leads.join(', ') },
        `it leads by ${leads.join(', ')}`,
      )
    },
  },
  heavierFirst,
]
