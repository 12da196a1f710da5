import { defineAdjustableMetric, list, toldBothPoints } from '@ganglion/core'
import { discrepancyKernels, kernelDiscrepancy } from '@ganglion/numerics'

const width = (value: number, description: string) => ({
  default: value,
  min: 1e-6,
  max: 1e6,
  description,
})

/** Of more points than this, of both laws, a frame would take minutes: it is not told. */
const mostPoints = 5000

/**
 * The maximum mean discrepancy of target and generated points for a kernel of three widths, and (`mmd`) for their sum. No unit;
 * widths of its own make it the same measure whatever kernel a discriminator has, those of the discriminator tell what it sees.
 */
const mmd = defineAdjustableMetric(
  {
    narrow: width(0.1, 'the least width, in the unit of x'),
    middle: width(1, 'the middle width'),
    wide: width(10, 'the greatest width'),
    widths: {
      choices: ['given', 'discriminator'],
      description:
        'discriminator: sigma / 10, sigma and 10 sigma, of its own sigma, in place of these widths',
    },
    kernel: { choices: discrepancyKernels, description: 'K by u = |x - y| / width' },
  },
  ({ narrow, middle, wide, widths, kernel }) => ({
    name: 'mmd',
    source: 'Gretton et al. 2012, lemma 6; becker2022, eq. 3 and 28',
    needs: [
      'target.positions',
      'target.masses',
      'generator.positions',
      'generator.masses',
      ...(widths === 'discriminator' ? ['discriminator.sigma'] : []),
    ],
    signals: ['mmd', 'mmd-narrow', 'mmd-middle', 'mmd-wide'],
    number: (observation) => {
      const both = toldBothPoints(observation)
      const told =
        both && both.target.masses.length + both.generated.masses.length <= mostPoints ? both : null
      const own =
        widths === 'given' ? null : (list(observation.signals['discriminator.sigma'])[0] ?? NaN)
      const of = (given: number, share: number): number => {
        const sigma = own === null ? given : own * share
        return told && sigma > 0 && sigma < Infinity
          ? kernelDiscrepancy(told.target, told.generated, [sigma], kernel)
          : NaN
      }
      const [least, centre, most] = [of(narrow, 0.1), of(middle, 1), of(wide, 10)]
      // Of a sum of kernels the squares add up.
      const sum = Math.sqrt(least * least + centre * centre + most * most)
      return { mmd: sum, 'mmd-narrow': least, 'mmd-middle': centre, 'mmd-wide': most }
    },
  }),
)

export default mmd
