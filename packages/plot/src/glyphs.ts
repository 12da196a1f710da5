/** The characters a drawing is made of: braille and box drawing, or ASCII for terminals and fonts that have nothing else. */
export type Glyphs = 'braille' | 'ascii'

/** What axes and bands are made of. Every entry is one column wide. */
export interface Marks {
  readonly vertical: string
  readonly verticalTick: string
  readonly horizontal: string
  readonly horizontalTick: string
  readonly corner: string
  readonly shade: string
  readonly ground: string
  readonly narrow: string
  readonly beyondLeft: string
  readonly beyondRight: string
  readonly target: string
  readonly start: string
  readonly end: string
}

/** The marks of either set; axes and bands use them, and a pane that draws a corner or a legend may. */
export const marks: Readonly<Record<Glyphs, Marks>> = {
  braille: {
    vertical: '│',
    verticalTick: '┤',
    horizontal: '─',
    horizontalTick: '┬',
    corner: '└',
    shade: '▒',
    ground: '·',
    narrow: '┃',
    beyondLeft: '◂',
    beyondRight: '▸',
    target: '✕',
    start: '○',
    end: '●',
  },
  ascii: {
    vertical: '|',
    verticalTick: '+',
    horizontal: '-',
    horizontalTick: '+',
    corner: '+',
    shade: '#',
    ground: '.',
    narrow: '|',
    beyondLeft: '<',
    beyondRight: '>',
    target: 'X',
    start: 'S',
    end: 'E',
  },
}

/** How a line of an ink looks in ASCII, so that inks differ without colour: ink 1 by the height of its dots, others by letter. */
export const asciiInks = ['.', '.', '*', '+', 'o', 'x', '%', '&', '='] as const

/** The character that stands for the dots of a cell (bits as in Unicode's braille patterns) in ASCII. */
export function asciiFor(dots: number, ink: number): string {
  if (dots === 0) return ' '
  if (ink > 1) return asciiInks[ink] ?? '='
  const upper = dots & 0b0001_1011
  const lower = dots & 0b1110_0100
  if (upper && lower) return ':'
  return upper ? "'" : '.'
}
