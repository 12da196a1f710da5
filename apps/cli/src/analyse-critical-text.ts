import type { AnalysisAnswer } from './analyse-answer.ts'
import type { CriticalAnswer } from './analyse-critical.ts'
import { analysisFields, meanings } from './analyse-text.ts'
import { toJson } from './json-lines.ts'

/** A critical value as one line for a program: `below` and `above` have the fields of an analysis. */
export function criticalLine({ below, above, ...found }: CriticalAnswer, run: string): string {
  const sides = { below: analysisFields(below), above: analysisFields(above) }
  return toJson({ v: 1, type: 'critical', run, at: below.at, ...found, ...sides })
}

/** A critical value for people: the value, its bracket, and what is so on either side. */
export function criticalText(found: CriticalAnswer): string[] {
  const { option, path, value, bracket, below, above, apart, analyses } = found
  const { names, at, step } = below
  const full = path === option ? '' : ` (${path})`
  const where = at === 'equilibrium' ? 'an equilibrium near ' : ''
  return [
    `${names[0]} against ${names[1]}, ${names[2]}, about ${where}step ${step}`,
    `critical ${option}${full}: ${value.toPrecision(9)}`,
    `between ${bracket.map((x) => x.toPrecision(9)).join(' and ')}, ${analyses} analyses`,
    '',
    ...sideOf('below', below),
    ...sideOf('above', above),
    ...(apart > 1e-3
      ? [
          `the two sides differ by ${apart.toPrecision(2)} in a coordinate: they may stand at different places`,
        ]
      : []),
  ]
}

function sideOf(name: string, found: AnalysisAnswer): string[] {
  const { verdict, leading, neutral, movingRadius, radius } = found
  const turn = leading.im > 0 ? ` +- ${leading.im.toFixed(9)} i` : ''
  return [
    `${name}: ${verdict}: ${meanings[verdict]}`,
    `  leading eigenvalue ${leading.re.toFixed(9)}${turn}, spectral radius ${radius.toFixed(9)}`,
    ...(neutral > 0
      ? [
          `  ${neutral} stand still (a ring may be turned); the greatest modulus of the others ${movingRadius.toFixed(9)}`,
        ]
      : []),
  ]
}
