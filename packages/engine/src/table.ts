import { array, symbolOf, type Axis, type Backend } from '@ganglion/calculus'
import {
  assembleDiscriminator,
  assembleGenerator,
  authored,
  isFlat,
  mapValues,
  PlanError,
  playerSymbols,
  sharedAxis,
  type Block,
  type Blocks,
  type Laws,
  type MeasureValues,
  type Plan,
} from '@ganglion/core'
import { DiscriminatorDesk } from './discriminator-desk.ts'
import { GeneratorDesk } from './generator-desk.ts'
import { cellsOf, type PlayerSetup } from './player.ts'
import { block } from './pool.ts'

/** Both players at the table, and the target between them. */
export interface Table {
  readonly generator: GeneratorDesk
  readonly discriminator: DiscriminatorDesk
  readonly target: Blocks
}

/** How the players are seated. */
export interface Seating {
  readonly backend: Backend
  /** Global number of the first member: streams are keyed by it, so chunking changes nothing. */
  readonly firstMember: number
  readonly poison: boolean
}

/** Derives every program of a game and gives the players their starts. Refuses what cannot work. */
export function layTable(plan: Plan, { backend, firstMember, poison }: Seating): Table {
  const programs = assembleGenerator(plan.generator)
  const laws = lawsOf(plan.target, programs.kind, programs.coordinates)
  refuseFlat(plan, programs.kind)
  const judged = assembleDiscriminator(plan, laws)
  const common = {
    optimizer: plan.optimizer,
    members: plan.members,
    firstMember,
    seed: plan.seed,
    backend,
    poison,
  }
  const generatorSetup: PlayerSetup = {
    ...common,
    role: 'generator',
    chosen: plan.generator,
    symbols: programs.symbols,
    constraint: plan.generator.plugin.constraint,
  }
  const discriminatorSetup: PlayerSetup = {
    ...common,
    role: 'discriminator',
    chosen: plan.discriminator,
    symbols: judged.symbols,
    constraint: plan.discriminator.plugin.constraint,
  }
  const make = (cells: number): Block => block((n) => backend.allocate(n), cells, plan.members)
  const target = targetBlocks(plan.target, laws, make)
  const terms = mapValues(judged.terms, (_, name) => {
    const [plugin, option] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)]
    const made = make(1)
    made.numbers.fill(
      Number(plan.regularisers.find((r) => r.plugin.name === plugin)!.options[option]),
    )
    return made
  })
  return {
    generator: new GeneratorDesk(programs, generatorSetup),
    discriminator: new DiscriminatorDesk(
      judged,
      plan.discriminator.plugin,
      discriminatorSetup,
      target,
      terms,
    ),
    target,
  }
}

function lawsOf(
  target: MeasureValues,
  kind: Laws['kind'],
  coordinates: Readonly<Record<string, readonly Axis[]>>,
): Laws {
  const generated = mapValues(coordinates, (axes, name) => array(`measure.${name}`, axes))
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
    target: mapValues(axes, (over, name) => array(`target.${name}`, over)),
  }
}

function pointAxes(points: number, dimensions: number, like: readonly Axis[]) {
  const same = like[0]?.size === points ? like[0] : sharedAxis('target points', points)
  const space = like[1] ?? sharedAxis('dimensions', dimensions)
  if (space.size !== dimensions)
    throw new PlanError(`the target has ${dimensions} dimensions, the generator ${space.size}`)
  return { positions: [same, space], masses: [same] }
}

function targetBlocks(target: MeasureValues, laws: Laws, make: (cells: number) => Block): Blocks {
  const flat: Record<string, readonly number[]> =
    target.kind === 'mixture'
      ? { weights: target.weights, means: target.means, deviation: [target.deviation] }
      : { positions: target.positions.flat(), masses: target.masses }
  return mapValues(laws.target, (leaf, name) => {
    const made = make(cellsOf(symbolOf(leaf).axes))
    flat[name]!.forEach((value, cell) =>
      made.numbers.fill(value, cell * made.members, (cell + 1) * made.members),
    )
    return made
  })
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
