import { createContext } from 'react'
import { inAscii } from './in-ascii.ts'

/** What a piece of text stands for; a theme gives each a colour. */
export type Role =
  | 'target'
  | 'generator'
  | 'discriminator'
  | 'second'
  | 'good'
  | 'busy'
  | 'warning'
  | 'bad'

/** The themes by name. */
export const themeNames = ['colour-blind-safe', 'mono'] as const

/** One of the themes. */
export type ThemeName = (typeof themeNames)[number]

/** Bits of colour that a terminal shows: none, 16, 256 colours, true colour (as `tty.WriteStream.getColorDepth` counts). */
export type ColorDepth = 1 | 4 | 8 | 24

/** How the screen looks: colours by role, and the characters that it may use. */
export interface Theme {
  readonly name: ThemeName
  /** Only the characters 0x20 to 0x7e. */
  readonly ascii: boolean
  /** The colours; a role without one is plain. */
  readonly colors: Readonly<Partial<Record<Role, string>>>
  /** Whether bold, dim and inverse text may be used. */
  readonly weights: boolean
}

/** The palette of Okabe and Ito (jfly.uni-koeln.de/color), which the colour-blind tell apart. */
const okabeIto: Readonly<Record<Role, string>> = {
  target: '#e69f00',
  generator: '#56b4e9',
  discriminator: '#cc79a7',
  second: '#009e73',
  good: '#009e73',
  busy: '#56b4e9',
  warning: '#f0e442',
  bad: '#d55e00',
}

/** Its nearest neighbours among the 256. */
const nearest256: Readonly<Record<Role, string>> = {
  target: 'ansi256(214)',
  generator: 'ansi256(74)',
  discriminator: 'ansi256(175)',
  second: 'ansi256(36)',
  good: 'ansi256(36)',
  busy: 'ansi256(74)',
  warning: 'ansi256(227)',
  bad: 'ansi256(166)',
}

/** Colours of the first sixteen that differ in brightness as well as in hue. */
const sixteen: Readonly<Record<Role, string>> = {
  target: 'yellow',
  generator: 'cyan',
  discriminator: 'magenta',
  second: 'green',
  good: 'green',
  busy: 'cyan',
  warning: 'yellow',
  bad: 'red',
}

/** The look for a terminal: without colours where it has none or the theme is `mono`, never without information. */
export function themeFor(wish: {
  readonly name?: ThemeName
  readonly ascii?: boolean
  readonly depth: ColorDepth
}): Theme {
  const { name = 'colour-blind-safe', ascii = false, depth } = wish
  const palette = depth >= 24 ? okabeIto : depth >= 8 ? nearest256 : sixteen
  return {
    name,
    ascii,
    colors: name === 'mono' || depth < 4 ? {} : palette,
    weights: depth > 1,
  }
}

/** The look that the screen has now. */
export const ThemeContext = createContext<Theme>(themeFor({ depth: 4 }))

/** Text as a theme may write it: of the same length, without other characters than ASCII where it wants that. */
export function written(text: string, { ascii }: Theme): string {
  return ascii ? inAscii(text) : text
}
