import type { EventName } from './event.ts'
import type { Observation } from './frame.ts'
import type { Laboratory } from './laboratory.ts'
import type { Outcome } from './outcome.ts'

export type { Examined, Games, Laboratory, Systems } from './laboratory.ts'

/** How much is played to judge a claim: seconds (`smoke`), or as much as the paper did. */
export type Scale = 'smoke' | 'paper'

/** A statement of the paper: what it is called here, its words, and where they stand. */
export interface Statement {
  readonly name: string
  /** The paper's sentence. */
  readonly sentence: string
  /** Figure, section or theorem. */
  readonly where: string
  /** What the source leaves open and how it is read here. */
  readonly reading?: string
}

/** A number of the last frame and where it must lie; both ends belong. */
export interface FinalValue {
  readonly signal: string
  /** Which number of a list, from 0. */
  readonly cell?: number
  readonly from: number
  readonly to: number
}

/** What a run must show. */
export interface RunExpectation {
  readonly outcome?: Outcome
  /** Events in the order in which they must first appear. */
  readonly events?: readonly EventName[]
  readonly never?: readonly EventName[]
  /** Steps before which events must have begun, by event. */
  readonly before?: Readonly<Partial<Record<EventName, number>>>
  readonly final?: readonly FinalValue[]
}

/** A claim that one run of a preset confirms or refutes. */
export interface RunClaim extends Statement {
  readonly kind: 'run'
  readonly preset: string
  /** What is laid over the preset, as `--set` takes it. */
  readonly set?: readonly string[]
  readonly expects: RunExpectation
  /** Where the source is known to err: what holds instead, in words and as it is judged. */
  readonly instead?: { readonly says: string; readonly expects: RunExpectation }
}

/** A sweep that a claim looks at: a preset with a section `sweep`, played at its own scale of that name. */
export interface SweepUse {
  readonly preset: string
  /** What is laid over the preset, as `--set` takes it. */
  readonly set?: readonly string[]
  /** The same for one scale only, laid over that. */
  readonly scaled?: Readonly<Partial<Record<Scale, readonly string[]>>>
}

/** A rate of success in the summary of one of the claim's sweeps. */
export interface RateOf {
  /** Name of the sweep in the claim. */
  readonly sweep: string
  readonly region: string
  readonly criterion: string
  /**
   * Of which group of the sweep: its numbers by axis, to six digits; or the lowest or highest of all its groups in which the
   * region has cells. A sweep of one group needs none.
   */
  readonly group?: Readonly<Record<string, number>> | 'lowest' | 'highest'
}

/** What must hold between a rate and a number, or another rate. */
export interface Comparison {
  readonly rate: RateOf
  readonly is: 'at-least' | 'at-most' | 'above' | 'below'
  readonly than: number | RateOf
}

/** A claim about rates of success. */
export interface SweepClaim extends Statement {
  readonly kind: 'sweep'
  readonly sweeps: Readonly<Record<string, SweepUse>>
  readonly holds: readonly Comparison[]
  /** Where the source is known to err: what holds instead, in words and as it is judged. */
  readonly instead?: { readonly says: string; readonly holds: readonly Comparison[] }
}

/** A group of a finished sweep: its options, and each region with its rates and times; null for a region without cells. */
export type SweptGroup = { readonly group: Readonly<Record<string, unknown>> } & {
  readonly [name: string]: Readonly<Record<string, unknown>> | number | null
}

/** A claim about sweeps that no comparison of rates can tell: a plain function judges their summaries. */
export interface SummaryClaim extends Statement {
  readonly kind: 'summary'
  readonly sweeps: Readonly<Record<string, SweepUse>>
  /** What must hold, in words. */
  readonly expects: string
  /** Gets the groups of each sweep, by its name in the claim. */
  readonly judge: (swept: Readonly<Record<string, readonly SweptGroup[]>>) => Finding
}

/** What judging a claim found. */
export interface Finding {
  readonly holds: boolean
  /** Numbers that were measured, by what they are. */
  readonly measured: Readonly<Record<string, number | string>>
  /** The first case that refutes the claim, in words. */
  readonly counterexample?: string
  /** Where the source is known to err: what should hold instead, and what judging that found. */
  readonly instead?: Omit<Finding, 'instead'> & { readonly says: string }
}

/** How many random cases a claim is tried on, by scale. */
export type Draws = Readonly<Record<Scale, number>>

/** A claim of the theory, judged by a plain function on random cases. The same seed and count give the same finding. */
export interface TheoryClaim extends Statement {
  readonly kind: 'theory'
  readonly draws: Draws
  readonly seed: number
  readonly check: (draws: number, seed: number) => Finding
}

/**
 * A claim of the theory about equilibria of games: it draws systems and predicts, and a laboratory analyses and plays them.
 * The same seed and count give the same finding.
 */
export interface SystemsClaim extends Statement {
  readonly kind: 'systems'
  readonly draws: Draws
  readonly seed: number
  readonly check: (draws: number, seed: number, laboratory: Laboratory) => Promise<Finding>
}

/** One game that was played for a claim, with every frame that was kept. */
export interface PlayedGame {
  readonly config: Readonly<Record<string, unknown>>
  readonly outcome: Outcome
  readonly frames: readonly Observation[]
}

/** A claim about games that the paper does not show: it declares them, somebody plays them, and it judges them. */
export interface GamesClaim extends Statement {
  readonly kind: 'games'
  readonly draws: Draws
  readonly seed: number
  /** Configurations of one member each, as a user would write them. */
  readonly games: (draws: number, seed: number) => readonly Readonly<Record<string, unknown>>[]
  readonly judge: (played: readonly PlayedGame[]) => Finding
}

/** A statement of a paper that can be confirmed or refuted. */
export type Claim = RunClaim | SweepClaim | SummaryClaim | TheoryClaim | SystemsClaim | GamesClaim
