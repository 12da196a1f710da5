import {
  Ask,
  isRate,
  ports,
  type Capability,
  type Dynamics,
  type Measure,
  type PlayerName,
  type Script,
} from '@ganglion/core'
import { Finding } from './case.ts'
import type { Settings } from './dynamics-settings.ts'
import { describe } from './definition-cases.ts'
import { Seal } from './sealed.ts'
import { withoutChance } from './without-chance.ts'

/** What a script did in some steps, with messages that nobody can read. */
export interface Asked {
  /** `player.port`, in order; a dash ends a step. */
  readonly log: readonly string[]
  readonly moved: ReadonlySet<PlayerName>
  readonly needs: readonly Capability[]
}

/** What each port takes: kinds of messages, with the player whose they must be. */
const takes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'generator.measure': [],
  'generator.pull': [['critique']],
  'generator.push': [['direction of generator'], ['measure']],
  'generator.bend': [['critique'], ['direction of generator']],
  'generator.descend': [['direction of generator', 'critique'], ['rate']],
  'generator.displaced': [['direction of generator', 'critique'], ['rate']],
  'generator.noise': [],
  'discriminator.respond': [['measure']],
  'discriminator.bend': [
    ['measure'],
    ['direction of discriminator', 'nothing'],
    ['measure', 'nothing'],
  ],
  'discriminator.best': [['measure']],
  'discriminator.become': [['place of discriminator']],
  'discriminator.ascend': [['direction of discriminator'], ['rate']],
  'discriminator.displaced': [['direction of discriminator'], ['rate']],
  'discriminator.noise': [],
}

const moves = new Set(['generator.descend', 'discriminator.ascend', 'discriminator.become'])
const fresh = new Set(['discriminator.respond', 'discriminator.best', 'discriminator.bend'])
/** A step that asks more often than this will not end. */
const mostAsks = 5000

/** A step without an end: nothing else can be tried with such a script. */
export class EndlessStep extends Finding {}

/** Plays steps of a script against sealed messages. Throws a Finding for everything that the contract of a script forbids. */
export function playSealed(dynamics: Dynamics, settings: Settings, steps: number): Asked {
  const who = `dynamics ${dynamics.name}`
  const seal = new Seal(who)
  const told = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      isRate(name, dynamics.options) ? seal.rate(name) : value,
    ]),
  )
  const [log, moved]: [string[], Set<PlayerName>] = [[], new Set()]
  const script = withoutChance(who, () => dynamics.script(told))
  withoutChance(who, () => {
    const memory = script.memory?.()
    for (let step = 0; step < steps; step++) playStep(who, script, memory, seal, log, moved)
  })
  if (seal.caught) throw seal.caught
  return { log, moved, needs: script.needs ?? [] }
}

function playStep(
  who: string,
  script: Script,
  memory: unknown,
  seal: Seal,
  log: string[],
  moved: Set<PlayerName>,
): void {
  const spent = new Set<PlayerName>()
  const steps = script.step(ports, memory)
  let count = 0
  for (let next = steps.next(); !next.done;) {
    const ask: unknown = next.value
    if (!(ask instanceof Ask))
      throw new Finding(
        `${who} yields ${describe(ask)}: yield what a port gives, as in \`yield* generator.measure()\`.`,
      )
    const name = `${ask.player}.${ask.port}`
    checkAsk(who, ask, name, script)
    if (++count > mostAsks)
      throw new EndlessStep(`${who} asks more than ${mostAsks} times in one step: a step must end.`)
    if (fresh.has(name)) spent.clear()
    if (moves.has(name)) {
      if (spent.has(ask.player))
        throw new Finding(
          `${who} moves the ${ask.player} twice by the same answers: the optimizer and the constraint would take two steps. Add the directions with \`combine\` and move once, or ask anew in between.`,
        )
      spent.add(ask.player)
      moved.add(ask.player)
    }
    log.push(name)
    next = steps.next(answer(seal, ask, name))
  }
  log.push('-')
}

function checkAsk(who: string, ask: Ask<unknown>, name: string, script: Script): void {
  const expected = takes[name]
  if (!expected)
    throw new Finding(
      `${who} asks ${name}, which is no port; there are ${Object.keys(takes).join(', ')}.`,
    )
  expected.forEach((kinds, k) => {
    const kind = kindOf(ask.payload[k])
    if (!kinds.includes(kind))
      throw new Finding(
        `${who} hands ${kind} to ${name}, argument ${k + 1}: expected ${kinds.join(' or ')}.`,
      )
  })
  if (ask.port === 'best' && !script.needs?.includes('best'))
    throw new Finding(
      `${who} asks \`best\` without needing it: write \`needs: ['best']\` beside \`step\`, so that a discriminator without it is refused in the plan.`,
    )
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  const { type, of } = value as { readonly type?: unknown; readonly of?: unknown }
  if (typeof type !== 'string') return describe(value)
  return typeof of === 'string' ? `${type} of ${of}` : type
}

function answer(seal: Seal, { player, payload }: Ask<unknown>, name: string): unknown {
  const law = payload[0] as Measure
  switch (name) {
    case 'generator.measure':
    case 'generator.push':
      return seal.measure()
    case 'generator.pull':
    case 'generator.bend':
    case 'generator.noise':
      return seal.direction('generator')
    case 'discriminator.respond':
      return seal.response(law)
    case 'discriminator.noise':
      return seal.direction('discriminator')
    case 'discriminator.bend':
      return { ascent: seal.direction('discriminator'), critique: seal.critique(law) }
    case 'discriminator.best':
    case 'generator.displaced':
    case 'discriminator.displaced':
      return seal.place(player)
    default:
      return undefined
  }
}
