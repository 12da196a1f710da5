import { apiVersion, type Versioned } from './api-version.ts'
import type { MeasureForm } from './measure.ts'
import type { Options } from './option.ts'
import { definedPlayer, type DefinedPlayer, type PlayerForm } from './player.ts'
import type { AxesOf, SettingsOf, Shapes, Sizes, Symbols, SymbolsOf } from './state.ts'

/** A family of laws, as its author writes it. */
export interface GeneratorForm<
  S extends Sizes,
  O extends Options,
  P extends Shapes,
  M extends Shapes,
  F extends Shapes,
  N extends Shapes,
> extends PlayerForm<S, O, P, M, F> {
  /** Latent noise, drawn anew for each measure, standard normal. */
  readonly noise?: (axes: AxesOf<S>) => N
  /** The law that these parameters produce. */
  readonly measure: (
    state: SymbolsOf<P & M & F>,
    noise: SymbolsOf<N>,
    settings: SettingsOf<S, O>,
  ) => MeasureForm
}

/** A generator without its author's types. */
export interface Generator
  extends
    Versioned,
    DefinedPlayer,
    Omit<
      GeneratorForm<Sizes, Options, Shapes, Shapes, Shapes, Shapes>,
      'measure' | 'constraint' | keyof DefinedPlayer
    > {
  readonly kind: 'generator'
  readonly measure: (state: Symbols, noise: Symbols, settings: object) => MeasureForm
  readonly constraint?: (next: Symbols, before: Symbols, settings: object) => Symbols
}

/** Declares a generator; the types of state, noise and settings follow from what it declares. */
export function defineGenerator<
  const S extends Sizes = Record<never, never>,
  const P extends Shapes = Record<never, never>,
  const O extends Options = Record<never, never>,
  const M extends Shapes = Record<never, never>,
  const F extends Shapes = Record<never, never>,
  N extends Shapes = Record<never, never>,
>(form: GeneratorForm<S, O, P, M, F, N>): Generator {
  return { ...form, ...definedPlayer(form), kind: 'generator', apiVersion } as unknown as Generator
}
