import type { Side } from '@ganglion/plot'
import type { Eigenvalue, StabilityVerdict, StepStability } from 'ganglion/stability'
import { excessOf, sideOf } from './eigenvalue-frame.ts'
import type { Role } from './theme.ts'
import { brief, counted } from './wording.ts'

/** What a step of each verdict does with a small displacement. */
const meanings: Readonly<Record<StabilityVerdict, string>> = {
  stable: 'a small displacement shrinks',
  unstable: 'a small displacement grows',
  rotating: 'a small displacement goes round for ever',
  critical: 'a small displacement stays; terms of higher order decide',
}

/** How a verdict looks. */
export const verdictRole: Readonly<Record<StabilityVerdict, Role>> = {
  stable: 'good',
  unstable: 'bad',
  rotating: 'busy',
  critical: 'warning',
}

/** A verdict in words, in several lengths, the longest first. */
export function verdictWords(step: StepStability): string[] {
  const { verdict, neutral, movingRadius } = step
  // What only stands still, such as a dead interval, is told apart from what might begin to grow.
  const still = verdict === 'critical' && neutral > 0 && movingRadius < 1
  const meaning = `${verdict}: ${still ? `${neutral} directions stay, the others shrink` : meanings[verdict]}`
  const pace = paceOf(step)
  return [...(pace ? [`${meaning}, ${pace}`] : []), meaning, verdict]
}

/** How fast; empty where the moving ones do not tell what the verdict speaks of. */
function paceOf({ verdict, movingRadius, twofold }: StepStability): string {
  if (!Number.isFinite(twofold)) return ''
  const steps = twofold < 1.5 ? 'in a step' : `in ${counted(Math.round(twofold))} steps`
  if (verdict === 'unstable') return `doubled ${steps}`
  return verdict === 'stable' || movingRadius < 1 ? `halved ${steps}` : ''
}

/** The spectral radius, and how far from 1 it is where that says more. */
export function radiusWords({ radius }: StepStability): string[] {
  const excess = excessOf({ re: radius, im: 0 })
  const told = `spectral radius ${Number(radius.toPrecision(7))}`
  if (excess === 0 || Math.abs(excess) > 0.1) return [told, `radius ${brief(radius)}`]
  const off = `1 ${excess < 0 ? '-' : '+'} ${brief(Math.abs(excess))}`
  return [`${told} = ${off}`, `radius ${off}`]
}

/** How many eigenvalues each side of the circle has. */
export function sidesOf(eigenvalues: readonly Eigenvalue[]): Readonly<Record<Side, number>> {
  const count = { inside: 0, on: 0, outside: 0 }
  for (const z of eigenvalues) count[sideOf(z)]++
  return count
}
