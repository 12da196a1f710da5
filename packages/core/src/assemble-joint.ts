import {
  array,
  axesOf,
  constantValue,
  elementAt,
  narrow,
  substitute,
  symbolOf,
  tensor,
  type AnyTensor,
  type ArraySymbol,
  type Axis,
  type Program,
} from '@ganglion/calculus'
import type { Laws } from './assemble-payoff.ts'
import type { UpdatePrograms } from './assemble-update.ts'
import type { PlayerName } from './experiment.ts'

/** What a joint move is derived from. */
export interface JointParts {
  /** -> `ascent.*` and `critique.*`. */
  readonly respond: Program
  readonly updates: Readonly<Record<PlayerName, UpdatePrograms>>
  readonly laws: Laws
  /** For each array that the generator trains the coordinate which it is, and whose critique moves it. */
  readonly places: Readonly<Record<string, string>>
}

/**
 * Both players' moves against one answer as one program: what `respond` reads, `rate` and `generatorRate` -> `next.*` of
 * the discriminator and `moved.*` of the generator. The same operations as the three programs, so the same bits; nothing
 * between them goes through memory. Null where the generator moves by more than its critique.
 */
export function assembleJoint({ respond, updates, laws, places }: JointParts): Program | null {
  if (!updates.generator.plain || !updates.discriminator.plain) return null
  const answered = new Map(respond.outputs.map(({ name, tensor: t }) => [name, t]))
  if ([...answered.values()].some(isStill)) return null
  const up = updates.discriminator.move
  const down = updates.generator.move
  const rate = array('generatorRate', [])
  const climbing = replacements(up, 'direction', (name) => answered.get(`ascent.${name}`))
  const falling = [
    ...replacements(down, 'direction', (name) => answered.get(`critique.${places[name]}`)),
    ...replacements(down, 'state', (name) => laws.generated[places[name] ?? '']),
    ...down.inputs.flatMap((i): Replacement[] => (i.name === 'rate' ? [[i, rate]] : [])),
  ]
  const joint = narrow(
    {
      name: respond.name.replace(/respond$/, 'joint'),
      inputs: [...new Set([...respond.inputs, ...up.inputs, ...down.inputs, symbolOf(rate)])],
      outputs: [...moved('next', up, climbing), ...moved('moved', down, falling)],
    },
    () => true,
  )
  return joint.inputs.some((input) => down.inputs.includes(input)) ? null : joint
}

type Replacement = readonly [ArraySymbol, AnyTensor]

/** Inputs of one group, each with what stands for it; those for which nothing does are left. */
function replacements(
  { inputs }: Program,
  group: string,
  find: (name: string) => AnyTensor | undefined,
): Replacement[] {
  return inputs.flatMap((input): Replacement[] => {
    if (!input.name.startsWith(`${group}.`)) return []
    const found = find(input.name.slice(group.length + 1))
    return found ? [[input, found]] : []
  })
}

function moved(
  prefix: string,
  { outputs }: Program,
  replaced: readonly Replacement[],
): Program['outputs'] {
  return outputs.map(({ name, tensor: before }) => ({
    name: `${prefix}.${name}`,
    tensor: tensor(axesOf(before) as readonly Axis[], (...at) =>
      replaced.reduce((e, [symbol, by]) => substitute(e, symbol, by), elementAt(before, at)),
    ) as AnyTensor,
  }))
}

/** Whether nothing moves along it: such a zero would be simplified away, and -0 + 0 is not -0. */
function isStill(slope: AnyTensor): boolean {
  const first = elementAt(
    slope,
    axesOf(slope).map(() => 0),
  )
  return constantValue(first) !== undefined
}
