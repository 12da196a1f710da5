import { defineMetric } from '@ganglion/core'

/** Beyond this an end stands for infinity, in the unit of x. */
const beyond = 1e8

/** The width of every interval: 0 for a dead one, Infinity where an end is infinite. */
const intervalWidth = defineMetric({
  name: 'interval-width',
  source: 'li2017, eq. 5',
  needs: ['discriminator.left', 'discriminator.right', 'discriminator.alive'],
  signals: ['interval-width'],
  number: ({ signals }) => {
    const list = (name: string): readonly number[] => [signals[name] ?? []].flat()
    const [left, right, alive] = [
      list('discriminator.left'),
      list('discriminator.right'),
      list('discriminator.alive'),
    ]
    const counts = [right.length, alive.length]
    if (left.length === 0 || counts.some((n) => n !== left.length)) return { 'interval-width': NaN }
    const width = (l: number, k: number): number => {
      if (alive[k] === 0) return 0
      return Math.max(-l, right[k]!) > beyond ? Infinity : right[k]! - l
    }
    return { 'interval-width': left.map(width) }
  },
})

export default intervalWidth
