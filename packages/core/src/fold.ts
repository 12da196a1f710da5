import { located } from './plugin-error.ts'
import type { Detector, Report } from './detector.ts'
import type { EventName, FindingEvent, GanglionEvent, InsufficientDataEvent } from './event.ts'
import { observer, type Frame, type Observation } from './frame.ts'
import { judge, outcomeOf } from './judge.ts'
import { complaint, fewest, least, look, starved, tick, type Wanted } from './lacking.ts'
import type { Outcome, Verdict } from './outcome.ts'
import { postOf, resume, savedPost, type Post } from './post.ts'
import type { SavedWatch } from './snapshot.ts'

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

const nothing: Findings = { events: [], verdicts: [] }

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
        detectors: posts.map((post) => savedPost(post, member)),
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
