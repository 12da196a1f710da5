import type {
  AxesOf,
  SettingsOf,
  Shapes,
  Sizes,
  SymbolsOf,
  Values,
  Words,
  WordsOf,
} from './state.ts'
import type { Options } from './option.ts'

/** Draws for one member's start: the same numbers for the same seed, whatever runs beside it. */
export interface Random {
  /** Uniform in the open interval. */
  uniform(low?: number, high?: number): number
  normal(mean?: number, deviation?: number): number
}

/** Numbers of one member's start, by array, row-major; a scalar may be a plain number. */
export type Start = Readonly<Record<string, number | readonly number[]>>

/** What generators and discriminators share: their state, its start and its constraint. */
export interface PlayerForm<
  S extends Sizes,
  O extends Options,
  P extends Shapes,
  M extends Shapes,
  F extends Shapes,
> {
  readonly name: string
  /** Paper and equation. */
  readonly source: string
  /** How many of what; a user may set them. None by default. */
  readonly sizes?: S
  readonly options?: O
  /** State that is trained. Options that are words may shape it; write options before it, so that their types are known. */
  readonly parameters: (axes: AxesOf<S>, words: WordsOf<O>) => P
  /** State that only the constraint writes; starts at 1. */
  readonly memory?: (axes: AxesOf<S>, words: WordsOf<O>) => M
  /** State that never changes: given, or drawn by `initial`. */
  readonly fixed?: (axes: AxesOf<S>, words: WordsOf<O>) => F
  /** A start drawn at random; arrays that the user gives replace it. */
  readonly initial: (random: Random, sizes: S, words: WordsOf<O>) => Start
  /** Parameters that may grow without meaning divergence, e.g. the ends of intervals. */
  readonly unbounded?: readonly string[]
  /**
   * What the state becomes after an update: arrays that differ from `next`. Idempotent, and applied to the start too.
   * `before` is the state that the update began from.
   */
  readonly constraint?: (
    next: SymbolsOf<P & M & F>,
    before: SymbolsOf<P & M & F>,
    settings: SettingsOf<S, O>,
  ) => Partial<SymbolsOf<P & M>>
}

/** What is optional to authors and certain to everyone else: sizes, and a start whose every array is a list. */
export interface DefinedPlayer {
  readonly sizes: Sizes
  readonly initial: (random: Random, sizes: Sizes, words: Words) => Values
}

/** Fills in what an author may leave out: sizes, and the list around a scalar's one number. */
export function definedPlayer(form: {
  readonly sizes?: Sizes
  readonly initial: (random: Random, sizes: never, words: never) => Start
}): DefinedPlayer {
  const { initial } = form
  const sizes = form.sizes ?? {}
  // What is no function, or gives no record, is refused by name where it is asked for.
  if (typeof initial !== 'function') return { sizes, initial }
  return {
    sizes,
    initial: (random, given, words) => listed(initial(random, given as never, words as never)),
  }
}

/** Asked for every member: what has lists already is handed on as it is. */
function listed(start: Start): Values {
  if (typeof start !== 'object' || start === null) return start
  for (const name in start) if (typeof start[name] === 'number') return allListed(start)
  return start as Values
}

function allListed(start: Start): Values {
  const entries = Object.entries(start).map(([name, values]): [string, readonly number[]] => [
    name,
    typeof values === 'number' ? [values] : values,
  ])
  return Object.fromEntries(entries)
}
