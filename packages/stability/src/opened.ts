import { axesOf, javascript } from '@ganglion/calculus'
import type { Rules } from '@ganglion/core'
import { layStudy } from '@ganglion/engine'
import type { Taught } from './dual-history.ts'
import { JointMap } from './linearisation.ts'
import { NoEquilibrium, NoJacobian } from './no-jacobian.ts'
import type { Numbers, Point } from './point.ts'
import { standIn, sumOf } from './stand-in.ts'

/** A map, and a point of it. */
export interface Opened {
  readonly map: JointMap
  readonly point: Point
}

/**
 * The steps of a game about a point. Where the state of the discriminator grows, that of its stand-in: `step` keeps the
 * function as it is and follows its changes at the places that the step teaches; `equilibrium` begins at the converged function,
 * of which nothing else is left at rest. Throws a NoJacobian.
 */
export function opened(rules: Rules, point: Point, at: 'step' | 'equilibrium'): Opened {
  if (rules.discriminator.plugin.advance === undefined) return { map: new JointMap(rules), point }
  refuseRough(rules)
  const { atoms: past, space } = historyOf(rules, point)
  if (at === 'step') {
    const probes = probesOf(rules, point, space, 1)
    const taught = taughtBy(rules, laid(rules, point, probes, [...past, ...taken(probes)]))
    return beside(rules, point, taught, past)
  }
  // Where a function that is as good as 0 leads: it is forgotten at rest.
  const taught = taughtBy(rules, laid(rules, point, probesOf(rules, point, space, 1e-9), []))
  return converged(rules, point, taught)
}

/** An atom: where it stands, its weight and spread. */
interface Atom {
  readonly place: readonly number[]
  readonly weight: number
  readonly spread: number
}

/** Cusps have no slope. */
function refuseRough(rules: Rules): void {
  const { sizes, options } = rules.discriminator
  const reason = sumOf(rules).rough?.({ ...sizes, ...options })
  if (reason) throw new NoJacobian(reason, 'Analyse a smooth kernel (rbf, rational-quadratic)')
}

/** As many atoms as places are taught, somewhere. */
function probesOf(rules: Rules, point: Point, space: number, weight: number): Atom[] {
  const place = Array.from({ length: space }, () => 0)
  return Array.from({ length: sourcesOf(rules, point) }, () => ({ place, weight, spread: 0 }))
}

/** What is taught in the step that is due. */
function taughtBy({ discriminator }: Rules, { map, point }: Opened): readonly Taught[] {
  const [first, ...others] = map.taught(point)
  if (!first)
    throw new NoJacobian(
      `a step teaches discriminator ${discriminator.plugin.name} nothing`,
      'Analyse a dynamics in which the discriminator moves',
    )
  if (others.some((other) => JSON.stringify(placesOf(other)) !== JSON.stringify(placesOf(first))))
    throw new NoJacobian(
      'a step teaches the discriminator at two sets of places',
      'Analyse a dynamics whose generator moves once in a step, or random features of the same kernel',
    )
  return first
}

const placesOf = (laws: readonly Taught[]): unknown => laws.map(({ places }) => places)

/** What makes up for atoms that were added. */
const taken = (atoms: readonly Atom[]): Atom[] =>
  atoms.map((atom) => ({ ...atom, weight: -atom.weight }))

/** The function as it is, and beside it an atom of weight 1 at each place, which is taken off from what only fades. */
function beside(
  rules: Rules,
  point: Point,
  taught: readonly Taught[],
  past: readonly Atom[],
): Opened {
  const atoms = taught.flatMap(({ places, spread }) =>
    places.map((place): Atom => ({ place, weight: 1, spread })),
  )
  return laid(rules, point, atoms, [...past, ...taken(atoms)])
}

/** The function that teaching at these places for ever leads to: weights share rate / (1 - q). */
function converged(rules: Rules, point: Point, taught: readonly Taught[]): Opened {
  const sum = sumOf(rules)
  const { discriminator } = rules
  // Of any rate: the ratio is that of 1 and the ridge.
  const options = Object.entries(point.players.discriminator.options).map(([n, [x]]) => [n, x])
  const settings = {
    ...discriminator.sizes,
    ...discriminator.options,
    ...Object.fromEntries(options),
  }
  const rate = 1e-6
  const lost = (1 - sum.keeps(rate, settings)) / rate
  if (!(lost > 0))
    throw new NoEquilibrium(
      `discriminator ${discriminator.plugin.name} forgets nothing: what it is taught is added for ever, and it rests nowhere`,
      'Give it a ridge (discriminator.lambda above 0), or analyse a step: --at step',
    )
  const atoms = taught.flatMap(({ places, shares, spread }) =>
    places.map((place, n): Atom => ({ place, weight: shares[n]! / lost, spread })),
  )
  if (atoms.some(({ weight }) => weight === 0))
    throw new NoJacobian('a place teaches nothing: it has no mass', 'Leave points without mass out')
  return laid(rules, point, atoms, [])
}

/** Rounded up to a power of two with atoms of no weight, so that a history that grows needs few stand-ins. */
function rounded(past: readonly Atom[]): readonly Atom[] {
  if (past.length === 0) return past
  let room = 16
  while (room < past.length) room *= 2
  const nothing = { ...past[0]!, weight: 0 }
  return [...past, ...Array.from({ length: room - past.length }, () => nothing)]
}

function laid(rules: Rules, point: Point, atoms: readonly Atom[], fading: readonly Atom[]): Opened {
  const past = rounded(fading)
  const numbers = (all: readonly Atom[], of: (atom: Atom) => readonly number[]): Float64Array =>
    Float64Array.from(all.flatMap(of))
  const state: Numbers = {
    weights: numbers(atoms, ({ weight }) => [weight]),
    moments: numbers(atoms, ({ place }) => place.map(() => 0)),
    anchors: numbers(atoms, ({ place }) => place),
    spreads: numbers(atoms, ({ spread }) => [spread]),
    elsewhere: Float64Array.of(0),
    used: Float64Array.of(atoms.length),
    ...(past.length > 0 && {
      pastWeights: numbers(past, ({ weight }) => [weight]),
      pastPlaces: numbers(past, ({ place }) => place),
      pastSpreads: numbers(past, ({ spread }) => [spread]),
    }),
  }
  const { generator, discriminator } = point.players
  const players = { generator, discriminator: { ...discriminator, state } }
  const map = standingIn(rules, atoms.length, past.length)
  return { map, point: { ...point, players } }
}

const known = new WeakMap<Rules, Map<string, JointMap>>()

/** The map of a stand-in, derived once for its sizes. */
function standingIn(rules: Rules, open: number, past: number): JointMap {
  const maps = known.get(rules) ?? new Map<string, JointMap>()
  known.set(rules, maps)
  const key = `${open}:${past}`
  const map = maps.get(key) ?? new JointMap(standIn(rules, { open, past }))
  maps.set(key, map)
  return map
}

/** The state of a discriminator that has the function of its stand-in, to be played on from; that of others as it is. */
export function closed(rules: Rules, { players }: Point): Numbers {
  const { discriminator } = rules
  const { state } = players.discriminator
  if (discriminator.plugin.advance === undefined) return state
  const { places, weights, scale, spreads } = sumOf(rules)
  const { used, size } = discriminator.plugin.grows!
  const room = discriminator.sizes[size]!
  const { weights: w, moments: m, anchors } = state
  const space = m!.length / w!.length
  const filled = (numbers: Float64Array): Float64Array => {
    const all = new Float64Array((numbers.length / w!.length) * room)
    all.set(numbers)
    return all
  }
  return {
    [places]: filled(m!.map((x, k) => anchors![k]! + x / w![Math.floor(k / space)]!)),
    [weights]: filled(w!),
    [spreads]: filled(state['spreads']!),
    [scale]: Float64Array.of(1),
    [used]: Float64Array.of(w!.length),
  }
}

/** The atoms of a state that grows. */
function historyOf(
  { discriminator }: Rules,
  point: Point,
): { readonly atoms: readonly Atom[]; readonly space: number } {
  const { plugin, sizes } = discriminator
  const { places, weights, scale, spreads } = sumOf({ discriminator })
  const { state } = point.players.discriminator
  const used = state[plugin.grows!.used]![0]!
  const space = state[places]!.length / sizes[plugin.grows!.size]!
  const atoms = Array.from({ length: used }, (_, h): Atom => ({
    place: Array.from(state[places]!.subarray(h * space, (h + 1) * space)),
    weight: state[scale]![0]! * state[weights]![h]!,
    spread: state[spreads]![h]!,
  }))
  return { atoms, space }
}

const sources = new WeakMap<Rules, number>()

/** How many places the two laws have. */
function sourcesOf(rules: Rules, { member }: Point): number {
  const found = sources.get(rules)
  if (found !== undefined) return found
  const plan = { ...rules, members: 1, metrics: [], detectors: [] }
  const { laws } = layStudy(plan, { backend: javascript, firstMember: member }).derived
  const count = [laws.target, laws.generated].reduce(
    (all, law) => all + axesOf((law['masses'] ?? law['weights'])!)[0]!.size,
    0,
  )
  sources.set(rules, count)
  return count
}
