import {
  gradient,
  symbolOf,
  tangent,
  type AnyTensor,
  type ArraySymbol,
  type Expr,
  type Leaf,
} from '@ganglion/calculus'
import { named, zip } from './assemble-generator.ts'
import { assemblePayoff, type Laws } from './assemble-payoff.ts'
import { critiqueIn, type CritiqueOf } from './critique.ts'
import type { Plan } from './game.ts'
import type { Program } from '@ganglion/calculus'
import { leavesLike, playerSymbols, symbolsOf, type PlayerSymbols } from './symbols.ts'

/** A discriminator as programs; all read `state.*`, `measure.*`, `target.*`, `option.*`, `mix` and regulariser options. */
export interface DiscriminatorPrograms {
  readonly symbols: PlayerSymbols
  readonly laws: Laws
  /** Leaves of noise for regularisers: uniform draws. */
  readonly draws: readonly ArraySymbol[]
  /** Numeric options of regularisers: leaf by `regulariser.option`. */
  readonly terms: Readonly<Record<string, Leaf<0>>>
  readonly zeroSum: boolean
  /** How values become critiques in the geometry of the game. */
  readonly critiqueOf: CritiqueOf
  /** -> `payoff`, `loss`, `ascent.*`, `critique.*` (of the loss). */
  readonly respond: Program
  /** `direction.*`, `change.*` -> the change of ascent and critique of the payoff. */
  readonly bendPayoff: Program
  /** The same for the loss. */
  readonly bendLoss: Program
  /** -> `slope.*`: d loss / d state, where the loss is not the payoff too. */
  readonly lossSlope: Program
}

/** Derives everything that a discriminator must answer from its critic and the objective. */
export function assembleDiscriminator(
  plan: Pick<Plan, 'discriminator' | 'objective' | 'regularisers' | 'geometry'>,
  laws: Laws,
): DiscriminatorPrograms {
  const symbols = playerSymbols(plan.discriminator)
  const { payoff, loss, draws, terms } = assemblePayoff(plan, symbols, laws)
  const trained = symbols.trained.map((name) => symbols.state[name]!)
  const names = Object.keys(laws.generated)
  const direction = leavesLike(
    'direction',
    Object.fromEntries(symbols.trained.map((n) => [n, symbols.state[n]!])),
  )
  const change = leavesLike('change', laws.generated)
  const along = new Map<ArraySymbol, AnyTensor>([
    ...symbols.trained.map((n): [ArraySymbol, AnyTensor] => [
      symbolOf(symbols.state[n]!),
      direction[n]!,
    ]),
    ...names.map((n): [ArraySymbol, AnyTensor] => [symbolOf(laws.generated[n]!), change[n]!]),
  ])
  const ascent = gradient(payoff, trained) as readonly AnyTensor[]
  const critiqueOf = critiqueIn(plan.geometry ?? 'coordinate', laws)
  const inputs = [
    ...symbolsOf(symbols.state, laws.generated, laws.target, terms),
    ...symbols.options,
    ...draws,
  ]
  const name = (port: string): string => `${plan.discriminator.plugin.name}.${port}`
  const bend = (port: string, y: Expr): Program => ({
    name: name(port),
    inputs: [...inputs, ...symbolsOf(direction, change)],
    outputs: zip(
      [...symbols.trained.map((n) => `ascent.${n}`), ...names.map((n) => `critique.${n}`)],
      [...(gradient(y, trained) as readonly AnyTensor[]), ...Object.values(critiqueOf(y))].map(
        (g) => tangent(g, along),
      ),
    ),
  })
  return {
    symbols,
    laws,
    draws,
    terms,
    zeroSum: loss === payoff,
    critiqueOf,
    respond: {
      name: name('respond'),
      inputs,
      outputs: [
        ...named({ payoff, loss }),
        ...zip(
          symbols.trained.map((n) => `ascent.${n}`),
          ascent,
        ),
        ...zip(
          names.map((n) => `critique.${n}`),
          Object.values(critiqueOf(loss)),
        ),
      ],
    },
    bendPayoff: bend('bend', payoff),
    bendLoss: bend('bend-loss', loss),
    lossSlope: {
      name: name('loss-slope'),
      inputs,
      outputs: zip(
        symbols.trained.map((n) => `slope.${n}`),
        gradient(loss, trained) as readonly AnyTensor[],
      ),
    },
  }
}
