/** What fits where, in character cells. */
export interface Layout {
  readonly columns: number
  readonly rows: number
  /** Lines of the verdict strip. */
  readonly strip: number
  /** Lines of help at the bottom. */
  readonly foot: number
  readonly density: PaneSize
  readonly trajectories: PaneSize | null
  readonly beside: boolean
  /** Lines of the event log, its title included; 0 hides it. */
  readonly log: number
}

/** The size of a pane, its title included. */
export interface PaneSize {
  readonly columns: number
  readonly rows: number
}

const wide = 72
/** Below this a pane cannot hold title, plot, band and axis. */
const leastPane = 8

/** Shares the window out: side by side where it is wide, else one above the other or the densities alone. */
export function layOut(columns: number, windowRows: number, foot: number): Layout {
  const rows = Math.max(1, windowRows - 1)
  const strip = columns >= wide ? 1 : 2
  const body = Math.max(0, rows - strip - foot)
  const log = body < leastPane + 4 ? 0 : Math.max(4, Math.min(14, Math.floor(body / 4)))
  const plots = body - log
  const shared = { columns, rows, strip, foot, log }
  if (columns >= wide) {
    const left = Math.floor((columns - 1) / 2)
    return {
      ...shared,
      beside: true,
      density: { columns: left, rows: plots },
      trajectories: { columns: columns - 1 - left, rows: plots },
    }
  }
  const lower = plots >= 2 * leastPane ? Math.floor(plots / 2) : 0
  return {
    ...shared,
    beside: false,
    density: { columns, rows: plots - lower },
    trajectories: lower > 0 ? { columns, rows: lower } : null,
  }
}
