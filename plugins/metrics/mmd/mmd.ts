import { defineMetric, toldBothPoints } from '@ganglion/core'
import { kernelDiscrepancy } from '@ganglion/numerics'

/** Widths of the Gaussian kernels, unit of x: those of becker2022, Fig. 4. */
const widths = { narrow: 0.1, middle: 1, wide: 10 } as const

/**
 * The maximum mean discrepancy of target and generated points for a Gaussian kernel of width 0.1, 1 and 10, and (`mmd`) for
 * their sum. No unit; the fixed widths make it the same measure whatever kernel a discriminator has.
 */
const mmd = defineMetric({
  name: 'mmd',
  source: 'Gretton et al. 2012, lemma 6; becker2022, eq. 3 and 28',
  needs: ['target.positions', 'target.masses', 'generator.positions', 'generator.masses'],
  signals: ['mmd', 'mmd-narrow', 'mmd-middle', 'mmd-wide'],
  number: (observation) => {
    const told = toldBothPoints(observation)
    const of = (sigma: number) =>
      told ? kernelDiscrepancy(told.target, told.generated, [sigma]) : NaN
    const [narrow, middle, wide] = [of(widths.narrow), of(widths.middle), of(widths.wide)]
    // Of a sum of kernels the squares add up.
    const mmd = Math.sqrt(narrow * narrow + middle * middle + wide * wide)
    return { mmd, 'mmd-narrow': narrow, 'mmd-middle': middle, 'mmd-wide': wide }
  },
})

export default mmd
