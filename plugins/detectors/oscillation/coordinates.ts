import type { Report } from '@ganglion/core'
import { blank, followed, type Limits, type Swing } from './swing.ts'

/** Swings of all coordinates of all points, and which of them oscillate. */
export interface Swings {
  readonly swings: readonly Swing[]
  readonly open: readonly number[]
}

/**
 * One observation of all coordinates further. Points that circle, or swing against each other, show in their coordinates though
 * not in their mean. It is reported when the first coordinate oscillates, and cleared when none does any more; the evidence is
 * that of the widest swing, with its `coordinate`, and where the dimensions are known its `point` and `axis`, all from 0.
 */
export function each(
  { swings, open }: Swings,
  step: number,
  values: readonly number[],
  dimensions: number,
  limits: Limits,
): readonly [Swings, Report | null] {
  const told: { readonly coordinate: number; readonly report: Report }[] = []
  const after = values.map((value, coordinate) => {
    const before = swings.length === values.length ? swings[coordinate]! : blank
    const [swing, report] = followed(before, step, value, limits)
    if (report) told.push({ coordinate, report })
    return swing
  })
  if (told.length === 0) return [{ swings: after, open }, null]
  const still = open.filter((c) => after[c]?.reported)
  const begun = told.filter(
    ({ coordinate, report }) => report.type === 'event' && !still.includes(coordinate),
  )
  const now = [...still, ...begun.map(({ coordinate }) => coordinate)]
  const memory = { swings: after, open: now }
  if (open.length > 0 === now.length > 0) return [memory, null]
  const { coordinate, report } = widest(
    told.filter(({ report: { type } }) => (type === 'event') === now.length > 0),
  )
  const evidence = { ...report.evidence, ...placeOf(coordinate, dimensions) }
  return [memory, { ...report, evidence }]
}

function widest<One extends { readonly report: Report }>(told: readonly One[]): One {
  const amplitude = ({ report }: One): number => report.evidence['amplitude'] ?? 0
  return told.reduce((most, one) => (amplitude(one) > amplitude(most) ? one : most))
}

function placeOf(coordinate: number, dimensions: number): Readonly<Record<string, number>> {
  if (!Number.isInteger(dimensions)) return { coordinate }
  return { coordinate, point: Math.floor(coordinate / dimensions), axis: coordinate % dimensions }
}
