import type { Numbers } from './batch.ts'
import { Finding } from './case.ts'
import { show } from './check.ts'
import { along, inner, type Field } from './field.ts'

const cells = 96
const halvings = 36
/** After so many halvings only the spans with the largest changes go on: what is smooth has little left by then. */
const [glances, kept] = [8, 16] as const
const reach = 2

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Looks for steps of the value and for jumps of its slope along the line here + t * direction, t from -2 to 2: every
 * span between neighbouring places is halved towards the larger change until it is 1e-12 wide; what is smooth has no
 * change left there. Throws a Finding that names the place and the cell.
 */
export function refuseKinks(field: Field, here: Numbers, direction: Numbers, line: string): void {
  const at = (t: number): Numbers => along(here, direction, t)
  const values = (places: readonly number[]): readonly number[] => field.valueOf(places.map(at))
  const slopes = (places: readonly number[]): readonly number[] =>
    field.slopesOf(places.map(at)).map((slope) => inner(slope, direction))
  const step = largest(values)
  if (step && step.change > 1e-7 * (1 + step.size)) {
    const { at: where } = mostChanged(field, here, direction, step.span)
    throw new Finding(
      `the ${field.value} jumps from ${show(step.before)} to ${show(step.after)} at ${where}, ${line}, and no slope can tell: use a smooth primitive (sigmoid, softplus, normalCdf) or pass { kinks: true }.`,
    )
  }
  const kink = largest(slopes)
  if (!kink || kink.change <= 1e-5 * (1 + kink.size)) return
  const { name, before, after, at: where } = mostChanged(field, here, direction, kink.span)
  throw new Finding(
    `${name}: the derivative of the ${field.value} jumps from ${show(before)} to ${show(after)} at ${where}, ${line}: use a smooth primitive (softplus for max, tanh for clipping) or pass { kinks: true }.`,
  )
}

/** The largest change that is left when every span has shrunk. */
function largest(f: (places: readonly number[]) => readonly number[]) {
  const places = Array.from({ length: cells + 1 }, (_, k) => reach * ((2 * k) / cells - 1) + 1e-3)
  const first = f(places)
  let spans = places.slice(1).map((to, k) => ({ from: places[k]!, to }))
  let ends = spans.map((_, k): [number, number] => [first[k]!, first[k + 1]!])
  const size = first.reduce(
    (most, v) => (Number.isFinite(v) ? Math.max(most, Math.abs(v)) : most),
    0,
  )
  for (let n = 0; n < halvings; n++) {
    const middles = spans.map(({ from, to }) => (from + to) / 2)
    const values = f(middles)
    const lower = ends.map(([a, b], k) => Math.abs(values[k]! - a) >= Math.abs(b - values[k]!))
    spans = spans.map(({ from, to }, k) =>
      lower[k] ? { from, to: middles[k]! } : { from: middles[k]!, to },
    )
    ends = ends.map(([a, b], k) => (lower[k] ? [a, values[k]!] : [values[k]!, b]))
    if (n !== glances) continue
    const change = (k: number): number => Math.abs(ends[k]![1] - ends[k]![0])
    const most = spans.map((_, k) => k).filter((k) => Number.isFinite(change(k)))
    const going = most.toSorted((a, b) => change(b) - change(a)).slice(0, kept)
    ;[spans, ends] = [going.map((k) => spans[k]!), going.map((k) => ends[k]!)]
  }
  return spans
    .map((span, k) => {
      const [before, after] = ends[k]!
      const most = Math.max(size, Math.abs(before), Math.abs(after))
      return { span, before, after, change: Math.abs(after - before), size: most }
    })
    .filter(({ change }) => Number.isFinite(change))
    .toSorted((a, b) => b.change / (1 + b.size) - a.change / (1 + a.size))[0]
}

/** The cell whose own slope changes most over a span: what its slope is called, the slopes, and where the cell stands. */
function mostChanged(field: Field, here: Numbers, direction: Numbers, { from, to }: Span) {
  const there = along(here, direction, to)
  const [first, second] = field.slopesOf([along(here, direction, from), there])
  const changes = Object.keys(field.moving).flatMap((array) =>
    Array.from(there[array]!, (x, k) => ({
      name: `${field.moving[array]}[${k}]`,
      before: first![array]![k]!,
      after: second![array]![k]!,
      at: `${array.slice(array.indexOf('.') + 1)}[${k}] = ${show(x)}`,
    })),
  )
  const change = (c: { before: number; after: number }): number => Math.abs(c.after - c.before)
  return changes.toSorted((a, b) => change(b) - change(a))[0]!
}
