import { suggest, type Formula } from '@ganglion/plan'

/** Numbers by name. */
export type Named = Readonly<Record<string, number>>

/** What a formula says, with these numbers. */
type Evaluated = (numbers: Named) => number

/** A formula that nobody can compute, in words. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError'
}

/**
 * Computes a formula of numbers and names: + - * / and brackets, from left to right as in a double. Throws a FormulaError
 * for one that is none, for a name that there is not, and for what is not finite, e.g. `1 / 0`.
 */
export function evaluate(formula: Formula, numbers: Named): number {
  const value = typeof formula === 'number' ? formula : new Reader(formula, numbers).read()(numbers)
  if (Number.isFinite(value)) return value
  const given = Object.entries(numbers).map(([name, number]) => `${name} = ${number}`)
  throw new FormulaError(`expected a number, got ${value} of ${formula} for ${given.join(', ')}`)
}

/** The words of a formula: numbers, names, signs. */
const word = /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)|([A-Za-z]\w*)|([-+*/()]))/iy
/** Brackets within brackets, and signs before signs: a formula of a person needs few. */
const deepest = 50

/** Reads a formula by descent: sums of products of factors. */
class Reader {
  readonly #text: string
  readonly #known: Named
  readonly #words: string[]
  #next = 0
  #depth = 0

  constructor(text: string, known: Named) {
    this.#text = text
    this.#known = known
    this.#words = wordsOf(text)
  }

  read(): Evaluated {
    const whole = this.#sum()
    if (this.#next < this.#words.length) throw this.#unexpected()
    return whole
  }

  #sum(): Evaluated {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor()))
  }

  #chain(signs: readonly string[], part: () => Evaluated): Evaluated {
    let left = part()
    while (signs.includes(this.#words[this.#next]!)) {
      const [before, sign] = [left, this.#words[this.#next++]!]
      const right = part()
      left = (numbers) => operations[sign]!(before(numbers), right(numbers))
    }
    return left
  }

  #factor(): Evaluated {
    if (++this.#depth > deepest) throw new FormulaError(`${this.#text} is nested too deeply`)
    const found = this.#words[this.#next++]
    const factor = this.#factorOf(found)
    this.#depth--
    return factor
  }

  #factorOf(found: string | undefined): Evaluated {
    if (found === '-') {
      const inner = this.#factor()
      return (numbers) => -inner(numbers)
    }
    if (found === '(') {
      const inner = this.#sum()
      if (this.#words[this.#next++] === ')') return inner
      this.#next--
      throw this.#unexpected()
    }
    if (found !== undefined && /^[\d.]/.test(found)) return () => Number(found)
    if (found === undefined || !/^[A-Za-z]/.test(found)) {
      this.#next--
      throw this.#unexpected()
    }
    if (!Object.hasOwn(this.#known, found))
      throw new FormulaError(
        `no axis ${found} in ${this.#text}; ${suggest(found, Object.keys(this.#known))}`,
      )
    return (numbers) => numbers[found]!
  }

  #unexpected(): FormulaError {
    const found = this.#words[this.#next]
    return new FormulaError(
      `expected a number, a name, + - * / or brackets, got ${found === undefined ? 'an end' : found} in ${JSON.stringify(this.#text)}`,
    )
  }
}

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  word.lastIndex = 0
  for (let at = 0; text.slice(at).trim() !== ''; at = word.lastIndex) {
    const found = word.exec(text)
    if (!found)
      throw new FormulaError(
        `expected a number, a name, + - * / or brackets, got ${JSON.stringify(text.slice(at).trim())} in ${JSON.stringify(text)}`,
      )
    words.push(found[0].trim())
  }
  return words
}
