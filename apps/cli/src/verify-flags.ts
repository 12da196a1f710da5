/** Flags of `verify`. */
export interface VerifyFlags {
  /** Chunks that are played again. */
  readonly chunks?: number
  readonly jobs?: number
  readonly json?: boolean
}
