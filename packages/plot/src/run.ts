/**
 * A stretch of text in one look. `ink` names a colour of the caller's palette; blanks belong to the ink beside them, ink 0 is
 * the terminal's own colour. Heat maps say their colours themselves, as `#rrggbb` or, with 16 colours, by name ('blue').
 */
export interface Run {
  readonly text: string
  readonly ink: number
  /** The colour of the characters, instead of that of the ink. */
  readonly front?: string
  /** The colour behind the characters. */
  readonly back?: string
}
