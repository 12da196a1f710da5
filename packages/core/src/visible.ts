/** What `visible` may leave as it is. */
export interface Kept {
  /** Line feeds stay; a carriage return before one goes with it. */
  readonly newlines?: boolean
  /** Tabs stay. */
  readonly tabs?: boolean
}

/**
 * Text as it may be shown on a terminal: what would be obeyed or not seen is written out instead. Control characters become
 * their pictures (escape becomes `␛`), everything else without a picture its code point (`\u{202e}`): bidirectional marks,
 * zero-width characters, line separators, tags, private use, unassigned characters and lone halves of a pair.
 * Source: Unicode 17 general categories C, Zl, Zp and the property Default_Ignorable_Code_Point; UTS 39 on confusing text.
 */
export function visible(text: string, { newlines = false, tabs = false }: Kept = {}): string {
  return (newlines ? text.replaceAll('\r\n', '\n') : text).replace(hidden, (character) => {
    if ((newlines && character === '\n') || (tabs && character === '\t')) return character
    return picture(character.codePointAt(0)!)
  })
}

/** Every character that is obeyed, invisible or without a meaning of its own. */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** The picture of a C0 control or of delete, else the code point in the notation of JavaScript. */
function picture(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `\\u{${code.toString(16)}}`
}
