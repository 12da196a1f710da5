import type { Generator } from '@ganglion/core'
import { generatorBench } from './generator-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import type { Workings } from './repeat-cases.ts'

/** What a generator computes: its measure, pull and push, and how it moves. */
export function generatorWorkings(plugin: Generator, suite: PlayerSuite): Workings {
  return () => {
    const bench = generatorBench(plugin, suite)
    const { measure, pull, push } = bench.programs
    const { move, settle } = bench.player.updates
    return { programs: [measure, pull, push, move, settle], places: bench.places(2) }
  }
}
