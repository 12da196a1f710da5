import type { ExperimentState } from '@ganglion/core'
import type { LiveExperiment } from '@ganglion/engine'
import type { FromThread, Happening, ToThread } from './contained-message.ts'

/** Happenings in one message, and messages on their way, at most. */
const batchLength = 64
const mostOnTheWay = 8

/**
 * Carries what happens in a game to the other side, in order, nothing lost. When that side is behind, the game pauses
 * until it has caught up; a pause of that kind is not told as one.
 */
export class Mail {
  readonly #live: LiveExperiment
  readonly #post: (message: FromThread) => void
  #waiting: Happening[] = []
  #onTheWay = 0
  /** The game pauses because the other side is behind, not because somebody asked. */
  #held = false
  #state: ExperimentState = 'preparing'
  #scheduled = false

  constructor(live: LiveExperiment, every: number | null, post: (message: FromThread) => void) {
    this.#live = live
    this.#post = post
    if (every !== null)
      live.frames$.subscribe(
        (frame) => frame.step % every === 0 && this.#add({ type: 'frame', frame }),
      )
    live.events$.subscribe((event) => this.#add({ type: 'event', event }))
    live.verdict$.subscribe((verdict) => this.#add({ type: 'verdict', verdict }))
    live.state$.subscribe((state) => this.#tell(state))
  }

  /** Sends what waits. */
  flush(): void {
    this.#scheduled = false
    if (this.#waiting.length === 0) return
    this.#onTheWay++
    this.#post({ type: 'batch', happenings: this.#waiting })
    this.#waiting = []
    if (this.#onTheWay < mostOnTheWay || this.#held || this.#state !== 'running') return
    this.#held = true
    this.#live.controls.pause()
  }

  /** Does what the other side asks. */
  obey(message: ToThread): void {
    const { controls } = this.#live
    switch (message.type) {
      case 'taken':
        return this.#taken()
      case 'begin':
        return undefined
      case 'pause':
        return this.#released(() => controls.pause(), 'paused')
      case 'step':
        return this.#released(() => controls.step(message.count), 'paused')
      case 'resume':
        return this.#held ? undefined : controls.resume()
      case 'stop':
        return controls.stop()
      case 'only':
        return controls.only(message.player)
      case 'set':
        return controls.set(message.path, message.value)
      case 'pace':
        return controls.pace(message.stepsPerSecond)
      case 'stopActor':
        return controls.stopActor(message.id)
    }
  }

  #add(happening: Happening): void {
    this.#waiting.push(happening)
    // An event goes at once: a plugin that hangs in this very step must not take it along.
    if (happening.type === 'event' || this.#waiting.length >= batchLength) return this.flush()
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => this.flush())
  }

  #tell(state: ExperimentState): void {
    if (this.#held && state === 'paused') return
    if (state === this.#state && state !== 'preparing') return
    this.#state = state
    this.#add({ type: 'state', state })
  }

  #taken(): void {
    this.#onTheWay--
    if (!this.#held || this.#onTheWay > mostOnTheWay / 2) return
    this.#held = false
    this.#live.controls.resume()
  }

  /** Somebody asks for a pause: from now on it is theirs. */
  #released(act: () => void, state: ExperimentState): void {
    if (this.#held) {
      this.#held = false
      this.#tell(state)
    }
    act()
  }
}
