/**
 * Games of one shape that start at an equilibrium: the same plugins, sizes and words, and numbers of their own. Arrays are
 * row-major.
 */
export interface Systems {
  readonly config: Readonly<Record<string, unknown>>
  readonly each: readonly {
    /** By path: `generator.positions`, `discriminator.sigma`, `dynamics.generatorRate`, `target.masses`. */
    readonly numbers: Readonly<Record<string, readonly number[]>>
    /** By how much its `generator.positions` are moved from rest before it is played. */
    readonly nudge: readonly number[]
  }[]
  /** Growth exponent times steps that a system is played for. */
  readonly decided: number
  /** Systems that need more steps are not played. */
  readonly mostSteps: number
  /** How far from where it starts an equilibrium may be, in a coordinate of a point; as good as not at all by default. */
  readonly within?: number
}

/** What an equilibrium did, by its eigenvalues and when it was played. */
export interface Examined {
  /** ln of the greatest modulus of an eigenvalue of a step about the equilibrium; those that are 1 do not count. */
  readonly exponent: number
  /** Steps that were played; 0 where too many were needed. */
  readonly steps: number
  /** `generator.positions` at rest, when play began, and at its end. */
  readonly rest: readonly number[]
  readonly start: readonly number[]
  readonly end: readonly number[]
}

/** Games of one shape that start anywhere. */
export interface Games {
  readonly config: Readonly<Record<string, unknown>>
  /** By path; also arrays that no user gives, as `discriminator.atoms`. */
  readonly each: readonly Readonly<Record<string, readonly number[]>>[]
  readonly after: readonly number[]
}

/** Where claims have systems analysed and played: by the same Jacobian and the same engine that everybody has. */
export interface Laboratory {
  /** Rejects with a NoJacobian where a system does not start at an equilibrium. */
  readonly examine: (systems: Systems) => Promise<readonly Examined[]>
  /** `generator.positions` of each game after each of these steps, which rise. Rejects with the PluginError of one that fails. */
  readonly play: (games: Games) => Promise<readonly (readonly (readonly number[])[])[]>
}
