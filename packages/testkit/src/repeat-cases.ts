import { evaluate, type Program } from '@ganglion/calculus'
import { mapValues } from '@ganglion/core'
import { batch, type Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat } from './check.ts'
import { lazily } from './lazily.ts'
import { difference } from './same-bits.ts'
import { withoutChance } from './without-chance.ts'

/** What a player computes: programs, and places to run them at. Made anew on every call, from the definition. */
export type Workings = () => {
  readonly programs: readonly Program[]
  /** Numbers for every input of every program. */
  readonly places: readonly Numbers[]
}

/** Same bits: built twice, three members at once, by the reference evaluator, and from a snapshot that was read back. */
export function repeatCases(
  { name }: { readonly name: string },
  workings: Workings,
): readonly Case[] {
  const once = lazily(workings)
  return [
    check('determinism: built twice without chance or time, same bits', () => {
      const first = withoutChance(name, () => results(workings()))
      refuse(first, results(workings()), 'between two builds of the same definition')
    }),
    check('determinism: three members at once are each alone', () => {
      const { programs, places } = once()
      for (const program of programs) {
        const run = batch(program)
        const three = [places[0]!, places[1]!, places[0]!]
        const alone = three.map((place) => run([place])[0])
        refuse(run(three), alone, `of ${program.name} between three members at once and each alone`)
      }
    }),
    check('determinism: the reference evaluator gives the bits of the compiled program', () => {
      const { programs, places } = once()
      for (const program of programs) {
        const [compiled] = batch(program)([places[0]!])
        const inputs = mapValues(places[0]!, (x) => Array.from(x))
        const plain = program.outputs.map(({ name: output, tensor }) => {
          const value = evaluate(tensor, inputs)
          return [output, typeof value === 'number' ? [value] : Array.from(value)]
        })
        refuse(
          compiled,
          Object.fromEntries(plain),
          `of ${program.name} between evaluate and compile`,
        )
      }
    }),
    check('snapshot: a state written out and read back goes on with the same bits', () => {
      const { programs, places } = once()
      // -0 is a number that careless writing loses.
      const signed = mapValues(places[1]!, (x, array) =>
        array.startsWith('state.') ? Array.from(x, (v, k) => (k === 0 ? -0 : v)) : Array.from(x),
      )
      const written = structuredClone(mapValues(signed, (x) => Float64Array.from(x)))
      const fresh = workings()
      programs.forEach((program, k) =>
        refuse(
          batch(program)([signed]),
          batch(fresh.programs[k]!)([written]),
          `of ${program.name} between going on and going on from a snapshot`,
        ),
      )
    }),
  ]
}

/** Everything that a player computes at its places, by program. */
export function results({ programs, places }: ReturnType<Workings>): unknown {
  return Object.fromEntries(programs.map((program) => [program.name, batch(program)(places)]))
}

function refuse(a: unknown, b: unknown, between: string): void {
  const at = difference(a, b)
  expectThat(
    at === null,
    () =>
      `${at} differs ${between}: keep nothing outside of the definition, draw only from the stream that a port hands you`,
  )
}
