import type { Run } from '@ganglion/plot'

/** The look that the sequences so far have set; a colour of null is the terminal's own. */
interface Look {
  readonly front: string | null
  readonly back: string | null
  readonly dim: boolean
  readonly inverse: boolean
}

const plain: Look = { front: null, back: null, dim: false, inverse: false }
/** Text and background of a saved screen, and what dim text is drawn in. */
export const screenColors = { text: '#d0d0d0', background: '#101014', dim: '#8a8a8a' } as const

/** The sixteen colours as xterm shows them. */
const sixteen = [
  '#000000',
  '#cd0000',
  '#00cd00',
  '#cdcd00',
  '#0000ee',
  '#cd00cd',
  '#00cdcd',
  '#e5e5e5',
  '#7f7f7f',
  '#ff0000',
  '#00ff00',
  '#ffff00',
  '#5c5cff',
  '#ff00ff',
  '#00ffff',
  '#ffffff',
] as const

// oxlint-disable-next-line no-control-regex -- escape sequences are what it looks for
const sequence = /\u001b\[([\d;]*)m/

/** A drawn screen as lines of runs: the SGR sequences become colours (ECMA-48, 8.3.117). Others must have been removed. */
export function ansiRuns(ansi: string): Run[][] {
  let look = plain
  return ansi.split('\n').map((line) =>
    line.split(sequence).flatMap((part, at) => {
      // Every second part is what the parentheses of the pattern hold.
      if (at % 2 === 0) return part === '' ? [] : [runOf(part, look)]
      look = after(look, part === '' ? [0] : part.split(';').map(Number))
      return []
    }),
  )
}

function runOf(text: string, { front, back, dim, inverse }: Look): Run {
  const color = front ?? (dim ? screenColors.dim : null)
  if (inverse)
    return {
      text,
      ink: 0,
      front: back ?? screenColors.background,
      back: color ?? screenColors.text,
    }
  return { text, ink: 0, ...(color ? { front: color } : {}), ...(back ? { back } : {}) }
}

function after(look: Look, codes: readonly number[]): Look {
  let now = look
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!
    if (code === 38 || code === 48) {
      const [color, used] = extended(codes.slice(at + 1))
      now = code === 38 ? { ...now, front: color } : { ...now, back: color }
      at += used
    } else now = simple(now, code)
  }
  return now
}

function simple(look: Look, code: number): Look {
  if (code === 0) return plain
  if (code === 2) return { ...look, dim: true }
  if (code === 22) return { ...look, dim: false }
  if (code === 7 || code === 27) return { ...look, inverse: code === 7 }
  if (code === 39) return { ...look, front: null }
  if (code === 49) return { ...look, back: null }
  if (code >= 30 && code <= 37) return { ...look, front: sixteen[code - 30]! }
  if (code >= 90 && code <= 97) return { ...look, front: sixteen[code - 82]! }
  if (code >= 40 && code <= 47) return { ...look, back: sixteen[code - 40]! }
  if (code >= 100 && code <= 107) return { ...look, back: sixteen[code - 92]! }
  return look
}

/** What follows 38 or 48: `5;n` one of 256, `2;r;g;b` a true colour; the colour and how many numbers it took. */
function extended([kind, ...rest]: readonly number[]): [string | null, number] {
  if (kind === 2) return [hex(rest.slice(0, 3)), 4]
  return [kind === 5 ? indexed(rest[0] ?? 0) : null, 2]
}

/** The 256 colours: sixteen, a cube of 6 x 6 x 6, 24 greys. */
function indexed(n: number): string {
  if (n < 16) return sixteen[n]!
  if (n >= 232) return hex([n, n, n].map((grey) => 8 + 10 * (grey - 232)))
  const level = (at: number): number => (at === 0 ? 0 : 55 + 40 * at)
  const cube = n - 16
  return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level))
}

const hex = (channels: readonly number[]): string =>
  `#${channels.map((c) => Math.min(255, Math.max(0, c)).toString(16).padStart(2, '0')).join('')}`
