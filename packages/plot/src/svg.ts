import type { Run } from './run.ts'

/** The colours of a screen in SVG: any CSS colour. An ink without a colour is drawn in that of the text. */
export interface ScreenColors {
  readonly inks: readonly (string | undefined)[]
  readonly text?: string
  readonly background?: string
}

/** The size of a character in units of the picture. */
const cell = { width: 8.4, height: 17, rise: 13, size: 14 } as const

/**
 * A screen of text as a standalone SVG: lines of runs become monospaced text, each run held to its columns whatever the font,
 * and half blocks become rectangles. One code point is one column. Nothing is fetched, and nothing in the text is obeyed:
 * markup is escaped and control characters are replaced.
 */
export function screenToSvg(lines: readonly (readonly Run[])[], colors: ScreenColors): string {
  const { text = '#d0d0d0', background = '#101014' } = colors
  const columns = Math.max(1, ...lines.map((runs) => runs.reduce((n, run) => n + width(run), 0)))
  const [across, down] = [round(columns * cell.width), Math.max(1, lines.length) * cell.height]
  const font = `font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="${cell.size}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" viewBox="0 0 ${across} ${down}">`,
    `<rect width="100%" height="100%" fill="${escaped(background)}"/>`,
    `<g ${font} fill="${escaped(text)}" xml:space="preserve">`,
    ...lines.flatMap((runs, row) => line(runs, row, colors)),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

const width = ({ text }: Run): number => Array.from(text).length

function line(runs: readonly Run[], row: number, colors: ScreenColors): string[] {
  const parts: string[] = []
  let column = 0
  for (const run of runs) {
    parts.push(...drawn(run, column, row, colors))
    column += width(run)
  }
  return parts
}

function drawn(run: Run, column: number, row: number, { inks }: ScreenColors): string[] {
  const [x, y] = [round(column * cell.width), row * cell.height]
  const across = round(width(run) * cell.width)
  const color = named(run.front) ?? inks[run.ink]
  const fill = color === undefined ? '' : ` fill="${escaped(color)}"`
  const box = (top: number, height: number, look: string): string =>
    `<rect x="${x}" y="${top}" width="${across}" height="${height}"${look} shape-rendering="crispEdges"/>`
  const half = cell.height / 2
  const parts = run.back ? [box(y, cell.height, ` fill="${escaped(named(run.back)!)}"`)] : []
  if (/^▀+$/.test(run.text)) return [...parts, box(y, half, fill)]
  if (/^▄+$/.test(run.text)) return [...parts, box(y + half, half, fill)]
  if (run.text.trim() === '') return parts
  const held = `textLength="${across}" lengthAdjust="spacingAndGlyphs"`
  return [
    ...parts,
    `<text x="${x}" y="${y + cell.rise}" ${held}${fill}>${escaped(run.text)}</text>`,
  ]
}

/** The colours of the sixteen that heat maps use, as common terminals show them. */
const terminal: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ee',
  magenta: '#cd00cd',
  green: '#00cd00',
  cyan: '#00cdcd',
  yellow: '#cdcd00',
  whiteBright: '#ffffff',
}

const named = (color: string | undefined): string | undefined =>
  color === undefined ? undefined : (terminal[color] ?? color)

const round = (length: number): number => Number(length.toFixed(2))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text inside XML: markup escaped; what XML 1.0 does not allow, and what would turn the text around, replaced. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character]!)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '\ufffd')
}
