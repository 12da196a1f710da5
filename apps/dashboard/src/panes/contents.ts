import type { Glyphs } from '@ganglion/plot'
import type { View } from '../feed.ts'
import type { PaneName, Ui } from '../ui.ts'
import { actorLines } from './actors.ts'
import { densityLegend, densityLines } from './densities.ts'
import { eventLegend, eventLines } from './events.ts'
import type { Line, Piece } from './line.ts'
import { distanceQuantities, gradientQuantities, overSteps, quantityLegend } from './over-steps.ts'
import { parameterLegend, parameterLines } from './parameters.ts'
import { phaseLegend, phaseLines } from './phase.ts'

/** What is in a pane: its legend, its lines, and what both depend on (always as many things for one pane). */
export interface Content {
  readonly needs: (view: View, ui: Ui) => readonly unknown[]
  readonly legends: (view: View, ui: Ui, glyphs: Glyphs) => readonly (readonly Piece[])[]
  readonly lines: (
    view: View,
    ui: Ui,
    glyphs: Glyphs,
    columns: number,
    rows: number,
  ) => readonly Line[]
}

/** The contents of every pane. */
export const contents: Readonly<Record<PaneName, Content>> = {
  densities: {
    needs: ({ frame, critic }) => [frame, critic],
    legends: ({ frame, critic }, _, glyphs) => densityLegend({ frame, critic, glyphs }),
    lines: ({ frame, critic }, _, glyphs, columns, rows) =>
      densityLines({ frame, critic, glyphs }, columns, rows),
  },
  parameters: {
    needs: ({ history }) => [history],
    legends: ({ history }, _, glyphs) => parameterLegend({ history, glyphs }),
    lines: ({ history }, _, glyphs, columns, rows) =>
      parameterLines({ history, glyphs }, columns, rows),
  },
  distances: {
    needs: ({ history }, { logarithmic }) => [history, logarithmic],
    legends: (view, ui, glyphs) => quantityLegend(distanceData(view, ui, glyphs)),
    lines: (view, ui, glyphs, columns, rows) =>
      overSteps(distanceData(view, ui, glyphs), columns, rows),
  },
  gradients: {
    needs: ({ history }, { logarithmic }) => [history, logarithmic],
    legends: (view, ui, glyphs) => quantityLegend(gradientData(view, ui, glyphs)),
    lines: (view, ui, glyphs, columns, rows) =>
      overSteps(gradientData(view, ui, glyphs), columns, rows),
  },
  phase: {
    needs: ({ history }) => [history],
    legends: ({ history }, _, glyphs) => phaseLegend({ history, glyphs }),
    lines: ({ history }, _, glyphs, columns, rows) =>
      phaseLines({ history, glyphs }, columns, rows),
  },
  actors: {
    needs: ({ frame, actors, options, seed, speed, pace, ending }) => [
      frame,
      actors,
      options,
      seed,
      speed,
      pace,
      ending,
    ],
    legends: () => [],
    lines: (view, _ui, _glyphs, columns, rows) => actorLines(view, columns, rows),
  },
  events: {
    needs: ({ events }, { filter, selected, zoomed }) => [events, filter, selected, zoomed],
    legends: ({ events }, ui) => eventLegend(events, ui),
    lines: ({ events }, ui, _, columns, rows) => eventLines(events, ui, columns, rows),
  },
}

const distanceData = ({ history }: View, { logarithmic }: Ui, glyphs: Glyphs) => ({
  history,
  quantities: distanceQuantities(history),
  logarithmic,
  glyphs,
})

/** Norms and widths span decades, so their axis is logarithmic until the key is pressed. */
const gradientData = ({ history }: View, { logarithmic }: Ui, glyphs: Glyphs) => ({
  history,
  quantities: gradientQuantities(history),
  logarithmic: !logarithmic,
  glyphs,
})
