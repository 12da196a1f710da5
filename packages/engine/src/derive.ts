import { array, narrow, symbolOf, wholeRead, type Axis, type Program } from '@ganglion/calculus'
import {
  assembleDiscriminator,
  assembleGenerator,
  assembleGrowth,
  assembleJoint,
  assembleLookahead,
  assembleUpdate,
  authored,
  isFlat,
  mapValues,
  PlanError,
  PluginError,
  playerSymbols,
  seen,
  sharedAxis,
  type DiscriminatorPrograms,
  type GeneratorPrograms,
  type JointParts,
  type Laws,
  type LookaheadPrograms,
  type MeasureKind,
  type MeasureValues,
  type Plan,
  type PlayerName,
  type PlayerSymbols,
  type UpdatePrograms,
} from '@ganglion/core'
import { grownOf, refuseOptimizer, type Grown } from './grown.ts'

/** Where a coordinate stands that is nothing but another array. */
export interface Standing {
  readonly group: 'state' | 'option'
  readonly name: string
}

/** Everything that follows from a plan's formulas; the members, starts and numbers are not in it. */
export interface Derived {
  readonly generator: GeneratorPrograms
  readonly discriminator: DiscriminatorPrograms
  readonly laws: Laws
  readonly updates: Readonly<Record<PlayerName, UpdatePrograms>>
  /** Its name, for who must refuse it. */
  readonly optimizer: string
  /** Coordinates of the measure whose critique is computed. */
  readonly coordinates: readonly string[]
  /** Coordinates of the measure that are arrays of the generator's state which never change, or its options. */
  readonly standing: Readonly<Record<string, Standing>>
  /** -> the other coordinates. */
  readonly measure: Program
  /** Where a critique is pulled back by nothing but another name: the coordinate of each parameter; null elsewhere. */
  readonly renamed: Readonly<Record<string, string>> | null
  /** -> ascent and critique: what a step needs. */
  readonly respond: Program
  /** -> payoff and loss as the players see them. */
  readonly value: Program
  /** -> the game's own payoff, where the players see another: what a frame tells. */
  readonly own: Program | null
  /** Both moves against one answer, where that is possible. */
  readonly joint: Program | null
  /** Where the discriminator's state grows; null where it does not. */
  readonly growth: Grown<Derived> | null
  /** Derived when somebody looks ahead. */
  readonly lookahead: () => LookaheadPrograms
}

/** How much of a critique is computed: what the generator reads, or all of it, for whoever looks inside. */
export type Extent = 'read' | 'whole'

/** What programs follow from; plans that differ in nothing else share them. */
const formulas = [
  'discriminator',
  'objective',
  'optimizer',
  'regularisers',
  'target',
  'geometry',
  'mirrored',
] as const

interface Known {
  readonly plan: Plan
  readonly derived: Derived
}

const known: Readonly<Record<Extent, WeakMap<Plan['generator'], Known[]>>> = {
  read: new WeakMap(),
  whole: new WeakMap(),
}

/** Derives every program of a game, once for its formulas: neither members nor steps matter. Refuses what cannot work. */
export function derive(plan: Plan, extent: Extent): Derived {
  const like = known[extent].get(plan.generator) ?? []
  const found = like.find((k) => formulas.every((part) => k.plan[part] === plan[part]))
  if (found) return found.derived
  const made = derived(plan, extent)
  known[extent].set(plan.generator, [...like, { plan, derived: made }])
  return made
}

/** Throws the PlanError of a game that cannot work. What a plugin throws by itself is left to the run, which locates it. */
export function refuseImpossible(plan: Plan): void {
  try {
    derive(plan, 'read')
  } catch (error) {
    if (error instanceof PlanError) throw error
    if (error instanceof PluginError && error.cause instanceof PlanError) throw error.cause
  }
}

/** Outputs of a program that are nothing but an array of one group, by the array's name there. */
function readsOf(
  { outputs }: Program,
  group: string,
  names: readonly string[],
): Record<string, string> {
  const found = outputs.map(({ name, tensor }) => {
    const read = wholeRead(tensor)?.name ?? ''
    return [name, read.slice(group.length + 1), read.startsWith(`${group}.`)] as const
  })
  return Object.fromEntries(
    found.flatMap(([name, read, inside]) =>
      inside && names.includes(read) ? [[name, read] as const] : [],
    ),
  )
}

function derived(written: Plan, extent: Extent): Derived {
  const plan = seen(written)
  const generator = assembleGenerator(plan.generator)
  const laws = lawsOf(plan.target, generator.kind, generator.coordinates)
  refuseFlat(plan, generator.kind)
  const discriminator = assembleDiscriminator(plan, laws)
  const coordinates = Object.keys(laws.generated).filter(
    (name) => extent === 'whole' || generator.reads.includes(name),
  )
  const growth = assembleGrowth(plan, discriminator, coordinates)
  const step = new Set([
    ...discriminator.symbols.trained.map((name) => `ascent.${name}`),
    ...coordinates.map((name) => `critique.${name}`),
  ])
  const update = (role: PlayerName, sign: 1 | -1): UpdatePrograms => {
    const { symbols } = role === 'generator' ? generator : discriminator
    const made = assembleUpdate(role, symbols, plan.optimizer, plan[role].plugin.constraint, sign)
    const fixed = fixedOf(symbols)
    const moving = (move: Program): Program => narrow(move, (name) => !fixed.includes(name))
    return { ...made, move: moving(made.move), moveOf: (only) => moving(made.moveOf(only)) }
  }
  const standing = standingOf(generator)
  const renamed = readsOf(generator.pull, 'critique', coordinates)
  const updates = { generator: update('generator', -1), discriminator: update('discriminator', 1) }
  if (growth) refuseOptimizer(plan, updates.discriminator)
  const respond = narrow(discriminator.respond, (name) => step.has(name))
  const pulled = Object.keys(renamed).length === generator.pull.outputs.length ? renamed : null
  let lookahead: LookaheadPrograms | null = null
  return {
    generator,
    discriminator,
    laws,
    optimizer: plan.optimizer.name,
    updates,
    coordinates,
    standing,
    measure: narrow(generator.measure, (name) => !(name in standing)),
    renamed: pulled,
    respond,
    value: narrow(discriminator.respond, (name) => name === 'payoff' || name === 'loss'),
    own: plan === written ? null : payoffOf(written, laws),
    // A state that grows is moved by a plain function: no kernel moves both.
    joint: growth ? null : jointOf({ respond, updates, laws }, generator, discriminator, pulled),
    growth: growth && grownOf(written, growth, (part) => derived(part, extent)),
    lookahead: () =>
      (lookahead ??= assembleLookahead(
        discriminator,
        plan.discriminator.plugin.constraint,
        coordinates,
      )),
  }
}

/** -> the payoff of a game as it is written. */
const payoffOf = (plan: Plan, laws: Laws): Program =>
  narrow(assembleDiscriminator(plan, laws).respond, (name) => name === 'payoff')

function standingOf({ measure, symbols }: GeneratorPrograms): Record<string, Standing> {
  const options = symbols.options.map(({ name }) => name.slice('option.'.length))
  const groups = { state: fixedOf(symbols), option: options } as const
  return Object.fromEntries(
    (['state', 'option'] as const).flatMap((group) =>
      Object.entries(readsOf(measure, group, groups[group])).map(
        ([coordinate, name]): [string, Standing] => [coordinate, { group, name }],
      ),
    ),
  )
}

/** Both moves in one, where the generator trains nothing but coordinates of its law and no noise is drawn. */
function jointOf(
  parts: Omit<JointParts, 'places'>,
  { measure, symbols }: GeneratorPrograms,
  { draws }: DiscriminatorPrograms,
  pulled: Readonly<Record<string, string>> | null,
): Program | null {
  const coordinates = readsOf(measure, 'state', symbols.trained)
  const same = symbols.trained.every((name) => coordinates[pulled?.[name] ?? ''] === name)
  return pulled && same && draws.length === 0 ? assembleJoint({ ...parts, places: pulled }) : null
}

function lawsOf(
  target: MeasureValues,
  kind: Laws['kind'],
  coordinates: Readonly<Record<string, readonly Axis[]>>,
): Laws {
  const generated = mapValues(coordinates, (axes, name) => array(`measure.${name}`, axes))
  const space = kind === 'points' ? symbolOf(generated['positions']!).axes[1]!.size : 1
  refuseApart(target, kind, space)
  const axes: Record<string, readonly Axis[]> =
    target.kind === 'mixture'
      ? {
          weights: [sharedAxis('components', target.means.length)],
          means: [sharedAxis('components', target.means.length)],
          deviation: [],
        }
      : pointAxes(
          target.positions.length,
          target.positions[0]?.length ?? 0,
          kind === 'points' ? symbolOf(generated['positions']!).axes : [],
        )
  return {
    kind,
    targetKind: target.kind,
    generated,
    target: mapValues(axes, (over, name) => array(`target.${name}`, over, { stage: 'fixed' })),
  }
}

/** Both laws must stand in the same space; a mixture stands on the line. */
function refuseApart(target: MeasureValues, kind: Laws['kind'], space: number): void {
  const dimensions = target.kind === 'mixture' ? 1 : (target.positions[0]?.length ?? 0)
  if (space === dimensions) return
  const told = (is: MeasureKind, count: number): string =>
    is === 'mixture' ? 'is a mixture, on the line' : `has ${count} dimensions`
  throw new PlanError(
    `the target ${told(target.kind, dimensions)}, what is generated ${told(kind, space)}: both must have as many dimensions`,
  )
}

function pointAxes(points: number, dimensions: number, like: readonly Axis[]) {
  const same = like[0]?.size === points ? like[0] : sharedAxis('target points', points)
  const space = like[1] ?? sharedAxis('dimensions', dimensions)
  return { positions: [same, space], masses: [same] }
}

function refuseFlat({ discriminator, generator }: Plan, kind: Laws['kind']): void {
  if (kind !== 'points') return
  const dimensions = discriminator.sizes['dimensions'] ?? generator.sizes['dimensions'] ?? 1
  const { plugin } = discriminator
  const symbols = playerSymbols(discriminator)
  const flat = isFlat(
    (x) => plugin.critic(x, authored(symbols.state), symbols.settings),
    dimensions,
  )
  if (flat) {
    throw new PlanError(
      `discriminator ${plugin.name} is flat in x almost everywhere: it can teach points nothing. Use a generator of mixtures, or a discriminator with a slope.`,
    )
  }
}

/** Arrays of a state that neither moves nor constraints write. */
export function fixedOf({ shapes, trained, memory }: PlayerSymbols): string[] {
  return Object.keys(shapes).filter((name) => !trained.includes(name) && !memory.includes(name))
}
