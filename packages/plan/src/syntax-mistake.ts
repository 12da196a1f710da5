import { printParseErrorCode, type ParseError } from 'jsonc-parser'

/** What is wrong, and what would be right, by the parser's word for it. */
const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'this is no JSON: write texts in "double quotes"; true, false, null and finite numbers stand alone',
  InvalidNumberFormat: 'this is no number as JSON writes it, e.g. -1.5 or 2e-3',
  PropertyNameExpected: 'expected a name in "double quotes"',
  ValueExpected:
    'expected a value: a number, a "text", true, false, null, a [list] or an { object }',
  ColonExpected: 'expected a colon between name and value',
  CommaExpected: 'expected a comma before this',
  CloseBraceExpected: 'expected }: an { is still open',
  CloseBracketExpected: 'expected ]: a [ is still open',
  EndOfFileExpected: 'expected the end of the file: only one { object } stands in it',
  InvalidCommentToken: 'expected a comment, // or /* */',
  UnexpectedEndOfComment: 'a comment /* is never closed: */ is missing',
  UnexpectedEndOfString: 'a text is never closed: a " is missing',
  UnexpectedEndOfNumber: 'a number ends too early',
  InvalidUnicode: 'expected four hexadecimal digits behind \\u',
  InvalidEscapeCharacter:
    'expected one of " \\ / b f n r t u behind a backslash; write \\\\ for a backslash',
  InvalidCharacter:
    'this character cannot stand in a text: write \\t, \\n or \\u0000 with its number',
}

/** A mistake of syntax as a sentence, with what stands there. */
export function syntaxMistake(text: string, { error, offset, length }: ParseError): string {
  const code = printParseErrorCode(error)
  const there = text.slice(offset, offset + Math.max(length, 1)).trim()
  const got =
    there !== '' ? short(there) : offset >= text.trimEnd().length ? 'the end of the file' : ''
  return `${sentences[code] ?? code}${got === '' ? '' : `, got ${got}`}`
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 27)}...` : text)
