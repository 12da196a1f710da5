import { located } from './plugin-error.ts'
import type { Detector, Report } from './detector.ts'
import type { EventName, FindingEvent, GanglionEvent, InsufficientDataEvent } from './event.ts'
import { observer, type Frame, type Observation } from './frame.ts'
import { judge, outcomeOf } from './judge.ts'
import type { Outcome, Verdict } from './outcome.ts'
import type { SavedDetector, SavedWatch } from './snapshot.ts'

/** What one frame gave rise to. */
export interface Findings {
  /** In the order of members, and of detectors within a member. */
  readonly events: readonly GanglionEvent[]
  /** One for each member whose state changed. */
  readonly verdicts: readonly Verdict[]
}

/** Detectors at work on all members. The only state that changes is in here: detectors themselves are pure. */
export interface Watch {
  /** Folds a frame in; an observation counts as a frame of one member. */
  next(input: Frame | Observation): Findings
  /** After the last frame: what lacked its signals and was too short to be told so earlier. */
  end(): readonly InsufficientDataEvent[]
  /** What a member is doing now. */
  verdict(member: number): Verdict
  /** How a member would end if it ended now, by its findings alone. */
  outcome(member: number): Outcome
  /** What all detectors remember; shares the memories of detectors, which nobody changes. */
  save(): SavedWatch
}

/** A signal is insufficient when more than a quarter of the last 32 observations lack it. */
const span = 32
/** So many observations must have been seen before that is said, and as many count at least. */
const least = 8
const fewest = 16

const nothing: Findings = { events: [], verdicts: [] }

/** What all members share of a detector. */
interface Post {
  readonly detector: Detector
  /** Places of the signals that it needs among those that anybody needs. */
  readonly needs: readonly number[]
  /** A detector of divergence judges NaN itself; to the others it is a missing number. */
  readonly tolerated: 0 | 1
}

interface Chair {
  readonly post: Post
  memory: unknown
  finding: FindingEvent | null
  /** One bit an observation, the newest lowest: 1 where a needed signal was missing. */
  gaps: number
  seen: number
  complained: boolean
  missing: readonly string[]
}

interface Desk {
  readonly chairs: readonly Chair[]
  verdict: Verdict
}

/** What is looked for in each observation. */
interface Wanted {
  readonly names: readonly string[]
  /** For each name in the observation at hand: 0 there, 1 not a number, 2 absent. */
  readonly lacks: Uint8Array
}

/** The fold of frames into events: every detector watches every member, from the beginning or from what was saved. */
export function watch(
  detectors: readonly Detector[],
  members: number,
  from: SavedWatch | null = null,
): Watch {
  const names = [...new Set(detectors.flatMap(({ needs }) => needs))]
  const wanted: Wanted = { names, lacks: new Uint8Array(names.length) }
  const posts = detectors.map((detector) => postOf(detector, names))
  const desks = Array.from({ length: members }, (_, member) => desk(posts, member))
  if (from) desks.forEach((one, member) => resume(one, from.members[member]))
  let step = from?.step ?? 0
  return {
    next(input) {
      step = input.step
      const events: GanglionEvent[] = []
      const verdicts: Verdict[] = []
      const seen = 'members' in input ? observer(input) : () => input
      for (let member = 0; member < desks.length; member++) {
        const one = desks[member]!
        const observation = seen(member)
        const before = events.length
        look(wanted, observation)
        for (let i = 0; i < one.chairs.length; i++) {
          advance(one, one.chairs[i]!, wanted, observation, member, events)
        }
        if (events.length > before && settle(one, observation.step)) verdicts.push(one.verdict)
      }
      return events.length > 0 ? { events, verdicts } : nothing
    },
    end: () =>
      desks.flatMap(({ chairs }, member) =>
        chairs
          .filter((chair) => !chair.complained && starved(chair, chair.seen))
          .map((chair) => {
            chair.complained = true
            return complaint(chair, member, step)
          }),
      ),
    verdict: (member) => desks[member]!.verdict,
    outcome: (member) => judge(active(desks[member]!)),
    save: () => ({
      step,
      members: desks.map(({ verdict, chairs }) => ({ verdict, detectors: chairs.map(saved) })),
    }),
  }
}

function saved(chair: Chair): SavedDetector {
  const { post, memory, finding, gaps, seen, complained, missing } = chair
  return { detector: post.detector.name, memory, finding, gaps, seen, complained, missing }
}

/** Takes up what was saved. Throws a RangeError when other detectors were at work. */
function resume(one: Desk, from: SavedWatch['members'][number] | undefined): void {
  const [had, has] = [
    from?.detectors.map(({ detector }) => detector),
    one.chairs.map(({ post }) => post.detector.name),
  ]
  if (!from || had?.join() !== has.join())
    throw new RangeError(
      `the snapshot has detectors ${had?.join(', ') ?? 'of fewer members'}, the plan has ${has.join(', ')}`,
    )
  one.verdict = from.verdict
  one.chairs.forEach((chair, i) => {
    const { detector: _, ...rest } = from.detectors[i]!
    Object.assign(chair, rest)
  })
}

function postOf(detector: Detector, names: readonly string[]): Post {
  return {
    detector,
    needs: detector.needs.map((name) => names.indexOf(name)),
    tolerated: detector.event === 'divergence' ? 1 : 0,
  }
}

const none: readonly string[] = []

function desk(posts: readonly Post[], member: number): Desk {
  const chairs = posts.map((post): Chair => ({
    post,
    memory: post.detector.init(),
    finding: null,
    gaps: 0,
    seen: 0,
    complained: false,
    missing: none,
  }))
  return { chairs, verdict: { member, state: 'playing', since: 0, step: 0 } }
}

/** Notes which needed signals this observation lacks. */
function look({ names, lacks }: Wanted, { signals }: Observation): void {
  for (let i = 0; i < names.length; i++) {
    const reading = signals[names[i]!]
    if (reading === undefined) lacks[i] = 2
    else if (typeof reading === 'number') lacks[i] = Number.isNaN(reading) ? 1 : 0
    else lacks[i] = reading.length === 0 ? 2 : hole(reading)
  }
}

function hole(numbers: readonly number[]): 0 | 1 {
  for (let i = 0; i < numbers.length; i++) if (Number.isNaN(numbers[i]!)) return 1
  return 0
}

function advance(
  { chairs }: Desk,
  chair: Chair,
  { names, lacks }: Wanted,
  observation: Observation,
  member: number,
  events: GanglionEvent[],
): void {
  const { detector, needs, tolerated } = chair.post
  let worst = 0
  for (let i = 0; i < needs.length; i++) worst = Math.max(worst, lacks[needs[i]!]!)
  if (worst > tolerated) {
    if (worst === 1 && chairs.some(diverged)) return
    chair.missing = names.filter((_, i) => needs.includes(i) && lacks[i]! > tolerated)
    tick(chair, 1)
    if (chair.complained || chair.seen < least || !starved(chair, fewest)) return
    chair.complained = true
    events.push(complaint(chair, member, observation.step))
    return
  }
  tick(chair, 0)
  const answer = ask(chair, observation, member)
  const report = answer[1]
  chair.memory = answer[0]
  if (report === null) return
  const event = finding(detector, report, member, observation.step)
  chair.finding = report.type === 'event' ? event : null
  events.push(event)
}

/** Asks a detector; what it throws is told with its name, member and step. */
function ask({ post: { detector }, memory }: Chair, observation: Observation, member: number) {
  try {
    return detector.next(memory, observation)
  } catch (cause) {
    const { step } = observation
    throw located(cause, { plugin: `detector:${detector.name}`, port: 'next', member, step })
  }
}

const diverged = ({ finding }: Chair) => finding?.event === 'divergence'

function tick(chair: Chair, gap: 0 | 1): void {
  if (chair.seen < span) chair.seen++
  chair.gaps = (chair.gaps << 1) | gap
}

function starved({ gaps, seen }: Chair, atLeast: number): boolean {
  let count = 0
  for (let rest = gaps; rest !== 0; rest &= rest - 1) count++
  return count * 4 > Math.max(seen, atLeast)
}

function complaint(chair: Chair, member: number, step: number): InsufficientDataEvent {
  const { event, name } = chair.post.detector
  return { type: 'insufficient-data', event, member, step, missing: chair.missing, detector: name }
}

function finding(
  { event, severity, name, definition }: Detector,
  { type, since, evidence }: Report,
  member: number,
  step: number,
): FindingEvent {
  return { type, event, member, step, since, severity, evidence, detector: name, definition }
}

function active({ chairs }: Desk): EventName[] {
  const events: EventName[] = []
  for (let i = 0; i < chairs.length; i++) {
    const { finding } = chairs[i]!
    if (finding) events.push(finding.event)
  }
  return events
}

/** Brings the verdict up to date; true when the state changed. */
function settle(one: Desk, step: number): boolean {
  const events = active(one)
  const state = events.length > 0 ? judge(events) : 'playing'
  if (state === one.verdict.state) return false
  let since = Infinity
  for (const { finding } of one.chairs)
    if (finding && outcomeOf[finding.event] === state) since = Math.min(since, finding.since)
  one.verdict = { member: one.verdict.member, state, since: since < Infinity ? since : step, step }
  return true
}
