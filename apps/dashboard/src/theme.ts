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
  /** The colours as the parameters of the sequence that sets them; a role without one is plain. */
  readonly colors: Readonly<Partial<Record<Role, string>>>
  /** Whether bold, dim and inverse text may be used. */
  readonly weights: boolean
}

/** The palette of Okabe and Ito (jfly.uni-koeln.de/color), which the colour-blind tell apart. */
const okabeIto: Readonly<Record<Role, string>> = {
  target: '38;2;230;159;0',
  generator: '38;2;86;180;233',
  discriminator: '38;2;204;121;167',
  second: '38;2;0;158;115',
  good: '38;2;0;158;115',
  busy: '38;2;86;180;233',
  warning: '38;2;240;228;66',
  bad: '38;2;213;94;0',
}

/** Its nearest neighbours among the 256. */
const nearest256: Readonly<Record<Role, string>> = {
  target: '38;5;214',
  generator: '38;5;74',
  discriminator: '38;5;175',
  second: '38;5;36',
  good: '38;5;36',
  busy: '38;5;74',
  warning: '38;5;227',
  bad: '38;5;166',
}

/** Colours of the first sixteen that differ in brightness as well as in hue. */
const sixteen: Readonly<Record<Role, string>> = {
  target: '33',
  generator: '36',
  discriminator: '35',
  second: '32',
  good: '32',
  busy: '36',
  warning: '33',
  bad: '31',
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

/** The same theme without colours and weights of type. */
export function plainTheme({ name, ascii }: Theme): Theme {
  return { name, ascii, colors: {}, weights: false }
}

/** The look that the screen has now. */
export const ThemeContext = createContext<Theme>(themeFor({ depth: 4 }))

/** Text as a theme may write it: of the same length, without other characters than ASCII where it wants that. */
export function written(text: string, { ascii }: Theme): string {
  return ascii ? inAscii(text) : text
}
