import { readdirSync } from 'node:fs'
import type { Candidate } from './completion-candidate.ts'

/** The runs of the current folder, the newest by its second name too. */
export function runCandidates(): Candidate[] {
  return readdirSync('runs')
    .filter((name) => !name.startsWith('.'))
    .map((text) => ({ text }))
}
