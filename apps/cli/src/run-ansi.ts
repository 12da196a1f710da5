import type { Run } from '@ganglion/plot'

/** Bits of colour that a terminal shows, as `tty.WriteStream.getColorDepth` counts them. */
export type Depth = 1 | 4 | 8 | 24

/** The colours of the sixteen that heat maps use, as parameters of the sequence that sets the front. */
const sixteen: Readonly<Record<string, number>> = {
  black: 30,
  blue: 34,
  magenta: 35,
  green: 32,
  cyan: 36,
  yellow: 33,
  whiteBright: 97,
}

/** Runs of a drawing as a terminal of so many colours takes them; the look is reset behind each. */
export function runsAnsi(runs: readonly Run[], depth: Depth): string {
  return runs
    .map(({ text, front, back }) => {
      const look = [
        ...(front === undefined ? [] : [parameters(front, depth, 0)]),
        ...(back === undefined ? [] : [parameters(back, depth, 10)]),
      ].join(';')
      return depth === 1 || look === '' ? text : `\u001B[${look}m${text}\u001B[0m`
    })
    .join('')
}

/** The parameters of a colour; those of a background are greater by ten. */
function parameters(color: string, depth: Depth, more: 0 | 10): string {
  const named = sixteen[color]
  if (named !== undefined) return String(named + more)
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  if (depth === 24) return [38 + more, 2, ...channels].join(';')
  return [38 + more, 5, nearest(channels)].join(';')
}

/** The steps of a channel in the cube of 6 x 6 x 6 among the 256 colours. */
const levels = [0, 95, 135, 175, 215, 255]

function nearest(channels: readonly number[]): number {
  const [red, green, blue] = channels.map((channel) => {
    const away = levels.map((level) => Math.abs(level - channel))
    return away.indexOf(Math.min(...away))
  })
  return 16 + 36 * red! + 6 * green! + blue!
}
