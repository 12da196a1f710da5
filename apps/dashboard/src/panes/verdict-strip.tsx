import { Box, Text } from 'ink'
import type { View } from '../feed.ts'
import { Tinted } from '../tinted.tsx'
import { rate } from '../wording.ts'

const verdictColors: Readonly<Record<string, string>> = {
  converged: 'green',
  playing: 'cyan',
  exhausted: 'yellow',
  stalled: 'yellow',
  oscillating: 'yellow',
  cancelled: 'yellow',
}

interface Part {
  readonly text: string
  readonly color?: string
  readonly bold?: boolean
}

/** State, verdict and since when, step, speed, who moves: whole parts only, the most important first. */
export function VerdictStrip(props: {
  readonly view: View
  readonly title: string
  readonly steps: number
  readonly columns: number
  readonly lines: number
}) {
  const { view, title, steps, columns, lines } = props
  const first = [...verdict(view), step(view, steps)]
  const second = [...speed(view), movers(view)]
  const rows =
    lines === 1
      ? [[...first, ...second, { text: title }]]
      : [
          [...verdict(view), movers(view, true), { text: title }],
          [step(view, steps), ...speed(view)],
        ]
  return (
    <Box flexDirection="column" flexShrink={0} height={lines}>
      {rows.map((parts) => (
        <Line key={parts[0]!.text} parts={fitting(parts, columns)} />
      ))}
    </Box>
  )
}

function Line({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <Text wrap="truncate">
      {parts.map(({ text, color, bold }, at) => (
        <Tinted key={text} color={color} bold={bold ?? false}>
          {at === 0 ? text : `  ${text}`}
        </Tinted>
      ))}
    </Text>
  )
}

function verdict({ state, verdict: found, ending }: View): Part[] {
  const name = ending?.outcome ?? found?.state ?? 'playing'
  const since = found && found.state === name ? ` since ${found.since}` : ''
  const mark = state === 'running' ? '▶' : state === 'paused' ? '‖' : state === 'done' ? '■' : '·'
  return [
    { text: `${mark} ${state}` },
    { text: name + since, color: verdictColors[name] ?? 'red', bold: true },
  ]
}

function step({ frame, ending }: View, steps: number): Part {
  return { text: `step ${ending?.steps ?? frame?.step ?? 0} / ${steps}`, bold: true }
}

function speed({ state, speed: measured, pace }: View): Part[] {
  const wanted = pace === null ? 'max' : rate(pace)
  return [{ text: state === 'running' ? `${rate(measured)} of ${wanted}` : `pace ${wanted}` }]
}

function movers({ only }: View, short = false): Part {
  if (only === null) return { text: short ? 'both' : 'both move' }
  const player = only === 'generator' ? 'G' : 'D'
  return { text: short ? `only ${player}` : `only ${player} moves`, color: 'yellow' }
}

/** The first parts that fit on a line whole. */
function fitting(parts: readonly Part[], columns: number): Part[] {
  let used = -2
  return parts.filter(({ text }) => {
    if (used + 2 + text.length > columns) return false
    used += 2 + text.length
    return true
  })
}
