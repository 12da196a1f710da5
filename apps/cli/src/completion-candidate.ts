/** Something that a half-written word may become. */
export interface Candidate {
  readonly text: string
  /** What it means, on one line. */
  readonly says?: string
}

/** The candidate that stands for the names of files. */
export const files: Candidate = { text: ':files' }
