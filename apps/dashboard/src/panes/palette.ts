import { asciiInks, type Glyphs, type Run } from '@ganglion/plot'
import type { Role } from '../theme.ts'
import type { Piece } from './line.ts'

/** Inks of the plots: the higher covers the lower. */
export const inks = { target: 1, discriminator: 2, second: 3, generator: 4 } as const

const roles: readonly (Role | undefined)[] = [
  undefined,
  'target',
  'discriminator',
  'second',
  'generator',
]

/** What the ink of a plot stands for. */
export function roleOf(ink: number): Role | undefined {
  return roles[ink]
}

/** A run of a plot as a piece of a line. */
export function inked({ text, ink }: Run): Piece {
  return { text, role: roleOf(ink) }
}

/** How a line is drawn; told apart without any colour. */
export type Style = 'solid' | 'dashed' | 'dotted'

const swatches: Readonly<Record<Style, string>> = { solid: '─', dashed: '╌', dotted: '┄' }

/** How a line looks in a legend. */
export function swatch(style: Style, ink: number, glyphs: Glyphs): string {
  return glyphs === 'ascii' ? asciiInks[ink]! : swatches[style]
}
