import { drawUnitCircle, type Glyphs } from '@ganglion/plot'
import { modulus, type Eigenvalue, type StabilityVerdict } from '@ganglion/stability'
import type { AnalysisAnswer } from './analyse-answer.ts'
import { toJson } from './json-lines.ts'

/** An analysis as one line for a program. */
export const analysisLine = (found: AnalysisAnswer, run: string): string =>
  toJson({ v: 1, type: 'analysis', run, ...analysisFields(found) })

/** The fields of an analysis in JSON. */
export function analysisFields(found: AnalysisAnswer): Readonly<Record<string, unknown>> {
  const { names, step, leading, ...rest } = found
  const [generator, discriminator, dynamics] = names
  return {
    step,
    generator,
    discriminator,
    dynamics,
    ...rest,
    leading: { ...leading, modulus: modulus(leading) },
    eigenvalues: rest.eigenvalues.map((z) => ({ ...z, modulus: modulus(z) })),
  }
}

/** What a verdict says of a small displacement. */
export const meanings: Readonly<Record<StabilityVerdict, string>> = {
  stable: 'a small displacement shrinks',
  unstable: 'a small displacement grows',
  rotating: 'a small displacement goes round for ever, neither growing nor shrinking',
  critical: 'a small displacement stays; terms of higher order decide',
}

/** The size of the drawing, in characters. */
const [columns, rows] = [48, 20]

/** An analysis for people: verdict, eigenvalues on the unit disc, the largest ones in numbers. */
export function analysisText(found: AnalysisAnswer, glyphs: Glyphs): string[] {
  const { names, verdict, eigenvalues } = found
  const points = eigenvalues.map(({ re, im }) => ({ re, im, ink: 0 }))
  const drawing = drawUnitCircle(points, columns, rows, glyphs, 0)
  return [
    `${names[0]} against ${names[1]}, ${names[2]}`,
    placeText(found),
    `${verdict}: ${meanings[verdict]}`,
    '',
    ...drawing.rows.map((row) =>
      row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    ),
    '',
    ...table(eigenvalues),
    '',
    ...remarks(found),
  ]
}

function placeText({ step, equilibrium }: AnalysisAnswer): string {
  if (!equilibrium) return `about step ${step}`
  const { iterations, distance } = equilibrium
  return `about an equilibrium, ${short(distance)} from step ${step} (${iterations} Newton steps)`
}

/** Lines of numbers; a conjugate pair is one, and so are those that look alike. */
function table(all: readonly Eigenvalue[]): string[] {
  const counts = new Map<string, number>()
  for (const { re, im, doubt } of all.filter((z) => z.im >= 0)) {
    const line = [
      digits(modulus({ re, im })).padStart(14),
      digits(re).padStart(14),
      (im === 0 ? '' : `+- ${digits(im)} i`).padStart(18),
      doubt.toExponential(0).padStart(8),
    ].join('')
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  const lines = [...counts].map(([line, count]) => (count > 1 ? `${line}  x ${count}` : line))
  const shown = lines.slice(0, 12)
  const more = lines.length - shown.length
  return [
    '       modulus          real         imaginary   doubt',
    ...shown,
    ...(more > 0 ? [`  and ${more} smaller ones (--json has all)`] : []),
  ]
}

function remarks(found: AnalysisAnswer): string[] {
  const { coordinates, neutral, movingRadius, difference, random, seed } = found
  return [
    `${coordinates} coordinates, spectral radius ${digits(found.radius)}, seed ${seed}`,
    ...(neutral > 0
      ? [
          `${neutral} of them stand still; the greatest modulus of the others ${digits(movingRadius)}`,
        ]
      : []),
    `central differences along one direction differ by ${difference.toExponential(0)}`,
    ...(difference > 1e-4
      ? ['  so much says that a kink is near, or that a script counts by itself']
      : []),
    ...(random ? ['a step draws random numbers: this is the one that is due'] : []),
  ]
}

const digits = (value: number): string => value.toFixed(9)
const short = (value: number): string => String(Number(value.toPrecision(3)))
