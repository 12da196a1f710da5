import { defineDetector, held, idle, list, told, type Detector, type Hold } from '@ganglion/core'

/** Numbers in order, and how near the nearest two different ones are. */
function spread(numbers: readonly number[], width: number): { groups: number; gap: number } {
  if (numbers.length === 2) {
    const gap = Math.abs(numbers[0]! - numbers[1]!)
    return { groups: gap > width ? 2 : 1, gap }
  }
  const sorted = Float64Array.from(numbers).sort()
  let groups = sorted.length > 0 ? 1 : 0
  let gap = Infinity
  for (let i = 1; i < sorted.length; i++) {
    const distance = sorted[i]! - sorted[i - 1]!
    if (distance > width) groups++
    gap = Math.min(gap, distance)
  }
  return { groups, gap }
}

/** The number of different target means, and the smallest distance between two of them. */
function modesOf(means: readonly number[]): { modes: number; separation: number } {
  if (means.length === 2) {
    const separation = Math.abs(means[0]! - means[1]!)
    return { modes: separation > 0 ? 2 : 1, separation }
  }
  const { groups, gap } = spread([...new Set(means)], 0)
  return { modes: groups, separation: gap }
}

/** Mode collapse: generated means fall together although the target's are apart (li2017, sec. 2; li2018, sec. 1). */
const definition = defineDetector({
  name: 'mode-collapse',
  source: 'li2017 sec. 2',
  event: 'mode-collapse',
  severity: 'error',
  definition: 'generated means stay so close together that they make fewer groups than the target',
  options: {
    gap: {
      default: 0.05,
      min: 0,
      max: 1,
      description: 'means closer than this share of the smallest target separation are one',
    },
    hold: { default: 100, min: 0, max: 1e9, description: 'for so many steps' },
    release: {
      default: 2,
      min: 1,
      max: 1e9,
      description: 'cleared when the means are apart by this many times the limit',
    },
    signal: { default: 'generator.means', description: 'positions of the generated modes' },
    target: { default: 'target.means', description: 'positions of the true modes' },
  },
  needs: ({ signal, target }) => [signal, target],
  reads: () => [],
  create: ({ gap: share, hold, release, signal, target }) => ({
    init: (): Hold => idle,
    next(memory: Hold, { step, signals }) {
      const means = list(signals[signal])
      const { modes, separation } = modesOf(list(signals[target]))
      const limit = share * separation
      const wanted = Math.min(modes, means.length)
      const near = spread(means, memory.reported ? release * limit : limit)
      const collapsed = modes > 1 && near.groups < wanted
      const after = held(memory, step, collapsed, !collapsed, hold)
      const evidence = () => ({
        gap: near.gap,
        limit,
        separation,
        groups: near.groups,
        modes,
        hold,
      })
      return [after, told(memory, after, step, evidence)]
    },
  }),
})

export default definition

/** Watches for mode collapse: `modeCollapse({ gap: 0.1 })`. */
export const modeCollapse: (options?: Parameters<typeof definition.create>[0]) => Detector =
  definition.create
