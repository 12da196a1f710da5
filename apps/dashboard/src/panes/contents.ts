import type { Glyphs } from '@ganglion/plot'
import type { View } from '../feed.ts'
import type { PaneName, Ui } from '../ui.ts'
import { failureOf } from '../failure.ts'
import { actorLines } from './actors.ts'
import { eigenvalueLegend, eigenvalueLines } from './eigenvalues.ts'
import { eventLegend, eventLines } from './events.ts'
import { lawLegend, lawLines, lawNeeds, lawTitle } from './laws.ts'
import type { Line, Piece } from './line.ts'
import { distanceQuantities, gradientQuantities, overSteps, quantityLegend } from './over-steps.ts'
import { parameterLegend, parameterLines } from './parameters.ts'
import { phaseLegend, phaseLines } from './phase.ts'

/** What is in a pane: its legend, its lines, and what both depend on (always as many things for one pane). */
export interface Content {
  /** What the pane is called where that is not its name. */
  readonly title?: (view: View) => string
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
    title: lawTitle,
    needs: lawNeeds,
    legends: (view, _, glyphs) => lawLegend(view, glyphs),
    lines: (view, _, glyphs, columns, rows) => lawLines(view, glyphs, columns, rows),
  },
  parameters: {
    needs: (view) => [view.history, failed(view)],
    legends: ({ history }, _, glyphs) => parameterLegend({ history, glyphs }),
    lines: (view, _, glyphs, columns, rows) =>
      parameterLines({ history: view.history, glyphs, failed: failed(view) }, columns, rows),
  },
  distances: {
    needs: (view, { logarithmic }) => [view.history, failed(view), logarithmic],
    legends: (view, ui, glyphs) => quantityLegend(distanceData(view, ui, glyphs)),
    lines: (view, ui, glyphs, columns, rows) =>
      overSteps(distanceData(view, ui, glyphs), columns, rows),
  },
  gradients: {
    needs: (view, { logarithmic }) => [view.history, failed(view), logarithmic],
    legends: (view, ui, glyphs) => quantityLegend(gradientData(view, ui, glyphs)),
    lines: (view, ui, glyphs, columns, rows) =>
      overSteps(gradientData(view, ui, glyphs), columns, rows),
  },
  phase: {
    needs: (view) => [view.history, failed(view)],
    legends: ({ history }, _, glyphs) => phaseLegend({ history, glyphs }),
    lines: (view, _, glyphs, columns, rows) =>
      phaseLines({ history: view.history, glyphs, failed: failed(view) }, columns, rows),
  },
  actors: {
    needs: ({ frame, actors, options, seed, speed, pace, ending, untold }) => [
      frame,
      actors,
      options,
      seed,
      speed,
      pace,
      ending,
      untold,
    ],
    legends: () => [],
    lines: (view, _ui, _glyphs, columns, rows) => actorLines(view, columns, rows),
  },
  events: {
    needs: (view, { filter, selected, zoomed }) => [
      view.events,
      failureOf(view),
      filter,
      selected,
      zoomed,
    ],
    legends: ({ events }, ui) => eventLegend(events, ui),
    lines: (view, ui, _, columns, rows) =>
      eventLines(view.events, ui, columns, rows, failureOf(view)),
  },
  eigenvalues: {
    needs: (view, { logarithmic }) => [view.stability, failed(view), logarithmic],
    legends: (view, ui, glyphs) => eigenvalueLegend(eigenvalueData(view, ui, glyphs)),
    lines: (view, ui, glyphs, columns, rows) =>
      eigenvalueLines(eigenvalueData(view, ui, glyphs), columns, rows),
  },
}

const failed = (view: View): boolean => failureOf(view) !== null

/** The key that makes axes logarithmic elsewhere shows the other frame here. */
const eigenvalueData = (view: View, { logarithmic }: Ui, glyphs: Glyphs) => ({
  stability: view.stability,
  failed: failed(view),
  other: logarithmic,
  glyphs,
})

const distanceData = (view: View, { logarithmic }: Ui, glyphs: Glyphs) => ({
  history: view.history,
  failed: failed(view),
  quantities: distanceQuantities(view.history),
  logarithmic,
  glyphs,
})

/** Norms and widths span decades, so their axis is logarithmic until the key is pressed. */
const gradientData = (view: View, { logarithmic }: Ui, glyphs: Glyphs) => ({
  history: view.history,
  failed: failed(view),
  quantities: gradientQuantities(view.history),
  logarithmic: !logarithmic,
  glyphs,
})
