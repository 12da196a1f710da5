import type { AxesOf, SettingsOf, Shapes, Sizes, SymbolsOf, Values } from './state.ts'
import type { Options } from './option.ts'

/** Draws for one member's start: the same numbers for the same seed, whatever runs beside it. */
export interface Random {
  /** Uniform in the open interval. */
  uniform(low?: number, high?: number): number
  normal(mean?: number, deviation?: number): number
}

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
  readonly sizes: S
  readonly options?: O
  /** State that is trained. */
  readonly parameters: (axes: AxesOf<S>) => P
  /** State that only the constraint writes; starts at 1. */
  readonly memory?: (axes: AxesOf<S>) => M
  /** State that never changes: given, or drawn by `initial`. */
  readonly fixed?: (axes: AxesOf<S>) => F
  /** A start drawn at random; arrays that the user gives replace it. */
  readonly initial: (random: Random, sizes: S) => Values
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
