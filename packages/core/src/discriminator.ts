import type { Expr, Vec } from '@ganglion/calculus'
import { apiVersion, type Versioned } from './api-version.ts'
import type { AscentForm, AscentValues, GrowthSum, Later, StateView } from './growth.ts'
import type { MeasureValues, MixtureForm } from './measure.ts'
import type { Options } from './option.ts'
import { definedPlayer, type DefinedPlayer, type PlayerForm } from './player.ts'
import type { NumbersOf, SettingsOf, Shapes, Sizes, Symbols, SymbolsOf, Values } from './state.ts'

/** Closed forms of the expectation of f(D) under a law, by the law's kind. */
export interface Expectations<State, Settings> {
  readonly mixture?: (
    law: MixtureForm,
    f: (value: Expr) => Expr,
    state: State,
    settings: Settings,
  ) => Expr
}

/** A family of functions D on the sample space, as its author writes it: values only, no derivative. */
export interface DiscriminatorForm<
  S extends Sizes,
  O extends Options,
  P extends Shapes,
  M extends Shapes,
  F extends Shapes,
> extends PlayerForm<S, O, P, M, F> {
  /** D(x). */
  readonly critic: (x: Vec, state: SymbolsOf<P & M & F>, settings: SettingsOf<S, O>) => Expr
  readonly expectation?: Expectations<SymbolsOf<P & M & F>, SettingsOf<S, O>>
  /** A penalty on the state, subtracted from the payoff. */
  readonly ridge?: (state: SymbolsOf<P & M & F>, settings: SettingsOf<S, O>) => Expr
  /** The state of the best answer of one member: unlocks best-response dynamics. Finite numbers; `far` for infinite ends. */
  readonly best?: (
    target: MeasureValues,
    generated: MeasureValues,
    state: Values,
    settings: NumbersOf<S, O>,
  ) => Values
  /**
   * One ascent step of one member, written into its state: for families in function space, whose state grows. Such a family
   * trains no parameter; its state stands in `memory`. Its `ridge` must be the penalty that this step ascends with.
   */
  readonly advance?: (state: StateView, ascent: AscentValues, settings: NumbersOf<S, O>) => void
  /**
   * The size that such a state grows into, and the scalar array that counts how much of it is used. Arrays over that size have
   * it as their first axis; what lies beyond the count adds nothing to any value, and is not computed. `sum` unlocks analysing
   * the stability of a step.
   */
  readonly grows?: {
    readonly size: string & keyof S
    readonly used: string & keyof M
    readonly sum?: GrowthSum<NumbersOf<S, O>>
  }
  /** What `advance` leads to after so many steps against laws that stand still: unlocks looking ahead for such a family. */
  readonly ahead?: (
    state: SymbolsOf<P & M & F>,
    ascent: AscentForm,
    settings: SettingsOf<S, O>,
  ) => Later
}

/** A discriminator without its author's types. */
export interface Discriminator
  extends
    Versioned,
    DefinedPlayer,
    Omit<
      DiscriminatorForm<Sizes, Options, Shapes, Shapes, Shapes>,
      'critic' | 'expectation' | 'ridge' | 'grows' | 'ahead' | 'constraint' | keyof DefinedPlayer
    > {
  readonly kind: 'discriminator'
  readonly critic: (x: Vec, state: Symbols, settings: object) => Expr
  readonly expectation?: Expectations<Symbols, object>
  readonly ridge?: (state: Symbols, settings: object) => Expr
  readonly grows?: {
    readonly size: string
    readonly used: string
    readonly sum?: GrowthSum<Readonly<Record<string, number | string>>>
  }
  readonly ahead?: (state: Symbols, ascent: AscentForm, settings: object) => Later
  readonly constraint?: (next: Symbols, before: Symbols, settings: object) => Symbols
}

/** What stands for infinity in a state: so far that densities underflow to 0. In the unit of x. */
export const far = 1e9

/** Declares a discriminator; the types of state and settings follow from what it declares. */
export function defineDiscriminator<
  const S extends Sizes = Record<never, never>,
  const P extends Shapes = Record<never, never>,
  const O extends Options = Record<never, never>,
  const M extends Shapes = Record<never, never>,
  const F extends Shapes = Record<never, never>,
>(form: DiscriminatorForm<S, O, P, M, F>): Discriminator {
  return {
    ...form,
    ...definedPlayer(form),
    kind: 'discriminator',
    apiVersion,
  } as unknown as Discriminator
}
