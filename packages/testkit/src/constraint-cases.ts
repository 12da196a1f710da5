import { array, axesOf, type Program } from '@ganglion/calculus'
import {
  authored,
  mapValues,
  wordings,
  type Discriminator,
  type Generator,
  type Symbols,
} from '@ganglion/core'
import { prefixed, type Batch, type Numbers } from './batch.ts'
import type { Case } from './case.ts'
import { check, expectThat, show } from './check.ts'
import { describe } from './definition-cases.ts'
import type { Field } from './field.ts'
import {
  directionLike,
  playerBench,
  programOf,
  randomOf,
  randomStates,
  type PlayerBench,
} from './player-bench.ts'
import type { PlayerSuite } from './player-suite.ts'
import { difference } from './same-bits.ts'
import { compareSlopes } from './slopes.ts'
import { worded } from './worded.ts'

type Player = Discriminator | Generator

/** A constraint in each of its wordings: what it writes, that twice is once, and its pullback on both sides of a crossing. */
export function constraintCases(plugin: Player, suite: PlayerSuite): readonly Case[] {
  if (typeof plugin.constraint !== 'function') return []
  const each = (run: (at: Constrained, words: string) => void) => () => {
    for (const words of wordings(plugin.options)) {
      run(constrained(playerBench(plugin, suite, words)), worded(words))
    }
  }
  return [
    check('constraint: writes declared arrays of the right shape', each(refuseWrites)),
    check('constraint: applied twice is applied once', each(refuseSecond)),
    check('constraint: its pullback on both sides of a crossing', each(comparePullback)),
  ]
}

interface Constrained {
  readonly bench: PlayerBench<Player>
  /** `next.*`, `state.*` -> the arrays of the state, without prefix. */
  readonly apply: Batch
}

function constrained(bench: PlayerBench<Player>): Constrained {
  const { symbols, chosen } = bench
  const next = mapValues(symbols.shapes, (axes, name) => array(`next.${name}`, axes))
  const written = writtenBy(bench, authored(next))
  const program: Program = {
    name: `${chosen.plugin.name}.constraint`,
    inputs: [...Object.values({ ...next }), ...Object.values(symbols.state)]
      .map((leaf) => leaf.symbol)
      .concat(symbols.options),
    outputs: Object.keys(next).map((name) => ({ name, tensor: written[name] ?? next[name]! })),
  }
  return { bench, apply: programOf(bench, program) }
}

function writtenBy({ chosen, symbols }: PlayerBench<Player>, next: Symbols): Symbols {
  return chosen.plugin.constraint!(next, authored(symbols.state), symbols.settings)
}

function refuseWrites({ bench }: Constrained, words: string): void {
  const { symbols } = bench
  const mayWrite = [...symbols.trained, ...symbols.memory]
  for (const [name, tensor] of Object.entries(writtenBy(bench, authored(symbols.state)))) {
    expectThat(
      mayWrite.includes(name),
      () =>
        `constraint${words} writes ${name}; it may write ${mayWrite.join(', ')}: declare the array under parameters or memory`,
    )
    const [wanted, got] = [symbols.shapes[name]!, axesOf(tensor)]
    expectThat(
      wanted.length === got.length && wanted.every((axis, k) => axis === got[k]),
      () =>
        `constraint${words} writes ${name} over axes ${describe(got.map((a) => a.name))}, declared are ${describe(wanted.map((a) => a.name))}`,
    )
  }
}

/** Places that an update may reach: near, far and very far from a settled state. */
function updates({ bench }: Constrained): readonly { before: Numbers; direction: Numbers }[] {
  return randomStates(bench, 6).map((before, k) => {
    const trained = bench.symbols.trained.map((n) => `state.${n}`)
    return { before, direction: directionLike(before, trained, k) }
  })
}

/** `state.*` before and `next.*` after a step of some length, as the constraint meets them. */
function stepped(before: Numbers, direction: Numbers, t: number): Numbers {
  const next = Object.entries(before).map(([name, x]) => {
    const d = direction[name]
    return [name.replace(/^state\./, 'next.'), Array.from(x, (v, k) => v + t * (d?.[k] ?? 0))]
  })
  return { ...before, ...(Object.fromEntries(next) as Numbers) }
}

function refuseSecond(at: Constrained, words: string): void {
  for (const { before, direction } of updates(at)) {
    for (const t of [0, 0.01, 0.5, 3, 1000, ...crossings(at, before, direction)]) {
      const [once] = at.apply([stepped(before, direction, t)])
      const settled = prefixed('state', once!)
      const [twice] = at.bench.settle([settled])
      const where = difference(settled, twice)
      expectThat(where === null, () => {
        const name = where!.replace(/^state\./, '')
        const [array, cell] = [where!.split('[')[0]!, Number(/\[(\d+)\]/.exec(where!)?.[1])]
        return `constraint${words} is not idempotent: ${name} is ${show(settled[array]![cell]!)} after it is applied once, ${show(twice![array]![cell]!)} after twice, a step of ${show(t)} from a random state: what it leaves must be what it would leave again, bit for bit. A constraint that rescales acts again on its own rounding: let it act only beyond a margin such as 1e-9.`
      })
    }
  }
}

/** Lengths of a step just below and above each place where the constraint begins or ends to act. */
function crossings(at: Constrained, before: Numbers, direction: Numbers): readonly number[] {
  const acts = (ts: readonly number[]): readonly boolean[] => {
    const places = ts.map((t) => stepped(before, direction, t))
    return at
      .apply(places)
      .map((after, k) =>
        Object.entries(after).some(([name, values]) =>
          values.some((x, c) => !Object.is(x, places[k]![`next.${name}`]![c])),
        ),
      )
  }
  const places = Array.from({ length: 33 }, (_, k) => k / 8)
  const first = acts(places)
  return places.slice(1).flatMap((to, k) => {
    if (first[k] === first[k + 1]) return []
    let [low, high] = [places[k]!, to]
    for (let n = 0; n < 40; n++) {
      const middle = (low + high) / 2
      if (acts([middle])[0] === first[k]) low = middle
      else high = middle
    }
    return [low - 0.005, high + 0.005]
  })
}

function comparePullback(at: Constrained, words: string): void {
  const { bench } = at
  const { trained } = bench.symbols
  const release = programOf(bench, bench.updates.release)
  updates(at).forEach(({ before, direction }, k) => {
    const random = randomOf(k, 'adjoint')
    const adjoint = mapValues(prefixed('adjoint', pick(before, trained)), (x) =>
      Array.from(x, () => random.normal()),
    )
    const field: Field = {
      value: 'state after the constraint, along an adjoint',
      valueOf: (members) =>
        at
          .apply(members)
          .map((after) =>
            trained.reduce(
              (total, n) =>
                after[n]!.reduce((sum, x, c) => sum + x * adjoint[`adjoint.${n}`]![c]!, total),
              0,
            ),
          ),
      slopesOf: (members) =>
        release(members.map((m) => ({ ...m, ...adjoint, ...movedOf(m, trained) }))).map((s) =>
          prefixed('next', s),
        ),
      moving: Object.fromEntries(trained.map((n) => [`next.${n}`, `pullback${words} to ${n}`])),
    }
    for (const t of [0.01, 0.7, ...crossings(at, before, direction)])
      compareSlopes(field, stepped(before, direction, t), { kinks: true }, `a step of ${show(t)}`)
  })
}

const pick = (numbers: Numbers, names: readonly string[]): Numbers =>
  Object.fromEntries(names.map((n) => [n, numbers[`state.${n}`]!]))

const movedOf = (numbers: Numbers, names: readonly string[]): Numbers =>
  Object.fromEntries(names.map((n) => [`moved.${n}`, numbers[`next.${n}`]!]))
