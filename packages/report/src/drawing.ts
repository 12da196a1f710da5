import type { Markup } from './markup.ts'

/** A picture and its size in units of the drawing. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly body: Markup
}
