import { javascript } from '@ganglion/calculus'
import {
  mapValues,
  ports,
  type Ask,
  type Block,
  type Blocks,
  type PlayerName,
  type Rules,
} from '@ganglion/core'
import { layStudy, type Study } from '@ganglion/engine'
import { DualDiscriminator } from './dual-discriminator.ts'
import { DualGenerator } from './dual-generator.ts'
import { DualHistory } from './dual-history.ts'
import { jointArrays, roles, type JointArrays } from './joint-state.ts'
import { NoJacobian } from './no-jacobian.ts'
import type { Numbers, Point } from './point.ts'
import { mapBlocks } from './script-memory.ts'
import { isStandIn } from './stand-in.ts'

/** A step that asks more often than this never ends. */
const mostAsks = 100_000

const moves = new Set(['ascend', 'descend', 'become'])

/** Asked by a step that draws noise in an ensemble of several: noise differs from member to member, directions must not. */
export class Noisy extends Error {}

/**
 * A step played by the dynamics' own script on (value, tangent) messages. All members stand at the same point, each with a
 * direction of its own: one pass tells how the point after the step changes along all of them.
 */
export class Rehearsal {
  readonly arrays: JointArrays
  readonly lanes: number
  /** Whose noise and target these are. */
  readonly member: number
  readonly #study: Study
  readonly #duals: { readonly generator: DualGenerator; readonly discriminator: DualDiscriminator }
  readonly #target: Numbers
  #asksNoise = false

  constructor(written: Rules, lanes: number, member: number) {
    const plan = { ...written, members: lanes, metrics: [], detectors: [] }
    refuseGrowing(plan)
    this.lanes = lanes
    this.member = member
    this.#study = layStudy(plan, { backend: javascript, firstMember: member })
    // A target that is drawn for each member is that of the one that is analysed.
    this.#target = mapValues(this.#study.table.target, (block) => oneOf(block).numbers)
    this.arrays = jointArrays(this.#study.derived)
    this.#duals = {
      generator: new DualGenerator(this.#study, javascript),
      discriminator: new DualDiscriminator(this.#study, javascript),
    }
  }

  /** Whether a step draws random numbers: then it is another map each time. Known of scripts once they have been played. */
  get random(): boolean {
    const { generator, respond } = this.#study.derived
    const drawn = respond.inputs.some(({ name }) => name.startsWith('noise.'))
    return drawn || Object.keys(generator.noise).length > 0 || this.#asksNoise
  }

  /** What a state that grows was taught in the step that was played last, move by move; empty for others. */
  get taught(): DualHistory['taught'] {
    const { dual } = this.#duals.discriminator
    return dual instanceof DualHistory ? dual.taught : []
  }

  /**
   * Plays a step from a point; `seed` adds tangents to the blocks of the joint state, in the order of its sections.
   * Returns those blocks after the step, and what the script remembers.
   */
  play(point: Point, seed: (cells: number) => Float64Array) {
    if (this.random && this.lanes > 1) throw new Noisy()
    this.#place(point)
    for (const role of roles) {
      const { state, optimizer } = point.players[role]
      const names = this.arrays[role]
      const aimed = (all: Numbers, only: readonly string[]) =>
        Object.fromEntries(only.map((name) => [name, seed(all[name]!.length)]))
      const moving = aimed(state, names)
      this.#duals[role].dual.aim(moving, aimed(optimizer, Object.keys(optimizer)))
    }
    const memory = mapBlocks(point.memory, (b) => ({
      ...b,
      members: this.lanes,
      numbers: this.#tiled(b.numbers),
      tangent: seed(b.cells),
    }))
    this.#step(memory, point.only)
    const after = this.#after(memory)
    this.#study.table.generator.recycle()
    this.#study.table.discriminator.recycle()
    return after
  }

  #place(point: Point): void {
    const { table, rates } = this.#study
    const put = (to: Blocks, from: Numbers): void => {
      for (const [name, block] of Object.entries(to)) block.numbers.set(this.#tiled(from[name]!))
    }
    for (const role of roles) {
      const { state, optimizer, options } = point.players[role]
      const { player } = table[role]
      put(player.state, state)
      put(player.memory, optimizer)
      put(player.options, options)
    }
    put(rates, point.rates)
    put(table.target, { ...this.#target, ...point.target })
    table.generator.draws = point.draws
    table.discriminator.step = point.step
  }

  #tiled(numbers: Float64Array): Float64Array {
    const { lanes } = this
    const all = new Float64Array(numbers.length * lanes)
    numbers.forEach((value, cell) => all.fill(value, cell * lanes, (cell + 1) * lanes))
    return all
  }

  #step(memory: unknown, only: PlayerName | null): void {
    const steps = this.#study.script.step(ports, memory)
    let sent: unknown
    for (let asked = 0; asked < mostAsks; asked++) {
      const { done, value: ask } = steps.next(sent)
      if (done) return
      sent = only && ask.player !== only && moves.has(ask.port) ? undefined : this.#answer(ask)
    }
    throw new RangeError(`the script asked ${mostAsks} times in one step: a step must end`)
  }

  #answer(ask: Ask<unknown>): unknown {
    if (ask.port === 'noise') {
      this.#asksNoise = true
      if (this.lanes > 1) throw new Noisy()
    }
    return this.#duals[ask.player].answer(ask)
  }

  #after(memory: unknown) {
    const blocks: [path: string, block: Block][] = []
    for (const role of roles) {
      const { state, memory: kept } = this.#duals[role].dual
      for (const name of this.arrays[role]) blocks.push([`${role}.${name}`, state[name]!])
      for (const [name, block] of Object.entries(kept))
        blocks.push([`${role}.optimizer.${name}`, block])
    }
    const first = (block: Block): Block => ({ ...oneOf(block), members: 1 })
    mapBlocks(memory, (block, path) => {
      blocks.push([`memory.${path}`, block])
      return block
    })
    return {
      blocks,
      point: (before: Point): Point => this.#pointAfter(before, mapBlocks(memory, first)),
    }
  }

  /** The first member after the step. Valid until the next one is played. */
  #pointAfter(before: Point, memory: unknown): Point {
    const { table } = this.#study
    const numbers = (blocks: Blocks): Numbers =>
      Object.fromEntries(Object.entries(blocks).map(([n, b]) => [n, oneOf(b).numbers]))
    const player = (role: PlayerName): Point['players'][PlayerName] => ({
      ...before.players[role],
      state: numbers(table[role].player.state),
      optimizer: numbers(table[role].player.memory),
    })
    return {
      ...before,
      step: before.step + 1,
      draws: table.generator.draws,
      players: { generator: player('generator'), discriminator: player('discriminator') },
      memory,
    }
  }
}

/** The numbers of the first member. */
function oneOf({ cells, members, layout, numbers }: Block): Block {
  const first = Float64Array.from({ length: cells }, (_, cell) => numbers[cell * members]!)
  return { cells, members: 1, layout, numbers: first }
}

/** The step of a state that grows maps between spaces of other dimensions: that of its stand-in does not. */
function refuseGrowing(rules: Rules): void {
  const { plugin } = rules.discriminator
  if (plugin.advance === undefined || isStandIn(plugin)) return
  throw new NoJacobian(
    `the state of discriminator ${plugin.name} grows from step to step: the step maps between spaces of other dimensions`,
    plugin.grows?.sum
      ? 'Open the point first, with `opened`'
      : 'Analyse a family of fixed size, such as random features of the same kernel',
  )
}
