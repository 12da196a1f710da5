import type { RunFlags } from './run-flags.ts'

/** Limits of plugins, in the units of the library: the flag's seconds as milliseconds. */
export function limitsOf({ deadline, memory }: Pick<RunFlags, 'deadline' | 'memory'>): {
  deadlineMs?: number
  memoryMb?: number
} {
  return {
    ...(deadline === undefined ? {} : { deadlineMs: deadline * 1000 }),
    ...(memory === undefined ? {} : { memoryMb: memory }),
  }
}
