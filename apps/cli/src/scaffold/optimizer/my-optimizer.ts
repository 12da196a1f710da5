import { defineOptimizer } from 'ganglion/plugin'

/** Steps with momentum: v <- 0.9 v + direction, change = rate * v. */
export default defineOptimizer({
  name: 'my-optimizer',
  source: 'README.md, eqs. 1-2',
  memory: ['velocity'],
  update: (direction, { velocity }, { rate }) => {
    const next = velocity!.times(0.9).plus(direction)
    return { change: next.times(rate), memory: { velocity: next } }
  },
})
