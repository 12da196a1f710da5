import { axesOf, constantValue, elementAt } from '@ganglion/calculus'
import type { Block, PlayerName } from '@ganglion/core'
import { fixedOf, type Derived } from '@ganglion/engine'
import { linearised } from './linear.ts'
import type { Point } from './point.ts'
import { mapBlocks } from './script-memory.ts'
import { openArrays } from './stand-in.ts'

/** Coordinates of the joint state that stand in one array. */
export interface Section {
  /** `generator.means`, `generator.optimizer.momentum.means`, `memory.ring.0.coordinates.means`. */
  readonly path: string
  readonly cells: number
}

/** The arrays of a player that are part of the joint state. */
export type JointArrays = Readonly<Record<PlayerName, readonly string[]>>

/** The two who move, in the order of their coordinates. */
export const roles = ['generator', 'discriminator'] as const satisfies readonly PlayerName[]

/**
 * The arrays whose numbers change along with one another: all that is trained, and memory that hears it. Memory that only
 * switches (whether an interval is alive) is constant near a state: it is no coordinate, and adds no eigenvalue 1. Of a state
 * that grows they are those of its stand-in.
 */
export function jointArrays(derived: Derived): JointArrays {
  const of = (role: PlayerName): readonly string[] => {
    if (role === 'discriminator' && derived.growth) return openArrays
    const { symbols } = derived[role]
    const fixed = new Set([...fixedOf(symbols), ...symbols.memory].map((name) => `state.${name}`))
    const moves = (input: string): boolean =>
      /^(?:state|memory|direction)\./.test(input) && !fixed.has(input)
    const { outputs } = linearised(derived.updates[role].move, moves)
    const hears = (name: string): boolean => {
      const tensor = outputs.find((o) => o.name === name)?.tensor
      if (!tensor) return false
      return (
        constantValue(
          elementAt(
            tensor,
            axesOf(tensor).map(() => 0),
          ),
        ) !== 0
      )
    }
    return [...symbols.trained, ...symbols.memory.filter(hears)]
  }
  return { generator: of('generator'), discriminator: of('discriminator') }
}

/** The joint state of a point: its sections, and their numbers one after the other. */
export function vectorOf(
  point: Point,
  arrays: JointArrays,
): { readonly sections: readonly Section[]; readonly numbers: Float64Array } {
  const sections: Section[] = []
  const numbers: number[] = []
  const add = (path: string, values: Float64Array): void => {
    sections.push({ path, cells: values.length })
    for (const value of values) numbers.push(value)
  }
  for (const role of roles) {
    const { state, optimizer } = point.players[role]
    for (const name of arrays[role]) add(`${role}.${name}`, state[name]!)
    for (const [name, values] of Object.entries(optimizer)) add(`${role}.optimizer.${name}`, values)
  }
  mapBlocks(point.memory, (block: Block, path) => {
    add(`memory.${path}`, block.numbers)
    return block
  })
  return { sections, numbers: Float64Array.from(numbers) }
}

/** A point with other numbers for its joint state, in the order of `vectorOf`. */
export function pointAt(point: Point, arrays: JointArrays, numbers: Float64Array): Point {
  let from = 0
  const take = (like: Float64Array): Float64Array => numbers.slice(from, (from += like.length))
  const player = (role: PlayerName): Point['players'][PlayerName] => {
    const { state, optimizer, options } = point.players[role]
    const moved = arrays[role].map((name) => [name, take(state[name]!)] as const)
    const kept = Object.entries(optimizer).map(([name, like]) => [name, take(like)] as const)
    return {
      state: { ...state, ...Object.fromEntries(moved) },
      optimizer: Object.fromEntries(kept),
      options,
    }
  }
  // In this order: each takes what follows.
  const generator = player('generator')
  const discriminator = player('discriminator')
  const memory = mapBlocks(point.memory, (b) => ({ ...b, numbers: take(b.numbers) }))
  return { ...point, players: { generator, discriminator }, memory }
}
