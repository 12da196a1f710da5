import { unwatchedText, visible, type GanglionEvent } from '@ganglion/core'
import type { View } from './feed.ts'
import { lawTitle } from './panes/laws.ts'
import { pointLaws } from './point-laws.ts'
import { radiusWords, sidesOf, verdictWords } from './stability-words.ts'
import { arraysOf, distances, list, shortName } from './signals.ts'
import { againWords, sinceWords } from './since-words.ts'
import type { PaneName } from './ui.ts'
import { brief, counted, reason } from './wording.ts'

/** Where a run stands, in sentences. */
export function standing(view: View, steps: number): string {
  const { frame, events, state, verdict, ending } = view
  const failed = view.problem === null ? undefined : 'failed'
  const found = failed ?? ending?.outcome ?? verdict?.state ?? 'playing'
  const again = found === 'playing' ? againWords(view, 'step ') : ''
  const since = again ? `, ${again}` : sinceWords(view, found, 'step ')
  const last = events.at(-1)
  return [
    `Step ${ending?.steps ?? frame?.step ?? 0} of ${steps}.`,
    `${capital(state)}, ${found}${since}.`,
    parameters(view),
    metrics(view, 1),
    last ? `Last event: ${eventSentence(last)}` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** What a pane shows, in sentences. */
export function paneSpoken(name: PaneName, view: View): string {
  const told: Readonly<Record<PaneName, () => string>> = {
    densities: () => [points(view) || parameters(view), discriminator(view), fault(view)].join(' '),
    parameters: () => [parameters(view), discriminator(view)].join(' '),
    distances: () => metrics(view),
    gradients: () =>
      ['gradient.generator', 'gradient.discriminator', 'interval-width']
        .map((signal) => quantity(view, signal))
        .join(' '),
    phase: () => parameters(view),
    eigenvalues: () => stability(view),
    actors: () => actors(view),
    events: () =>
      view.events.length === 0
        ? 'Nothing has happened yet.'
        : `${view.events.length} events. ${view.events.slice(-3).map(eventSentence).join(' ')}`,
  }
  const called = name === 'densities' ? lawTitle(view) : name
  return `Pane ${called}. ${told[name]().trim() || 'These frames tell nothing of it.'}`
}

/** What the step that was judged does with a small displacement. */
export function stability({ stability }: View): string {
  if (!stability) return 'The step that is due is being judged.'
  const { step } = stability
  if (stability.type === 'refused')
    return `No eigenvalues at step ${step}: ${visible(stability.reason)}`
  const { inside, on, outside } = sidesOf(stability.eigenvalues)
  const [radius] = radiusWords(stability)
  const sides = `outside the unit circle ${outside}, on it ${on}, inside ${inside}`
  return `The step after step ${step} is ${verdictWords(stability)[0]}. Its ${radius}. Of ${stability.coordinates} eigenvalues ${sides}.`
}

/** An event as a sentence. */
export function eventSentence(event: GanglionEvent): string {
  const name = event.event.replaceAll('-', ' ')
  if (event.type === 'insufficient-data') return `${visible(unwatchedText(event))}.`
  if (event.type === 'cleared') return `${name} ended at step ${event.step}.`
  const why = reason(event)
  return `${name} at step ${event.step}, since step ${event.since}${why ? `: ${why}` : ''}.`
}

function parameters({ frame }: View): string {
  if (!frame) return ''
  const own = arraysOf(frame, 'generator').map(
    (name) => `${shortName(name)} ${numbers(list(frame, name))}`,
  )
  const target = list(frame, 'target.means')
  if (own.length === 0) return ''
  const aim = target.length > 0 ? `; target ${numbers(target)}` : ''
  return `Generator ${visible(own.join(', '))}${aim}.`
}

/** How many points there are, and what every true one lacks; empty where laws are no points. */
function points(view: View): string {
  const laws = view.frame && pointLaws(view.frame)
  if (!laws) return ''
  const { dimensions } = laws.view
  const [own, aim] = [laws.generated.length / dimensions, laws.targets.length / dimensions]
  const space = `${dimensions} dimension${dimensions > 1 ? 's' : ''}`
  return `${own} generated points, ${aim} true points in ${space}. ${quantity(view, 'excess-mass')}`
}

function discriminator({ frame }: View): string {
  if (!frame) return ''
  const told = arraysOf(frame, 'discriminator')
    .slice(0, 4)
    .map((name) => `${shortName(name)} ${numbers(list(frame, name))}`)
  return told.length > 0 ? `Discriminator ${visible(told.join(', '))}.` : ''
}

function fault({ criticFault }: View): string {
  return criticFault === null ? '' : `D cannot be drawn: ${visible(criticFault)}.`
}

function metrics(view: View, most: number = 4): string {
  if (!view.frame) return ''
  const names = distances(view.frame)
  const first = names.includes('l1') ? ['l1', ...names.filter((name) => name !== 'l1')] : names
  return first
    .slice(0, most)
    .map((name) => quantity(view, name))
    .join(' ')
}

const titles: Readonly<Record<string, string>> = {
  l1: 'L1 distance',
  'total-variation': 'Total variation',
  'mean-distance': 'Distance of the means',
  'gradient.generator': 'Gradient of the generator',
  'gradient.discriminator': 'Gradient of the discriminator',
  'excess-mass': 'Excess mass of the true points',
  'interval-width': 'Widths of the intervals',
}

function quantity({ frame, history }: View, name: string): string {
  const now = frame ? list(frame, name) : []
  if (now.length === 0) return ''
  const title = titles[name] ?? visible(name)
  const way = now.length === 1 ? trend(history.map((one) => list(one, name)[0] ?? NaN)) : ''
  return `${title} ${numbers(now)}${way ? `, ${way}` : ''}.`
}

/** Which way numbers have gone in the last tenth of a history. */
export function trend(values: readonly number[]): 'rising' | 'falling' | 'steady' | '' {
  const last = values.at(-1)
  const before =
    values[Math.max(0, values.length - 1 - Math.max(1, Math.floor(values.length / 10)))]
  if (values.length < 2 || !Number.isFinite(last) || !Number.isFinite(before)) return ''
  const change = last! - before!
  if (Math.abs(change) <= 0.02 * Math.max(Math.abs(last!), Math.abs(before!))) return 'steady'
  return change > 0 ? 'rising' : 'falling'
}

function actors({ actors, speed, options, seed }: View): string {
  const stopped = actors.filter(({ alive }) => !alive).map(({ id }) => visible(id))
  const values = Object.entries(options).map(([path, value]) => `${visible(path)} ${brief(value)}`)
  return [
    `${actors.length} actors, ${stopped.length === 0 ? 'all alive' : `stopped: ${stopped.join(', ')}`}.`,
    `${counted(speed)} steps a second.`,
    values.length > 0 ? `${values.join(', ')}.` : '',
    seed === null ? '' : `Seed ${seed}.`,
  ].join(' ')
}

/** Numbers as they are read aloud: `-0.5 and 0.5`. */
function numbers(values: readonly number[]): string {
  const words = values.slice(0, 6).map(brief)
  if (values.length > 6) return `${words.join(', ')} and ${values.length - 6} more`
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
