import type { Experiment, Frame, GanglionEvent, Observation, Plan } from '@ganglion/core'
import { Judging, type JudgingOptions } from './judging.ts'
import { carefulPainter, noPainter, type HeatPainter } from './critic-heat.ts'
import { carefulSketch, type CriticSketch, type SketchLimit } from './critic-curve.ts'
import type { EngineMessage } from './engine-order.ts'
import type { Command } from './feed.ts'
import { Journey } from './journey.ts'
import { liveOptions } from './live-options.ts'
import { PackedHistory } from './packed-history.ts'
import type { Report } from './report.ts'

/** Reports leave at most this often: 15 a second. */
const intervalMs = 67
/** At full speed nobody sees single steps: frames leave every third time only, and the engine keeps its core. */
const restful = 3
/** Arrays longer than this are left out of the history, and of reports, so that large networks do not fill them. */
const [cellsInHistory, cellsInReport] = [64, 4096]
/** Steps that are played in one go; more are run. */
const stepsAtOnce = 100

/** How a relay is made, besides its experiment. */
export interface RelayOptions {
  readonly plan?: Promise<Plan>
  /** The pace that the experiment was begun with; null, as fast as possible, by default. */
  readonly pace?: number | null
  /** What the curve of the critic may cost; a second by default. */
  readonly sketching?: SketchLimit
  /** Who judges steps; nobody by default. */
  readonly judging?: JudgingOptions
}

const usualSketching: SketchLimit = { ms: 1000, brokenOff: () => undefined }

/**
 * Reports on one member of an experiment and hands it commands. Frames are sampled, events are all told. A step costs it a
 * comparison or two; a report is made only once the last one was `taken`.
 */
export class Relay {
  readonly #experiment: Experiment
  readonly #post: (report: Report) => void
  readonly #judging: Judging
  #timer: ReturnType<typeof setInterval> | null = null
  readonly #history = new PackedHistory(cellsInHistory)
  #frame: Frame | null = null
  #fresh = false
  #told = -1
  #events: GanglionEvent[] = []
  #news: Report = {}
  #credit = true
  #passed = 0
  #ended = false
  #state: NonNullable<Report['state']> = 'preparing'
  #options: Readonly<Record<string, number>> = {}
  #every = 1
  #sketch: CriticSketch = () => null
  #painter: HeatPainter = noPainter
  #journey: Journey | null = null
  #begunAgain = false
  #frames = 0
  #toldFrames = 0
  #pace: number | null
  readonly #sketching: SketchLimit

  constructor(
    experiment: Experiment,
    post: (report: Report) => void,
    { plan, pace = null, sketching = usualSketching, judging }: RelayOptions = {},
  ) {
    this.#experiment = experiment
    this.#post = post
    this.#pace = pace
    this.#sketching = sketching
    this.#judging = new Judging(judging, (stability) => {
      this.#news = { ...this.#news, stability }
    })
    // A plan that was refused is told through `done`.
    plan?.then((p) => this.#learn(p)).catch((cause: unknown) => this.#tell(sentence(cause), true))
    this.#listen()
    this.#wake()
  }

  /** Does what a command says, or takes note that the last report was taken. */
  obey(message: EngineMessage): void {
    const { controls } = this.#experiment
    switch (message.type) {
      case 'taken':
        this.#credit = true
        return
      case 'pause':
        this.#abandon()
        return controls.pause()
      case 'resume':
        return controls.resume()
      case 'step':
        return this.#step(message.count ?? 1)
      case 'only':
        return controls.only(message.player)
      case 'pace':
        this.#pace = message.stepsPerSecond
        return this.#journey ? undefined : controls.pace(this.#pace)
      case 'set':
        return this.#set(message)
      case 'goto':
        this.#begunAgain = message.begunAgain ?? false
        return this.#go(message.step)
      case 'restart':
        return this.#tell('This engine cannot begin again; open the dashboard anew.', true)
      case 'judge':
        this.#judging.look(message.on)
        return this.#wake()
      case 'stop':
        return controls.stop()
    }
  }

  #listen(): void {
    const { frames$, events$, verdict$, state$, done } = this.#experiment
    frames$.subscribe((frame) => {
      this.#frame = frame
      this.#fresh = true
      this.#frames++
      this.#history.push(frame)
      this.#journey?.reach(frame.step)
      if (this.#journey?.over) this.#arrive()
    })
    events$.subscribe((event) => void this.#events.push(event))
    verdict$.subscribe((verdict) => {
      if (verdict.member === 0) this.#news = { ...this.#news, verdict }
    })
    state$.subscribe((state) => {
      this.#state = state
      this.#news = { ...this.#news, state }
      this.#depart()
    })
    done.then(
      ({ outcome, steps, error }) =>
        this.#finish({
          state: outcome === 'failed' ? 'failed' : 'done',
          ending: { outcome, steps, error: error?.message ?? null },
        }),
      (cause: unknown) => this.#finish({ problem: sentence(cause) }),
    )
  }

  #learn(plan: Plan): void {
    this.#every = plan.every
    this.#options = liveOptions(plan)
    const { seed, steps } = plan
    this.#news = { ...this.#news, seed, steps, options: this.#options }
    const tell = (criticFault: string): void => {
      this.#news = { ...this.#news, criticFault }
    }
    this.#sketch = carefulSketch(plan, this.#sketching, tell)
    this.#painter = carefulPainter(plan, this.#sketching, tell)
  }

  #set({ path, value }: Command & { readonly type: 'set' }): void {
    if (this.#state === 'preparing')
      return this.#tell('The game is still being prepared; set it again in a moment.', true)
    try {
      const before = this.#options[path]
      this.#experiment.controls.set(path, value)
      this.#options = { ...this.#options, [path]: value }
      this.#news = { ...this.#news, options: this.#options }
      this.#tell(`${path} = ${value}${before === undefined ? '' : ` (was ${before})`}`)
    } catch (cause) {
      this.#tell(sentence(cause), true)
    }
  }

  #step(count: number): void {
    this.#abandon()
    if (count <= stepsAtOnce) return this.#experiment.controls.step(count)
    this.#go((this.#frame?.step ?? 0) + count)
  }

  #go(to: number): void {
    const step = this.#frame?.step ?? -1
    if (to < step) return this.#tell(`Step ${to} is past: this is step ${step}.`, true)
    this.#journey = new Journey(to, this.#experiment.controls, this.#every)
    this.#depart()
  }

  #depart(): void {
    this.#journey?.depart(this.#state, this.#frame?.step ?? 0)
    if (this.#journey?.over) this.#arrive()
  }

  /** Resting may have told already that the journey is over. */
  #arrive(): void {
    if (!this.#journey) return
    const again = this.#begunAgain ? ' of the run begun again; options are as in the plan' : ''
    this.#tell(`This is step ${this.#journey.to}${again}.`)
    this.#abandon()
  }

  /** Ends a journey; the pace is again the one that was asked for. */
  #abandon(): void {
    if (!this.#journey) return
    this.#journey = null
    this.#begunAgain = false
    this.#experiment.controls.pace(this.#pace)
  }

  #tell(text: string, alarm = false): void {
    this.#news = { ...this.#news, answer: { text, alarm } }
  }

  #finish(last: Report): void {
    this.#ended = true
    this.#news = { ...this.#news, ...last }
    if (this.#journey)
      this.#tell(
        `The run ended at step ${last.ending?.steps}, before step ${this.#journey.to}.`,
        true,
      )
    this.#flush()
  }

  #flush(): void {
    // While no frame comes, what is left of the heat is painted to its end.
    if (this.#credit && !this.#fresh) this.#paint()
    if (this.#credit && this.#frame) this.#judging.offer(this.#frame)
    const news = this.#fresh || this.#events.length > 0 || Object.keys(this.#news).length > 0
    if (this.#ended && !news && !this.#painter.busy() && !this.#judging.busy(this.#frame))
      this.#rest()
    if (!news || !this.#credit || this.#canWait()) return
    this.#credit = false
    this.#passed = 0
    const sample = this.#sampled()
    this.#post({ ...this.#news, ...sample, events: this.#events })
    this.#fresh = false
    this.#events = []
    this.#news = {}
  }

  #wake(): void {
    this.#timer ??= setInterval(() => this.#flush(), intervalMs)
  }

  /** Nothing more will happen, unless somebody wants to see something else of the end. */
  #rest(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  /** Whether there is nothing but another frame of a run at full speed. */
  #canWait(): boolean {
    const hasty = this.#events.length > 0 || Object.keys(this.#news).length > 0
    if (hasty || this.#pace !== null || this.#state !== 'running') return false
    return ++this.#passed < restful
  }

  #paint(): void {
    const heat = this.#painter.paint()
    if (heat) this.#news = { ...this.#news, heat }
  }

  /** The newest frame with all that belongs to it. */
  #sampled(): Report {
    const frame = this.#frame
    const actors = this.#experiment.actors()
    if (!frame || !this.#fresh) return { actors }
    const packed = this.#history.since(this.#told)
    this.#told = packed.steps.at(-1) ?? this.#told
    this.#toldFrames++
    this.#painter.offer(frame, this.#options)
    this.#paint()
    return {
      untold: this.#frames - this.#toldFrames,
      frame: small(frame),
      packed,
      actors,
      critic: this.#sketch(frame, this.#options),
    }
  }
}

/** Member 0 of a frame, without the arrays that are too long to be told. */
function small({ step, members, signals }: Frame): Observation {
  const kept: Record<string, number | readonly number[]> = {}
  for (const name of Object.keys(signals)) {
    const { cells, numbers } = signals[name]!
    if (cells > cellsInReport) continue
    const list: number[] = []
    for (let cell = 0; cell < cells; cell++) list.push(numbers[cell * members]!)
    kept[name] = cells === 1 ? list[0]! : list
  }
  return { step, signals: kept }
}

/** What a thrown thing says. */
export function sentence(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
