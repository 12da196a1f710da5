import { visible } from '@ganglion/core'
import { failureLine } from '../failure.ts'
import type { View } from '../feed.ts'
import type { Role } from '../theme.ts'
import { againWords, sinceWords } from '../since-words.ts'
import { rate, reason } from '../wording.ts'
import { fitting, whole, width, type Line, type Piece } from './line.ts'

const verdictRoles: Readonly<Record<string, Role>> = {
  converged: 'good',
  playing: 'busy',
  exhausted: 'warning',
  stalled: 'warning',
  oscillating: 'warning',
  cancelled: 'warning',
}

/** The events that a verdict rests on. */
const causes: Readonly<Record<string, string>> = {
  converged: 'convergence',
  collapsed: 'mode-collapse',
  oscillating: 'oscillation',
  diverged: 'divergence',
  stalled: 'stall',
}

/** State, verdict, since when and why; step, speed and who moves. Whole parts only, the most important first. */
export function verdictLines(
  view: View,
  run: { readonly title: string; readonly steps: number },
  columns: number,
  lines: number,
): Line[] {
  if (columns < narrow) return inShort(view, columns, lines)
  const title: Piece = { text: visible(run.title) }
  const now = [step(view, run.steps), speed(view), movers(view)]
  const failure = failureLine(view)
  if (failure !== null) return failed(failure, now, columns, lines)
  if (lines < 2) return [fitting([...verdict(view), ...now, title], columns)]
  return [fitting([...verdict(view), why(view), title], columns), fitting(now, columns)]
}

const failedMark: Piece = { text: '✕ failed', role: 'bad', bold: true }

/** How many columns the strip has for the reason of a failure; 0 in narrow windows. */
export function roomForFailure(columns: number): number {
  return columns < narrow ? 0 : columns - width(failedMark.text) - 2
}

function failed(failure: string, now: readonly Piece[], columns: number, lines: number): Line[] {
  const reason: Piece = { text: whole(visible(failure), roomForFailure(columns)), role: 'bad' }
  if (lines < 2) return [fitting([failedMark, reason, ...now], columns)]
  return [fitting([failedMark, reason], columns), fitting(now, columns)]
}

/** Below this many columns state and reason are left to the mark and the verdict. */
const narrow = 34

function inShort(view: View, columns: number, lines: number): Line[] {
  const name = verdictName(view)
  const first: Piece = { text: whole(`${markOf(view)} ${name}`, columns), role: roleOf(name) }
  const second: Piece = { text: `step ${stepOf(view)}` }
  if (lines < 2) return [fitting([first, second], columns)]
  return [fitting([first], columns), fitting([second, movers(view)], columns)]
}

const marks = { running: '▶', paused: '‖', done: '■', failed: '✕' } as const

function verdict(view: View): Piece[] {
  const { state } = view
  const name = verdictName(view)
  return [
    { text: `${markOf(view)} ${state}` },
    { text: name + sinceWords(view, name), role: roleOf(name), bold: true },
  ]
}

function markOf({ state }: View): string {
  return state in marks ? marks[state as keyof typeof marks] : '·'
}

const roleOf = (name: string): Role => verdictRoles[name] ?? 'bad'

function verdictName({ ending, problem, verdict: found }: View): string {
  if (problem !== null) return 'failed'
  return ending?.outcome ?? found?.state ?? 'playing'
}

/** The numbers of the last event that the verdict rests on; of a member that plays again, what is over. */
function why(view: View): Piece {
  const name = verdictName(view)
  if (name === 'playing') return { text: againWords(view) }
  const cause = causes[name]
  const event = view.events.findLast((one) => one.event === cause && one.type === 'event')
  return { text: event ? reason(event) : '' }
}

function step(view: View, steps: number): Piece {
  return { text: `step ${stepOf(view)} / ${steps}`, bold: true }
}

const stepOf = ({ ending, frame }: View): number => ending?.steps ?? frame?.step ?? 0

function speed({ state, speed: measured, pace }: View): Piece {
  const wanted = pace === null ? 'max' : rate(pace)
  return { text: state === 'running' ? `${rate(measured)} of ${wanted}` : `pace ${wanted}` }
}

function movers({ only, ending, problem }: View): Piece {
  if (ending || problem !== null) return { text: '' }
  if (only === null) return { text: 'both move' }
  return { text: `only ${only === 'generator' ? 'G' : 'D'} moves`, role: 'warning' }
}
