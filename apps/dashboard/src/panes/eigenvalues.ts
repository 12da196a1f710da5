import { visible } from '@ganglion/core'
import { drawEigenvaluePlane, eigenvalueMarks, type Glyphs, type Side } from '@ganglion/plot'
import type { StepStability } from 'ganglion/stability'
import { eigenvalueFrame, sideOf } from '../eigenvalue-frame.ts'
import type { StepJudgement } from '../feed.ts'
import { radiusWords, sidesOf, verdictRole, verdictWords } from '../stability-words.ts'
import { eigenvalueTable, sideRoles, tableColumns } from './eigenvalue-table.ts'
import { framed, instead, noFrame } from './framed.ts'
import { cut, fitting, lineWidth, width, wrapped, type Line, type Piece } from './line.ts'
import { inks, roleOf } from './palette.ts'

/** What the eigenvalues of a step are drawn from. */
export interface EigenvalueData {
  readonly stability: StepJudgement | null
  /** Whether the run failed before anything was judged. */
  readonly failed: boolean
  /** The other frame than the one that is chosen by itself. */
  readonly other: boolean
  readonly glyphs: Glyphs
}

const sideInks = {
  circle: inks.discriminator,
  inside: inks.second,
  on: inks.generator,
  outside: inks.target,
} as const
const sideWords = { inside: 'shrink', on: 'on the circle', outside: 'grow' } as const
const sides = ['outside', 'on', 'inside'] as const satisfies readonly Side[]

/** From so many columns on the numbers stand beside the plot. */
const roomForTable = 2 * tableColumns
/** From so many lines on there is a second one of words. */
const roomForCounts = 9

/** Verdict and spectral radius in words, the eigenvalues about the unit circle, their numbers where there is room. */
export function eigenvalueLines(data: EigenvalueData, columns: number, rows: number): Line[] {
  const { stability, failed, glyphs } = data
  if (!stability)
    return failed
      ? noFrame(true, columns, rows)
      : instead('judging the step that is due', columns, rows)
  if (stability.type === 'refused') return refusedLines(stability, columns, rows)
  const words = [
    verdictLine(stability, columns),
    ...(rows >= roomForCounts ? [countLine(stability, glyphs, columns)] : []),
  ].slice(0, rows)
  const height = rows - words.length
  const beside = columns >= roomForTable && height >= 4
  const across = beside ? columns - tableColumns : columns
  const frame = eigenvalueFrame(stability, data.other, across - 6, Math.max(1, height - 2))
  const points = stability.eigenvalues.map((z) => ({
    re: z.re - frame.from,
    im: z.im,
    side: sideOf(z),
  }))
  const look = { from: frame.from, inks: sideInks, glyphs }
  const plot = framed(
    {
      ...frame,
      glyphs,
      draw: (inside, y) =>
        drawEigenvaluePlane(points, look, frame.x, y, inside.columns, inside.rows),
    },
    across,
    height,
  ).map(quietCircle)
  if (!beside) return [...words, ...plot]
  const table = eigenvalueTable(stability, frame.from, glyphs, height)
  return [...words, ...plot.map((line, at) => [...padded(line, across), ...(table[at] ?? [])])]
}

/** The circle is the ground: dim, so that eigenvalues stand out; these look like what they mean. */
function quietCircle(line: Line): Line {
  return line.map(({ role, ...piece }) => {
    const side = role && sides.find((one) => roleOf(sideInks[one]) === role)
    return side ? { ...piece, role: sideRoles[side] } : { ...piece, dim: true }
  })
}

function padded(line: Line, columns: number): Line {
  return [...line, { text: ' '.repeat(Math.max(0, columns - lineWidth(line))) }]
}

/** The verdict, then the radius, as much of both as there is room for. */
function verdictLine(step: StepStability, columns: number): Line {
  const radii = radiusWords(step)
  const verdict = (text: string): Piece => ({
    text: ` ${text}`,
    role: verdictRole[step.verdict],
    bold: true,
  })
  for (const words of verdictWords(step))
    for (const radius of radii)
      if (width(words) + width(radius) + 3 <= columns)
        return [verdict(words), { text: `  ${radius}` }]
  return cut([verdict(step.verdict)], columns)
}

/** How many there are on each side, and of which step. */
function countLine(step: StepStability, glyphs: Glyphs, columns: number): Line {
  const count = sidesOf(step.eigenvalues)
  const present = sides.filter((side) => count[side] > 0)
  return fitting(
    [
      ...present.map((side): Piece => ({
        text: `${side === present[0] ? ' ' : ''}${eigenvalueMarks[glyphs][side]} ${count[side]} ${sideWords[side]}`,
        role: sideRoles[side],
      })),
      { text: `step ${step.step}`, dim: true },
      ...(step.random ? [{ text: 'its noise included', dim: true }] : []),
    ],
    columns,
  )
}

function refusedLines(
  { step, reason }: StepJudgement & { readonly type: 'refused' },
  columns: number,
  rows: number,
): Line[] {
  const lines = [`no eigenvalues at step ${step}:`, ...wrapped(visible(reason), columns - 3)]
  return lines.slice(0, rows).map((text, at) => [{ text: at === 0 ? ` ${text}` : `  ${text}` }])
}

/** What is drawn: lambda itself or its distance from 1, and how many are not in the frame. */
export function eigenvalueLegend({ stability, other, glyphs }: EigenvalueData): Piece[][] {
  if (stability?.type !== 'judged') return []
  const { from, elsewhere } = eigenvalueFrame(stability, other, 1, 1)
  const name = glyphs === 'ascii' ? 'lambda' : 'λ'
  const shown = from === 1 ? `${name} - 1` : name
  const away: Piece[] = elsewhere > 0 ? [{ text: `${elsewhere} elsewhere`, role: 'warning' }] : []
  const axes: Piece = { text: `Im against Re of ${shown}` }
  const scales: Piece[] =
    from === 1
      ? [{ text: '(scales differ)' }, { text: 'y: whole disc', dim: true }]
      : [{ text: 'y: near 1', dim: true }]
  const short: Piece = { text: `near 1: ${shown}` }
  return [
    [axes, ...away, ...scales],
    [axes, ...away],
    [from === 1 ? short : { text: shown }, ...away],
    [{ text: shown }, ...away],
    away,
  ]
}
