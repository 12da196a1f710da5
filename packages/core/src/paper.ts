import { apiVersion, type Versioned } from './api-version.ts'
import type { Claim } from './claim.ts'

/** Where a value of a preset comes from. */
export type Origin = 'printed' | 'code' | 'assumed'

/** A short name of a setting, as `grid` for `sweep.cells.generator.means.count`. */
export interface ShortName {
  readonly path: string
  readonly description: string
}

/** One set-up of a paper: a configuration, with the origin of each value. */
export interface Preset {
  readonly title: string
  /** A configuration as a user would write it. */
  readonly config: Readonly<Record<string, unknown>>
  /** Origin by path, e.g. `generator.means`: assumed values say why. */
  readonly origins: Readonly<Record<string, Origin | readonly [Origin, string]>>
  /** Settings that may also be given by a short name, as in `--set grid=21`. */
  readonly short?: Readonly<Record<string, ShortName>>
  /** Settings that one may look for here in vain, by name: why, and what to use instead. */
  readonly absent?: Readonly<Record<string, string>>
}

/** A source with its set-ups and its statements. */
export interface Paper extends Versioned {
  readonly kind: 'paper'
  readonly name: string
  readonly reference: string
  readonly presets: Readonly<Record<string, Preset>>
  readonly claims: readonly Claim[]
}

/** Declares a paper. */
export function definePaper(form: Omit<Paper, 'kind' | 'apiVersion'>): Paper {
  return { ...form, kind: 'paper', apiVersion }
}
