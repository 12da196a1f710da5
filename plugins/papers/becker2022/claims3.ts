import type { Finding, SummaryClaim, SweptGroup } from '@ganglion/core'

type Swept = Readonly<Record<string, readonly SweptGroup[]>>

/** A number of the statistics of a width; NaN for what nobody measured, which refutes. */
function numberOf(swept: Swept, sweep: string, sigma: number, name: string, part: string): number {
  const entry = swept[sweep]?.find(({ group }) => group['sigma'] === sigma)?.[name]
  const found = typeof entry === 'object' && entry !== null ? entry[part] : NaN
  return typeof found === 'number' ? found : NaN
}

/** Two numbers of which the first must be the smaller. */
type Order = readonly [what: string, smaller: number, larger: number]

function inOrder(orders: readonly Order[]): Finding {
  const measured = Object.fromEntries(
    orders.map(([what, a, b]) => [what, `${a.toFixed(4)} below ${b.toFixed(4)}`]),
  )
  const fault = orders.find(([, a, b]) => !(a < b))
  return fault
    ? {
        holds: false,
        measured,
        counterexample: `${fault[0]}: ${fault[1]} is not below ${fault[2]}`,
      }
    : { holds: true, measured }
}

const error = (swept: Swept, sweep: string, sigma: number): number =>
  numberOf(swept, sweep, sigma, 'w2Ratio', 'median')
const gone = (swept: Swept, sweep: string, sigma: number): number =>
  numberOf(swept, sweep, sigma, 'diverged', 'mean')

const features = { preset: 'fig3-d2-features' }
const exact = { preset: 'fig3-d2-exact' }
const reading =
  'median over trials of W2 (not squared) after and before; M = 1000 features (100 at smoke scale), which moves the curve, and the exact kernel'

/** What section 7 says of figure 3. */
export const claims3: readonly SummaryClaim[] = [
  {
    kind: 'summary',
    name: 'in two dimensions the error is above 1 at narrow widths',
    sentence:
      'We see that at very low kernel widths, the normalized error can be even greater than one, meaning that the generated points are further from the true points than their initial value.',
    where: 'Figure 3 (a), section 7',
    reading: `${reading}; narrow: 0.3`,
    sweeps: { features, exact },
    expects: 'the median ratio at width 0.3 is above 1 in both forms',
    judge: (swept) =>
      inOrder([
        ['1 and features at 0.3', 1, error(swept, 'features', 0.3)],
        ['1 and exact at 0.3', 1, error(swept, 'exact', 0.3)],
      ]),
  },
  {
    kind: 'summary',
    name: 'there is a valley, and the error is high again at wide widths',
    sentence:
      'At very high kernel widths, there is also significant error due to the slow convergence and lack of power of the discriminator.',
    where: 'Figure 3 (a), section 7',
    reading: `${reading}; the valley: 1, wide: 10; exact kernel`,
    sweeps: { exact },
    expects: 'the median ratio at width 1 is below that at 10, and that at 0.3',
    judge: (swept) =>
      inOrder([
        ['exact at 1 and at 10', error(swept, 'exact', 1), error(swept, 'exact', 10)],
        ['exact at 1 and at 0.3', error(swept, 'exact', 1), error(swept, 'exact', 0.3)],
      ]),
  },
  {
    kind: 'summary',
    name: 'divergence is more frequent at small widths',
    sentence:
      'As expected, we see that the frequency of divergence increases with small kernel width.',
    where: 'Figure 3 (b), section 7',
    reading: 'mean share of points beyond 2, from width 0.1 on; d = 2',
    sweeps: { features, exact },
    expects: 'the share falls from width 0.3 to 1, and is below 0.05 at 10',
    judge: (swept) =>
      inOrder(
        ['features', 'exact'].flatMap((form): Order[] => [
          [`${form} at 1 and at 0.3`, gone(swept, form, 1), gone(swept, form, 0.3)],
          [`${form} at 10 and 0.05`, gone(swept, form, 10), 0.05],
        ]),
      ),
  },
  {
    kind: 'summary',
    name: 'in ten dimensions random features hardly diverge at the narrowest widths',
    sentence:
      'However, for dimension d = 10, the frequency of divergence is small for very low kernel widths. This phenomena is a result of the fact that we are approximating the RBF with random features.',
    where: 'Figure 3 (b), section 7',
    reading: 'mean share of points beyond 2 at width 0.05 below 0.1; M = 1000 (100 at smoke scale)',
    sweeps: { features10: { preset: 'fig3-d10-features' } },
    expects: 'the share at width 0.05 is below 0.1',
    judge: (swept) => inOrder([['features at 0.05, d = 10', gone(swept, 'features10', 0.05), 0.1]]),
  },
  {
    kind: 'summary',
    name: 'in ten dimensions random features hide the divergence of the exact kernel',
    sentence:
      'This phenomena is a result of the fact that we are approximating the RBF with random features.',
    where: 'Figure 3 (b), section 7',
    reading:
      'mean share of points beyond 2 at width 0.2; at 0.05 points of a start are so far apart, about 1.4, that the exact kernel is exp(-400): within 40 000 steps it moves none of them either',
    sweeps: {
      features10: { preset: 'fig3-d10-features' },
      exact10: {
        preset: 'fig3-d10-exact',
        set: ['sigmas=[0.2]'],
        scaled: { smoke: ['trials=3'] },
      },
    },
    expects: 'at width 0.2 the share of features is below half of that of the exact kernel',
    judge: (swept) => {
      const [some, all] = [gone(swept, 'features10', 0.2), gone(swept, 'exact10', 0.2)]
      return inOrder([['features and half of exact at 0.2, d = 10', some, all / 2]])
    },
  },
]
