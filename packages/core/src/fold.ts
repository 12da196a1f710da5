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

/** A detector at work on all members: what it keeps of each stands in lists, member after member. */
interface Post {
  readonly detector: Detector
  /** Places of the signals that it needs among those that anybody needs. */
  readonly needs: readonly number[]
  /** A detector of divergence judges NaN itself; to the others it is a missing number. */
  readonly tolerated: 0 | 1
  readonly memory: unknown[]
  readonly finding: (FindingEvent | null)[]
  /** One bit an observation, the newest lowest: 1 where a needed signal was missing. */
  readonly gaps: Int32Array
  readonly seen: Uint8Array
  readonly complained: Uint8Array
  /** What was missing last, of members that ever lacked anything. */
  readonly missing: Map<number, readonly string[]>
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
  const reads = readsOf(detectors)
  const posts = detectors.map((detector) => postOf(detector, names, members))
  // Most members are never judged before their end: those have no entry.
  const judged = new Map<number, Verdict>()
  const verdictOf = (member: number): Verdict =>
    judged.get(member) ?? { member, state: 'playing', since: 0, step: 0 }
  if (from) resume(posts, judged, members, from)
  let step = from?.step ?? 0
  return {
    next(input) {
      step = input.step
      const events: GanglionEvent[] = []
      const changed: Verdict[] = []
      const seen = 'members' in input ? observer(input, reads) : () => input
      for (let member = 0; member < members; member++) {
        const observation = seen(member)
        const before = events.length
        look(wanted, observation)
        for (let i = 0; i < posts.length; i++)
          advance(posts, posts[i]!, wanted, observation, member, events)
        if (events.length === before) continue
        const known = verdictOf(member)
        const verdict = settled(posts, known, step)
        if (verdict === known) continue
        judged.set(member, verdict)
        changed.push(verdict)
      }
      return events.length > 0 ? { events, verdicts: changed } : nothing
    },
    end() {
      const events: InsufficientDataEvent[] = []
      for (let member = 0; member < members; member++)
        for (const post of posts) {
          if (post.complained[member] || !starved(post, member, post.seen[member]!)) continue
          post.complained[member] = 1
          events.push(complaint(post, member, step))
        }
      return events
    },
    verdict: verdictOf,
    outcome: (member) => judge(active(posts, member)),
    save: () => ({
      step,
      members: Array.from({ length: members }, (_, member) => ({
        verdict: verdictOf(member),
        detectors: posts.map((post) => saved(post, member)),
      })),
    }),
  }
}

/** Signals that any of the detectors reads; all, where one does not say which. */
function readsOf(detectors: readonly Detector[]): ((name: string) => boolean) | undefined {
  if (detectors.some(({ reads }) => !reads)) return undefined
  const told = [...new Set(detectors.flatMap(({ needs, reads }) => [...needs, ...reads!]))]
  const [names, prefixes] = [new Set(told), told.filter((name) => name.endsWith('*'))]
  return (name) =>
    names.has(name) || prefixes.some((prefix) => name.startsWith(prefix.slice(0, -1)))
}

function saved(post: Post, member: number): SavedDetector {
  return {
    detector: post.detector.name,
    memory: post.memory[member],
    finding: post.finding[member]!,
    gaps: post.gaps[member]!,
    seen: post.seen[member]!,
    complained: post.complained[member] === 1,
    missing: post.missing.get(member) ?? none,
  }
}

/** Takes up what was saved. Throws a RangeError when other detectors were at work. */
function resume(
  posts: readonly Post[],
  judged: Map<number, Verdict>,
  members: number,
  from: SavedWatch,
): void {
  const has = posts.map(({ detector }) => detector.name)
  for (let member = 0; member < members; member++) {
    const kept = from.members[member]
    const had = kept?.detectors.map(({ detector }) => detector)
    if (!kept || had?.join() !== has.join())
      throw new RangeError(
        `the snapshot has detectors ${had?.join(', ') ?? 'of fewer members'}, the plan has ${has.join(', ')}`,
      )
    judged.set(member, kept.verdict)
    posts.forEach((post, i) => takeUp(post, member, kept.detectors[i]!))
  }
}

function takeUp(post: Post, member: number, from: SavedDetector): void {
  post.memory[member] = from.memory
  post.finding[member] = from.finding
  post.gaps[member] = from.gaps
  post.seen[member] = from.seen
  post.complained[member] = from.complained ? 1 : 0
  if (from.missing.length > 0) post.missing.set(member, from.missing)
}

function postOf(detector: Detector, names: readonly string[], members: number): Post {
  const memory: unknown[] = []
  const finding: (FindingEvent | null)[] = []
  for (let member = 0; member < members; member++) {
    memory.push(detector.init())
    finding.push(null)
  }
  return {
    detector,
    needs: detector.needs.map((name) => names.indexOf(name)),
    tolerated: detector.event === 'divergence' ? 1 : 0,
    memory,
    finding,
    gaps: new Int32Array(members),
    seen: new Uint8Array(members),
    complained: new Uint8Array(members),
    missing: new Map(),
  }
}

const none: readonly string[] = []

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
  posts: readonly Post[],
  post: Post,
  { names, lacks }: Wanted,
  observation: Observation,
  member: number,
  events: GanglionEvent[],
): void {
  const { needs, tolerated } = post
  let worst = 0
  for (let i = 0; i < needs.length; i++) worst = Math.max(worst, lacks[needs[i]!]!)
  if (worst > tolerated) {
    if (worst === 1 && posts.some(({ finding }) => finding[member]?.event === 'divergence')) return
    post.missing.set(
      member,
      names.filter((_, i) => needs.includes(i) && lacks[i]! > tolerated),
    )
    tick(post, member, 1)
    if (post.complained[member] || post.seen[member]! < least) return
    if (!starved(post, member, fewest)) return
    post.complained[member] = 1
    events.push(complaint(post, member, observation.step))
    return
  }
  tick(post, member, 0)
  const [memory, report] = ask(post, observation, member)
  if (memory !== post.memory[member]) post.memory[member] = memory
  if (report === null) return
  const event = finding(post.detector, report, member, observation.step)
  post.finding[member] = report.type === 'event' ? event : null
  events.push(event)
}

/** Asks a detector; what it throws is told with its name, member and step. */
function ask({ detector, memory }: Post, observation: Observation, member: number) {
  try {
    return detector.next(memory[member], observation)
  } catch (cause) {
    const { step } = observation
    throw located(cause, { plugin: `detector:${detector.name}`, port: 'next', member, step })
  }
}

function tick({ seen, gaps }: Post, member: number, gap: 0 | 1): void {
  if (seen[member]! < span) seen[member]!++
  gaps[member] = (gaps[member]! << 1) | gap
}

function starved({ gaps, seen }: Post, member: number, atLeast: number): boolean {
  let count = 0
  for (let rest = gaps[member]!; rest !== 0; rest &= rest - 1) count++
  return count * 4 > Math.max(seen[member]!, atLeast)
}

function complaint(
  { detector, missing }: Post,
  member: number,
  step: number,
): InsufficientDataEvent {
  const { event, name } = detector
  const lacking = missing.get(member) ?? none
  return { type: 'insufficient-data', event, member, step, missing: lacking, detector: name }
}

function finding(
  { event, severity, name, definition }: Detector,
  { type, since, evidence }: Report,
  member: number,
  step: number,
): FindingEvent {
  return { type, event, member, step, since, severity, evidence, detector: name, definition }
}

function active(posts: readonly Post[], member: number): EventName[] {
  const events: EventName[] = []
  for (let i = 0; i < posts.length; i++) {
    const found = posts[i]!.finding[member]
    if (found) events.push(found.event)
  }
  return events
}

/** The verdict of a member brought up to date; the same one when its state did not change. */
function settled(posts: readonly Post[], verdict: Verdict, step: number): Verdict {
  const { member } = verdict
  const events = active(posts, member)
  const state = events.length > 0 ? judge(events) : 'playing'
  if (state === verdict.state) return verdict
  let since = Infinity
  for (const { finding } of posts) {
    const found = finding[member]
    if (found && outcomeOf[found.event] === state) since = Math.min(since, found.since)
  }
  return { member, state, since: since < Infinity ? since : step, step }
}
