import { array, evaluate, symbolOf, type Expr, type Leaf } from '@ganglion/calculus'
import type { Optimizer } from '@ganglion/core'
import { authoredPorts } from './authored-ports.ts'
import { batch, type Batch, type Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { definitionCases, describe } from './definition-cases.ts'
import { mistakesOnce } from './mistakes-once.ts'
import { difference } from './same-bits.ts'
import { withoutChance } from './without-chance.ts'

/** The conformance suite of an optimizer: named cases, to be run by any test runner or by none. */
export function testOptimizer(written: Optimizer): readonly Case[] {
  const definition = authoredPorts(written)
  return mistakesOnce([
    ...definitionCases(definition, 'optimizer', ['update']),
    check('capabilities: memory that is declared is written, and no other', () => {
      const { memory = [] } = definition
      expectThat(
        Array.isArray(memory) && new Set(memory).size === memory.length,
        () => `memory: expected different names, got ${describe(memory)}`,
      )
      const written = Object.keys(built(definition).outputs).filter((n) => n !== 'change')
      for (const name of written)
        expectThat(
          memory.includes(name),
          () =>
            `update writes memory ${name}; declared are ${memory.join(', ') || 'none'}: add it to memory`,
        )
      for (const name of memory)
        expectThat(
          written.includes(name),
          () =>
            `memory ${name} is declared and never written, so it stays at 0: return it from update, or leave it out`,
        )
    }),
    check('update: no direction, no change at the start', () => {
      const change = first(definition, 0)
      expectThat(
        change === 0,
        () =>
          `a direction of 0 with memory at 0 changes a cell by ${show(change)}: a player at rest would move`,
      )
    }),
    check('update: the first change goes along the direction', () => {
      for (const direction of [1e-3, 0.7, 40])
        for (const sign of [1, -1]) {
          const change = first(definition, sign * direction)
          expectThat(
            Number.isFinite(change) && change * sign > 0,
            () =>
              `a first direction of ${sign * direction} at rate 0.1 changes a cell by ${show(change)}: ascent adds the change and descent subtracts it, so it has the sign of the direction`,
          )
        }
    }),
    check('update: finite after 200 steps of any size', () => {
      for (const scale of [0, 1e-12, 1, 1e6]) {
        for (const { change, ...memory } of walked(definition, scale))
          expectThat(
            [change![0]!, ...Object.values(memory).map((m) => m[0]!)].every(Number.isFinite),
            () =>
              `directions of size ${scale} lead to a change of ${show(change![0]!)} (memory ${describe(memory)}): guard divisions by a memory that is 0`,
          )
      }
    }),
    check('determinism: built twice, by both evaluators, and from a snapshot: same bits', () => {
      const one = withoutChance(definition.name, () => walked(definition, 1))
      const at = difference(one, walked(definition, 1))
      expectThat(at === null, () => `${at} differs between two builds of update`)
      compareEvaluators(definition)
    }),
  ])
}

/** The update as expressions over leaves `direction`, `rate` and the names of its memory. */
function built({ update, memory = [] }: Optimizer) {
  const leaf = (name: string): Leaf<0> => array(name, [])
  const [direction, rate] = [leaf('direction'), leaf('rate')]
  const cells = Object.fromEntries(memory.map((name) => [name, leaf(name)]))
  const answer = update(direction, cells, { rate })
  const outputs: Readonly<Record<string, Expr>> = { ...answer.memory, change: answer.change }
  return { inputs: [direction, rate, ...Object.values(cells)], outputs }
}

function runOf(definition: Optimizer): Batch {
  const { inputs, outputs } = built(definition)
  return batch({
    name: definition.name,
    inputs: inputs.map(symbolOf),
    outputs: Object.entries(outputs).map(([name, tensor]) => ({ name, tensor })),
  })
}

const zeros = ({ memory = [] }: Optimizer): Numbers =>
  Object.fromEntries(memory.map((name) => [name, [0]]))

/** The first change of a cell at rate 0.1. */
function first(definition: Optimizer, direction: number): number {
  const [after] = runOf(definition)([{ ...zeros(definition), direction: [direction], rate: [0.1] }])
  return after!['change']![0]!
}

/** What 200 steps at rate 0.1 answer, along directions of one size and changing sign. */
function walked(definition: Optimizer, scale: number): readonly Record<string, number[]>[] {
  const run = runOf(definition)
  let memory = zeros(definition)
  return Array.from({ length: 200 }, (_, k) => {
    const direction = [scale * ((k % 7) - 2.5)]
    const [after] = run([{ ...memory, direction, rate: [0.1] }])
    const { change: _change, ...kept } = after!
    // Read back from what was written, as after a pause: -0 stays -0.
    memory = structuredClone(kept)
    return after!
  })
}

function compareEvaluators(definition: Optimizer): void {
  const { outputs } = built(definition)
  const numbers = Object.fromEntries((definition.memory ?? []).map((name, k) => [name, [0.3 + k]]))
  const here: Readonly<Record<string, number[]>> = { ...numbers, direction: [-0.7], rate: [0.1] }
  const [compiled] = runOf(definition)([here])
  for (const [name, tensor] of Object.entries(outputs)) {
    const plain = evaluate(tensor, here)
    expectThat(
      Object.is(plain, compiled![name]![0]),
      () =>
        `${name} is ${show(compiled![name]![0]!)} compiled and ${show(plain)} by the reference evaluator`,
    )
  }
}
