import { mapValues, observe, type Dynamics, type Frame, type Snapshot } from '@ganglion/core'
import type { LiveExperiment } from '@ganglion/engine'
import { Finding, type Case } from './case.ts'
import { check as plainCheck, expectThat } from './check.ts'
import { framesOf, gameOf, stepped, watchedDynamics } from './dynamics-game.ts'
import { EndlessStep, playSealed } from './dynamics-round.ts'
import type { Settings } from './dynamics-settings.ts'
import { difference } from './same-bits.ts'

/** How a dynamics plays a small game: the same bits again, alone, slowly and from snapshots. */
export function gameCases(dynamics: Dynamics, settings: Settings, title: string): readonly Case[] {
  const { name } = dynamics
  const check = checkedIfItEnds(dynamics, settings)
  const plan = (over: Parameters<typeof gameOf>[2] = {}) => gameOf(dynamics, settings, over)
  const same = (a: unknown, b: unknown, what: string): void => {
    const where = difference(a, b)
    if (where !== null) throw new Finding(`dynamics ${name} ${what} (first at ${where}).`)
  }
  return [
    check(`game${title}: played twice, same bits, no chance, no clock`, async () => {
      const guarded = gameOf(
        watchedDynamics(dynamics, () => undefined),
        settings,
      )
      same(
        await framesOf(guarded),
        await framesOf(plan()),
        'plays the same game differently: keep nothing outside of the memory of the script',
      )
    }),
    check(`game${title}: what it asks does not depend on numbers`, async () => {
      const log = async (seed: number) => {
        const all: string[] = []
        await framesOf(
          gameOf(
            watchedDynamics(dynamics, (ask) => all.push(ask)),
            settings,
            { seed },
          ),
        )
        return all
      }
      same(
        await log(1),
        await log(2),
        'asks other questions when the numbers are others: members of an ensemble differ, so a script may not branch on what it is told',
      )
    }),
    check(`game${title}: three members at once are each alone`, async () => {
      const together = await framesOf(plan({ members: 3 }))
      for (let member = 0; member < 3; member++) {
        const alone = await framesOf(plan(), { firstMember: member })
        same(
          alone.map((frame) => observe(frame, 0)),
          together.map((frame) => observe(frame, member)),
          `plays member ${member} differently when others play beside it`,
        )
      }
    }),
    check(`game${title}: answers that come later change nothing`, async () => {
      same(
        await framesOf(plan(), {}, slow),
        await framesOf(plan()),
        'plays differently when answers come later',
      )
    }),
    check(`game${title}: what outlives its step is copied`, async () => {
      same(
        await framesOf(plan(), { poison: true }),
        await framesOf(plan()),
        'uses a message of an ended step: its arrays are used again. Copy it with `keep` before you remember it',
      )
    }),
    check(`game${title}: goes on from a snapshot of every step, bit for bit`, async () => {
      const straight = await framesOf(plan())
      const frames: Frame[] = []
      let last: Snapshot | null = null
      for (let step = 0; step < straight.length - 1; step++) {
        const next = await stepped(plan(), last)
        frames.push(...next.frames)
        last = next.snapshot
      }
      same(
        frames,
        straight,
        'plays on differently from a snapshot: what it remembers between steps must stand in its `memory`, as plain data, messages copied with `keep`',
      )
    }),
    check(`game${title}: rates of 0 move nothing`, () => rest(dynamics, settings)),
  ]
}

/** Cases that play nothing when a step has no end: the engine's own limit is far away. */
function checkedIfItEnds(dynamics: Dynamics, settings: Settings): typeof plainCheck {
  const ends = (): void => {
    try {
      playSealed(dynamics, settings, 1)
    } catch (error) {
      // Other findings are told by the cases that look for them.
      if (error instanceof EndlessStep) throw error
    }
  }
  return (name, run) =>
    plainCheck(name, () => {
      ends()
      return run()
    })
}

/** Lets every message of a wire pass a turn of the event loop later. */
function slow(live: LiveExperiment): void {
  const later = (source: { subscribe(next: (message: unknown) => void): unknown }) => ({
    subscribe: ({ next }: { next: (message: unknown) => void }) =>
      source.subscribe((message) => setImmediate(() => next(message))),
  })
  // Written by hand, since the kit has no stream library: the wire only ever subscribes to it.
  for (const wire of ['measure', 'response', 'critique'] as const) live.wire(wire, later as never)
}

/** With all rates 0 nobody moves but by `become`, which has no rate. */
async function rest(dynamics: Dynamics, settings: Settings): Promise<void> {
  const still = mapValues(settings, (value, name) => (name.endsWith('Rate') ? 0 : value))
  if (!Object.keys(settings).some((name) => name.endsWith('Rate'))) return
  const asked = new Set<string>()
  const frames = await framesOf(
    gameOf(
      watchedDynamics(dynamics, (ask) => asked.add(ask)),
      still,
    ),
  )
  const [first, last] = [frames[0]!, frames.at(-1)!]
  for (const [signal, { numbers }] of Object.entries(first.signals)) {
    const [owner, array] = signal.split('.')
    if (array === undefined || !['height', 'positions'].includes(array) || owner === 'target')
      continue
    if (owner === 'discriminator' && asked.has('discriminator.become')) continue
    const after = last.signals[signal]!.numbers
    expectThat(
      numbers.every((x, k) => x === after[k]),
      () =>
        `dynamics ${dynamics.name} moves the ${owner} although all of its rates are 0: give every move one of the rates.`,
    )
  }
}
