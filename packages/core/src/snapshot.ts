import type { FindingEvent } from './event.ts'
import type { PlayerName } from './experiment.ts'
import type { Frame } from './frame.ts'
import type { Outcome, Verdict } from './outcome.ts'

/** Numbers of arrays by name: cell c of member m stands at c * members + m. */
export type SavedBlocks = Readonly<Record<string, Float64Array>>

/** A player between two steps. */
export interface SavedPlayer {
  /** Parameters, memory and fixed arrays. */
  readonly state: SavedBlocks
  /** What the optimizer keeps for each parameter. */
  readonly optimizer: SavedBlocks
  /** Numeric options, one number a member: they may have been changed while the game ran. */
  readonly options: SavedBlocks
  /** 1 for members that have ended and stand still. */
  readonly ended: Uint8Array
}

/** A detector at work on one member, between two observations. */
export interface SavedDetector {
  readonly detector: string
  /** What the detector itself remembers. */
  readonly memory: unknown
  /** What it has reported and not cleared. */
  readonly finding: FindingEvent | null
  /** One bit an observation, the newest lowest: 1 where a needed signal was missing. */
  readonly gaps: number
  /** Observations so far, counted up to the span over which gaps are judged. */
  readonly seen: number
  /** Whether it was said that it lacks signals. */
  readonly complained: boolean
  readonly missing: readonly string[]
}

/** All detectors at work on all members. */
export interface SavedWatch {
  /** The step of the last observation. */
  readonly step: number
  readonly members: readonly {
    readonly verdict: Verdict
    readonly detectors: readonly SavedDetector[]
  }[]
}

/** A game between two steps, as far as its next step depends on it. Plain data that shares nothing with the game. */
export interface Moment {
  readonly members: number
  /** Number of the first member in a larger ensemble. */
  readonly firstMember: number
  /** Steps played. */
  readonly step: number
  readonly players: Readonly<Record<PlayerName, SavedPlayer>>
  /** Measures drawn so far: the noise of the next one depends on it. */
  readonly draws: number
  /** The only player that may move; null for both. */
  readonly only: PlayerName | null
  /** Rates of the dynamics, one number a member. */
  readonly rates: SavedBlocks
  /** What the script of the dynamics remembers. */
  readonly memory: unknown
}

/**
 * Everything that a game is between two steps, as plain data: `structuredClone` copies it, and it shares nothing with the
 * game it was taken from. Operators on wires are not part of it.
 */
export interface Snapshot extends Moment {
  /** The version of this format. */
  readonly format: 1
  /** The hash of the plan: a snapshot continues this plan and no other. */
  readonly plan: string
  /**
   * The last frame that was kept, with what metrics of every step have written since. The continued game does not keep it
   * again.
   */
  readonly last: Frame | null
  readonly detectors: SavedWatch
  /** Members that have ended. */
  readonly outcomes: readonly (Outcome | null)[]
  /** Events counted by name. */
  readonly events: Readonly<Record<string, number>>
  /** Wires that bore an operator: what operators hold is lost, so the continued game needs them put on again. */
  readonly wires: readonly string[]
}
