import type { EngineOptions } from './engine-order.ts'
import type { Answer, Command, Feed, View } from './feed.ts'
import { sameGame } from './same-game.ts'

/**
 * A feed that can begin again: every beginning is a feed of its own, opened with the same options save seed and pace. Options
 * that were set by hand are as the plan has them again.
 */
export function restartableFeed(
  open: (options: EngineOptions) => Feed,
  options: EngineOptions = {},
): Feed {
  const listeners = new Set<() => void>()
  const closing = new Set<Promise<void>>()
  const tell = (): void => listeners.forEach((listener) => listener())
  let feed = open(options)
  // The run before another seed, until it is known whether that draws another game.
  let compared: Pick<View, 'history' | 'seed'> | null = null
  const heard = (): void => {
    compare()
    tell()
  }
  let leave = feed.subscribe(heard)
  // Whether somebody looks outlasts a beginning.
  let judging = false
  // What this feed itself says, until the engine says something newer.
  let said: { readonly answer: Answer; readonly over: View['answer'] } | null = null
  let shown: { readonly from: View; readonly view: View } | null = null

  const say = (answer: Answer): void => {
    said = { answer, over: feed.view().answer }
    shown = null
    tell()
  }
  const view = (): View => {
    const from = feed.view()
    if (!said || from.answer !== said.over) return from
    if (shown?.from !== from) shown = { from, view: { ...from, answer: said.answer } }
    return shown.view
  }
  const compare = (): void => {
    if (!compared) return
    const { history, seed } = feed.view()
    const same = sameGame(compared.history, history)
    if (same === null) return
    const { seed: former } = compared
    compared = null
    if (same)
      say({
        text: `Seed ${seed} plays the same game as seed ${former}: the plan gives its start, and nothing in it is drawn.`,
        alarm: false,
      })
  }
  const restart = ({ seed, to }: { readonly seed?: number; readonly to?: number }): void => {
    const before = feed.view()
    const next = seed ?? before.seed ?? options.seed
    leave()
    const closed = feed.close().finally(() => closing.delete(closed))
    closing.add(closed)
    feed = open({
      ...options,
      pace: before.pace,
      ...(next === undefined ? {} : { seed: next }),
      paused: to !== undefined,
    })
    compared = before.seed !== null && next !== before.seed ? before : null
    leave = feed.subscribe(heard)
    if (judging) feed.send({ type: 'judge', on: true })
    if (to) feed.send({ type: 'goto', step: to, begunAgain: true })
    const note = 'options are as in the plan'
    say({
      text:
        to === undefined
          ? `Begun again with seed ${next ?? 'of the plan'}; ${note}.`
          : `Step ${to} is past: begun again, runs to it; ${note}.`,
      alarm: false,
    })
  }

  return {
    view,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    send(command: Command) {
      if (command.type === 'restart') return restart(command)
      if (command.type === 'judge') judging = command.on
      const { frame } = feed.view()
      if (command.type === 'goto' && frame && command.step < frame.step)
        return restart({ to: command.step })
      feed.send(command)
    },
    async close() {
      leave()
      await Promise.all([...closing, feed.close()])
    },
  }
}
