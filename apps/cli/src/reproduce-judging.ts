import {
  judgeRun,
  judgeSweep,
  nameOfRate,
  rateIn,
  type Claim,
  type Finding,
  type GamesClaim,
  type Laboratory,
  type Paper,
  type RateOf,
  type RunClaim,
  type Scale,
  type SummaryClaim,
  type SweepClaim,
  type SystemsClaim,
} from '@ganglion/core'
import { SweepError, type LiveSweep } from '@ganglion/sweep'
import { seenIn } from './report-claims.ts'
import { playSingle, type PlayedSingle } from './report-single.ts'
import { playGames } from './reproduce-game.ts'
import { keyOf, playSweep, type PlayedSweep } from './reproduce-sweep.ts'

/** A claim that was judged, and the stored runs that it was judged by. */
export interface Judged {
  readonly claim: Claim
  readonly finding: Finding
  readonly runs: readonly string[]
}

/** Judges the claims of a paper; what several of them look at is played once. */
export class Judging {
  readonly #paper: Paper
  readonly #scale: Scale
  readonly #jobs: number
  readonly #ascii: boolean
  /** Runs that were played, in order. */
  readonly played = new Map<string, PlayedSingle>()
  readonly #sweeps = new Map<string, PlayedSweep>()
  #laboratory: Laboratory | null = null
  #stopped = false
  #live: LiveSweep | null = null

  /** `ascii`: draw the maps of sweeps with plain characters. */
  constructor(paper: Paper, scale: Scale, jobs: number, ascii = false) {
    this.#paper = paper
    this.#scale = scale
    this.#jobs = jobs
    this.#ascii = ascii
  }

  /** Names of the sweeps that were played, in order. */
  get runs(): readonly string[] {
    return [...this.#sweeps.values()].map(({ run }) => run)
  }

  /** Ends after the chunks or the game in flight. */
  stop(): void {
    this.#stopped = true
    this.#live?.stop()
  }

  /** Plays what a claim needs and judges it; null when it was stopped before. */
  async judge(claim: Claim): Promise<Judged | null> {
    if (this.#stopped) return null
    switch (claim.kind) {
      case 'run':
        return { claim, finding: judgeRun(claim, seenIn(await this.#play(claim))), runs: [] }
      case 'sweep':
      case 'summary':
        return this.#judgeSweeps(claim)
      case 'games':
        return this.#judgeGames(claim)
      case 'theory':
        return { claim, finding: claim.check(claim.draws[this.#scale], claim.seed), runs: [] }
      case 'systems':
        return this.#judgeSystems(claim)
    }
  }

  async #play({ preset, set = [] }: RunClaim): Promise<PlayedSingle> {
    const { name, presets } = this.#paper
    const key = JSON.stringify([preset, ...set])
    const played =
      this.played.get(key) ?? (await playSingle(`${name}/${preset}`, presets[preset]!.title, set))
    this.played.set(key, played)
    return played
  }

  async #judgeSystems(claim: SystemsClaim): Promise<Judged> {
    this.#laboratory ??= await laboratory()
    const finding = await claim.check(claim.draws[this.#scale], claim.seed, this.#laboratory)
    return { claim, finding, runs: [] }
  }

  async #judgeGames(claim: GamesClaim): Promise<Judged | null> {
    const configs = claim.games(claim.draws[this.#scale], claim.seed)
    const played = await playGames(configs, () => this.#stopped)
    return this.#stopped ? null : { claim, finding: claim.judge(played), runs: [] }
  }

  async #judgeSweeps(claim: SweepClaim | SummaryClaim): Promise<Judged | null> {
    const found = new Map<string, PlayedSweep>()
    for (const [name, use] of Object.entries(claim.sweeps)) {
      const key = keyOf(use, this.#scale)
      const set = {
        paper: this.#paper.name,
        scale: this.#scale,
        jobs: this.#jobs,
        ascii: this.#ascii,
      }
      const sweep =
        this.#sweeps.get(key) ?? (await playSweep(use, set, (live) => this.#follow(live)))
      if (!sweep) return null
      this.#sweeps.set(key, sweep)
      found.set(name, sweep)
      if (this.#stopped) return null
    }
    const finding =
      claim.kind === 'sweep'
        ? judgeSweep(claim, (of) => rateOf(found, of))
        : claim.judge(Object.fromEntries([...found].map(([name, one]) => [name, one.summary])))
    return { claim, finding, runs: [...found.values()].map(({ run }) => run) }
  }

  #follow(live: LiveSweep): void {
    this.#live = live
    if (this.#stopped) live.stop()
  }
}

/** The mean rate of a region in a sweep. Throws a SweepError for what its summary lacks. */
function rateOf(sweeps: ReadonlyMap<string, PlayedSweep>, of: RateOf): number {
  const { run, summary } = sweeps.get(of.sweep) ?? { run: of.sweep, summary: [] }
  const rate = rateIn(summary, of)
  if (!Number.isNaN(rate)) return rate
  throw new SweepError(
    `${run}: a claim speaks of ${nameOfRate(of)}, which its summary does not hold for one group`,
  )
}

/** Systems of a claim are planned as all games are. Loaded when one asks: linear algebra takes its time. */
async function laboratory(): Promise<Laboratory> {
  const [{ laboratoryOf }, { prepare }] = await Promise.all([
    import('@ganglion/stability'),
    import('ganglion'),
  ])
  return laboratoryOf((config) => prepare(config))
}
