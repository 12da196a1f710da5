import type { ClaimVerdict } from '@ganglion/core'
import type { Figure } from './figure.ts'
import type { Table } from './table.ts'

/** A statement of a source, and what the runs say of it. */
export interface JudgedClaim {
  readonly name: string
  /** The sentence of the source. */
  readonly sentence: string
  /** Where it stands: `li2017, Figure 1, caption`. */
  readonly where: string
  /** What the source leaves open and how it is read. */
  readonly reading?: string
  /** Whether it holds; null where no run here could tell. */
  readonly holds: boolean | null
  /** The same in full; null where no run here could tell. */
  readonly verdict: ClaimVerdict | null
  /** What was expected and what was found, in words. */
  readonly expected: string
  readonly found: string
  /** Where the source errs: what holds instead, and what was found of that. */
  readonly instead?: { readonly says: string; readonly found: string }
}

/** A run as a report shows it. Plain data; everything in it may be hostile text. */
export interface ReportRun {
  readonly name: string
  readonly title: string
  /** The command that makes the same run again. */
  readonly command: string
  /** A sentence about the command, where there is one to be said. */
  readonly commandNote?: string
  /** What else identifies it: seed, versions, hashes. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly figures: readonly Figure[]
  /** Said where figures would stand, when there are none, or fewer. */
  readonly note?: string
  readonly tables: readonly Table[]
  /** The whole configuration. */
  readonly plan: unknown
}

/** Everything that a page tells. */
export interface Report {
  readonly title: string
  /** A sentence or two below the title. */
  readonly lead?: string
  readonly runs: readonly ReportRun[]
  readonly claims: readonly JudgedClaim[]
}
