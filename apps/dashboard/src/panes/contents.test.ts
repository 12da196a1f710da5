import { expect, test } from 'vitest'
import type { View } from '../feed.ts'
import { pointsStory } from '../fixtures/points-story.ts'
import { story, strangersStory } from '../fixtures/story.ts'
import { firstUi, paneNames, type Ui } from '../ui.ts'
import { contents } from './contents.ts'

const half = story.history.length / 2
const views: Partial<View>[] = [
  { frame: strangersStory.frame },
  { history: story.history.slice(0, half) },
  { critic: { low: -2, high: 2, values: [0, 1, 0.5] } },
  {
    heat: {
      step: 1,
      x: { low: -1, high: 1 },
      y: { low: -1, high: 1 },
      columns: 2,
      values: [0, 1, 1, 0],
    },
  },
  { events: story.events.slice(0, 1) },
  { speed: 7 },
  { pace: null },
  { actors: story.actors.slice(0, 3) },
  { options: { 'dynamics.generatorRate': 9 } },
  { seed: 8 },
  { state: 'paused' },
  { verdict: null },
  { only: 'generator' },
  { untold: 12_000 },
  { criticFault: 'critic threw: oops' },
  { frame: null, history: [], problem: 'It broke off.' },
]
const uis: Partial<Ui>[] = [
  { logarithmic: true },
  { filter: 'collapse' },
  { selected: 0 },
  { zoomed: true },
  { helpFilter: 'x' },
]

test('whatever changes the lines of a pane is among its needs, and a step changes only some', () => {
  const drawn = (name: (typeof paneNames)[number], view: View, ui: Ui) =>
    JSON.stringify([
      contents[name].legends(view, ui, 'braille'),
      contents[name].lines(view, ui, 'braille', 70, 14),
    ])
  for (const name of paneNames)
    for (const base of [story, strangersStory, pointsStory]) {
      const { needs } = contents[name]
      const before = needs(base, firstUi)
      const moments = [
        ...views.map((change) => [{ ...base, ...change }, firstUi] as const),
        ...uis.map((change) => [base, { ...firstUi, ...change }] as const),
      ]
      let unchanged = 0
      for (const [view, ui] of moments) {
        const after = needs(view, ui)
        expect(after.length).toBe(before.length)
        const needed = after.some((need, at) => need !== before[at])
        if (drawn(name, view, ui) !== drawn(name, base, firstUi)) expect(needed, name).toBe(true)
        if (!needed) unchanged++
      }
      expect(unchanged, `${name} is drawn anew for everything`).toBeGreaterThan(moments.length / 2)
    }
})
