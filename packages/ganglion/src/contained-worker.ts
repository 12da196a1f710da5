// The thread in which a stranger's plugin runs. It tells the other side everything; what it cannot tell any more, the
// other side reads in the black box.
import { parentPort, workerData } from 'node:worker_threads'
import type { Plan } from '@ganglion/core'
import { BlackBox, catchOutput, type Cell } from '@ganglion/host'
import { containedGame } from './contained-game.ts'
import { Mail } from './contained-mail.ts'
import type { ContainedOrder, FromThread, PlanSummary, ToThread } from './contained-message.ts'
import { tell } from './told-error.ts'
import { unwatched } from './unwatched.ts'

const beatMs = 25
const tellActorsMs = 250

const port = parentPort!
// A plugin that replaces `postMessage` must not be able to silence its own error.
const send = port.postMessage.bind(port)
const post = (message: FromThread): void => send(message)
const { order, box: memory } = workerData as Cell<ContainedOrder>
const box = new BlackBox(memory)

catchOutput(box, (text) => post({ type: 'said', text }))
setInterval(() => box.beat(), beatMs)

try {
  await play()
} catch (error) {
  box.phase = 'ended'
  post({ type: 'refused', error: tell(error) })
}

async function play(): Promise<void> {
  const { target, overrides, every, held, planOnly, ...options } = order
  // Listening keeps the thread alive while a plugin waits for what never comes: the other side ends it then.
  const early: ToThread[] = []
  const begun = Promise.withResolvers<void>()
  let hear = (message: ToThread): void =>
    message.type === 'begin' ? begun.resolve() : void early.push(message)
  port.on('message', (message: ToThread) => hear(message))
  const game = await containedGame(target, overrides, box)
  post({ type: 'plan', plan: summary(game.plan) })
  if (planOnly) return
  if (held) await begun.promise
  const live = game.begin(options)
  const mail = new Mail(live, every, post)
  const actors = (): void => post({ type: 'actors', actors: live.actors() })
  live.state$.subscribe(actors)
  setInterval(actors, tellActorsMs)
  hear = (message) => {
    try {
      mail.obey(message)
    } catch (error) {
      post({ type: 'objection', error: tell(error) })
    }
  }
  early.forEach(hear)
  const { error, ...result } = await live.done
  // One turn more: a promise that a plugin left rejected comes to light in it, and ends the thread.
  await new Promise((resolve) => setImmediate(resolve))
  mail.flush()
  box.phase = 'ended'
  actors()
  post({ type: 'done', result, error: error ? tell(error) : null })
}

/** Names in place of plugins, whose functions cannot cross. */
function summary(plan: Plan): PlanSummary {
  const { config, hash, seed, steps, members, every, target } = plan
  const named = ({ plugin }: { readonly plugin: { readonly name: string } }) => ({
    plugin: { name: plugin.name },
  })
  return {
    config,
    hash,
    seed,
    steps,
    members,
    every,
    target,
    generator: named(plan.generator),
    discriminator: named(plan.discriminator),
    dynamics: named(plan.dynamics),
    metrics: plan.metrics.map(({ name }) => ({ name })),
    detectors: plan.detectors.map(({ name }) => ({ name })),
    unwatched: unwatched(plan),
  }
}
