import type { Detector } from './detector.ts'
import type { FindingEvent } from './event.ts'
import type { Verdict } from './outcome.ts'
import type { SavedDetector, SavedWatch } from './snapshot.ts'

/** A detector at work on all members: what it keeps of each stands in lists, member after member. */
export interface Post {
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

/** Of members that lacked nothing. */
export const none: readonly string[] = []

/** A detector that has seen nothing yet. */
export function postOf(detector: Detector, names: readonly string[], members: number): Post {
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

/** What is kept of a detector and a member. */
export function savedPost(post: Post, member: number): SavedDetector {
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
export function resume(
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
