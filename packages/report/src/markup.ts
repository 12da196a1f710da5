import { visible } from '@ganglion/core'

/** What may stand in a hole of a template: text and numbers are escaped, markup is taken as it is, lists are joined. */
export type Content = string | number | Markup | null | readonly Content[]

/** Text that is HTML or SVG already. Only the template `markup` makes it, so nothing else reaches a page unescaped. */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** A template whose holes are filled with escaped content. */
  static of(parts: readonly string[], holes: readonly Content[]): Markup {
    return new Markup(parts.map((part, k) => part + written(holes[k] ?? null)).join(''))
  }

  toString(): string {
    return this.#text
  }
}

/** HTML or SVG as a tagged template; values of attributes stand in double quotes. */
export function markup(parts: TemplateStringsArray, ...holes: readonly Content[]): Markup {
  return Markup.of(parts, holes)
}

function written(content: Content): string {
  if (content === null) return ''
  if (content instanceof Markup) return content.toString()
  if (Array.isArray(content)) return (content as readonly Content[]).map(written).join('')
  return escaped(String(content as string | number))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text inside of markup: nothing in it is obeyed, and what cannot be seen is written out. */
function escaped(text: string): string {
  return visible(text, { newlines: true }).replace(/[&<>"']/g, (sign) => entities[sign]!)
}
