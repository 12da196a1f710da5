import { visible, type ActorStatus } from '@ganglion/core'
import type { View } from '../feed.ts'
import { brief, counted, rate } from '../wording.ts'
import { filled, fitting, whole, width, type Line, type Piece } from './line.ts'

/** Who is at work: one actor, or all of a kind. */
interface Crew {
  readonly kind: string
  readonly names: string
  readonly alive: number
  readonly count: number
  readonly messages: number
}

/** Beyond this many columns the counts of messages would stand far from the names. */
const widestTable = 64

/** Rates, seed, options and who is alive; by kind where there is no room for everyone. */
export function actorLines(view: View, columns: number, rows: number): Line[] {
  const head = headline(view, columns)
  const options = optionLines(view.options, columns)
  const room = rows - head.length - options.length
  const everyone = view.actors.map((actor) => crew([actor]))
  const crews = everyone.length <= room ? everyone : byKind(view.actors)
  const table = crewLines(crews, Math.max(1, room), Math.min(columns, widestTable))
  return [...head, ...table, ...options].slice(0, rows)
}

function headline(view: View, columns: number): Line[] {
  const { actors, frame, speed, seed, pace, ending, untold } = view
  const messages = actors.reduce((sum, actor) => sum + actor.messages, 0)
  const each = messages / Math.max(1, (frame?.step ?? 0) + 1)
  const seeded: Piece[] = seed === null ? [] : [{ text: `seed ${seed}` }]
  const undrawn: Piece[] = untold > 0 ? [{ text: `${counted(untold)} frames not drawn` }] : []
  if (ending)
    return [fitting([{ text: ` ${counted(messages)} messages` }, ...seeded, ...undrawn], columns)]
  const parts: Piece[] = [
    { text: ` ${counted(speed)} steps/s`, bold: true },
    { text: pace === null ? 'of max' : `of ${rate(pace)}` },
    ...(messages > 0
      ? [{ text: `${counted(speed * each)} messages/s` }, { text: `${counted(messages)} so far` }]
      : []),
    ...seeded,
    ...undrawn,
  ]
  return [fitting(parts, columns)]
}

/** Names and values side by side, as many lines as they need. */
function optionLines(options: View['options'], columns: number): Line[] {
  const words = Object.entries(options).map(([path, value]) => `${visible(path)}=${brief(value)}`)
  return filled(words, columns - 1).map((text) => [{ text: ` ${whole(text, columns - 1)}` }])
}

function crew(actors: readonly ActorStatus[]): Crew {
  return {
    kind: visible(actors[0]!.kind),
    names: actors.map(({ name }) => visible(name)).join(', '),
    alive: actors.filter(({ alive }) => alive).length,
    count: actors.length,
    messages: actors.reduce((sum, { messages }) => sum + messages, 0),
  }
}

function byKind(actors: readonly ActorStatus[]): Crew[] {
  const kinds = [...new Set(actors.map(({ kind }) => kind))]
  return kinds.map((kind) => crew(actors.filter((actor) => actor.kind === kind)))
}

function crewLines(crews: readonly Crew[], room: number, columns: number): Line[] {
  if (crews.length === 0) return [[{ text: ' nobody at work yet', dim: true }]]
  const kindWidth = Math.max(...crews.map(({ kind }) => kind.length))
  const shown = crews.length > room ? crews.slice(0, Math.max(0, room - 1)) : crews
  const heading = crews.length < room ? headingLine(kindWidth, columns) : []
  const lines = [...heading, ...shown.map((one) => crewLine(one, kindWidth, columns))]
  const left = crews.slice(shown.length)
  if (left.length > 0) lines.push([{ text: whole(` + ${leftOut(left)}`, columns), dim: true }])
  return lines
}

/** What the columns are, where there is room for that. */
function headingLine(kindWidth: number, columns: number): Line[] {
  const [names, count] = [`   ${'kind'.padEnd(kindWidth)}  name`, 'messages']
  const room = columns - 1 - names.length
  return room > count.length ? [[{ text: names + count.padStart(room), dim: true }]] : []
}

/** Those for whom there is no room, the stopped among them counted. */
function leftOut(crews: readonly Crew[]): string {
  const [count, alive] = [sum(crews, 'count'), sum(crews, 'alive')]
  return alive === count
    ? `${count} more, all alive`
    : `${count} more: ${alive} alive, ${count - alive} stopped`
}

const sum = (crews: readonly Crew[], key: 'count' | 'alive'): number =>
  crews.reduce((total, one) => total + one[key], 0)

function crewLine(one: Crew, kindWidth: number, columns: number): Line {
  const messages = counted(one.messages).padStart(6)
  const [mark, role] = one.alive > 0 ? ['●', 'good' as const] : ['○', undefined]
  const missing =
    one.alive > 0 && one.alive < one.count ? ` (${one.count - one.alive} stopped)` : ''
  const kind = ` ${one.kind.padEnd(kindWidth)}  `
  const room = columns - 2 - kind.length - messages.length - 1
  if (room < 6) return [{ text: ` ${mark}`, role }, { text: whole(` ${one.names}`, columns - 2) }]
  const first = one.names.split(', ', 1)[0]!
  // A single name is cut where it must be, several are counted before the first one is.
  const many = one.count > 1 && width(first) + 3 > room
  const names = whole((many ? `${one.count} of them` : one.names) + missing, room)
  return [
    { text: ` ${mark}`, role },
    { text: kind, dim: true },
    { text: names + ' '.repeat(room - width(names)) },
    { text: messages, dim: true },
  ]
}
