import type { SummaryClaim, SweepClaim, SweepUse } from '@ganglion/core'
import { arrivalLaw, exponentText, mediansText } from './arrival-law.ts'
import { everywhere } from './rate-words.ts'

const place = 'section 3.1, Rate of convergence with Altered Learning Rates; Figure 5'

const use = (rates: 'altered' | 'plain', step: number, steps: number): SweepUse => ({
  preset: 'fig5-textbook',
  set: [`rates=${rates === 'altered' ? 'mass' : 'coordinate'}`, `step=${step}`, `steps=${steps}`],
})

/** Steps of three lengths: as the report's, and so slow that the means do not jump about their optimum. */
const laws = {
  'altered, steps of 0.1': { preset: 'fig5-textbook' },
  'altered, steps of 0.04': use('altered', 0.04, 1000),
  'altered, steps of 0.02': use('altered', 0.02, 1000),
  'plain, steps of 0.1': use('plain', 0.1, 2500),
  'plain, steps of 0.04': use('plain', 0.04, 2500),
  'plain, steps of 0.02': use('plain', 0.02, 3500),
} as const

const slow = ['0.04', '0.02'] as const

/** What the report says of the rate of convergence. */
export const claims5: readonly (SweepClaim | SummaryClaim)[] = [
  {
    kind: 'sweep',
    name: 'altered rates: every start in order converges, from [-3, 3] too',
    sentence:
      'As can be seen from the plot, though optimal discriminator with altered learning rates always converges',
    where: place,
    reading: 'within 0.1 after 2000 steps of 0.1, at each alpha',
    sweeps: { altered: laws['altered, steps of 0.1'] },
    holds: [everywhere.always('altered', 'ordered')],
  },
  {
    kind: 'summary',
    name: 'altered rates: the number of steps goes as 1 / (alpha (1 - alpha))',
    sentence:
      'though optimal discriminator with altered learning rates always converges, its speed of convergence seems to be inversely proportional to α(1 − α).',
    where: place,
    reading:
      'exponent of alpha (1 - alpha) in the median number of steps until the error is 0.01, with its 95 % interval; -1 as printed, within 0.25',
    sweeps: laws,
    expects: 'exponent between -1.25 and -0.75 with altered rates, for steps of 0.1, 0.04 and 0.02',
    judge: (swept) => {
      const found = Object.entries(swept).map(
        ([name, groups]) => [name, arrivalLaw(groups)] as const,
      )
      const exponent = (name: string): number =>
        found.find(([one]) => one === name)?.[1].fit.exponent ?? NaN
      const measured = Object.fromEntries(
        found.flatMap(([name, law]) => [
          [`exponent, ${name}`, exponentText(law)],
          [`medians by alpha, ${name}`, mediansText(law)],
        ]),
      )
      const altered = found.filter(([name]) => name.startsWith('altered'))
      const printed = altered.filter(([, { fit }]) => !(Math.abs(fit.exponent + 1) <= 0.25))
      if (printed.length === 0) return { holds: true, measured }
      const flat = slow.map((step) => exponent(`altered, steps of ${step}`))
      const steep = slow.map((step) => exponent(`plain, steps of ${step}`))
      return {
        holds: false,
        measured,
        counterexample: printed
          .map(([name, { fit }]) => `the exponent is ${fit.exponent.toFixed(3)} with ${name}`)
          .join('; '),
        instead: {
          says: 'with altered rates and slow steps the number does not depend on alpha (exponent within 0.15 of 0); the law is that of plain rates, roughly (exponent from -1.6 to -1); at steps of 0.1 the means jump about their optimum, and the number tells when they hit it by chance',
          holds:
            flat.every((one) => Math.abs(one) <= 0.15) &&
            steep.every((one) => one >= -1.6 && one <= -1),
          measured: {
            'exponents, altered rates, slow steps': flat.map((one) => one.toFixed(3)).join(', '),
            'exponents, plain rates, slow steps': steep.map((one) => one.toFixed(3)).join(', '),
          },
        },
      }
    },
  },
]
