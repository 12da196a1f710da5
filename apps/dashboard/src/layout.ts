import type { PaneName } from './ui.ts'

/** The size of a pane in character cells, its title included. */
export interface PaneSize {
  readonly columns: number
  readonly rows: number
}

/** A pane and its size. */
export interface PlacedPane extends PaneSize {
  readonly name: PaneName
}

/** What stands where, from top to bottom: the strip, shelves of panes side by side, the foot. */
export interface Layout {
  readonly columns: number
  readonly rows: number
  /** Lines of the verdict strip. */
  readonly strip: number
  /** Lines between strip and foot. */
  readonly body: number
  readonly shelves: readonly (readonly PlacedPane[])[]
  /** How many panes are to be seen. */
  readonly shown: number
}

/** What a layout depends on besides the window. */
export interface Choice {
  readonly focus: PaneName
  readonly zoomed: boolean
}

/** Panes side by side, and the share of the height that they take. */
interface Shelf {
  readonly names: readonly PaneName[]
  readonly share: number
}

/** Least size of a window for an arrangement; the first that fits is taken. */
interface Arrangement {
  readonly columns: number
  readonly body: number
  readonly shelves: readonly Shelf[]
  /** The pane that gives way when the focus is on one that has no place. */
  readonly spare: PaneName
}

const arrangements: readonly Arrangement[] = [
  {
    columns: 132,
    body: 34,
    spare: 'events',
    shelves: [
      { names: ['densities', 'parameters'], share: 0.39 },
      { names: ['distances', 'gradients', 'phase'], share: 0.33 },
      { names: ['actors', 'events'], share: 0.28 },
    ],
  },
  {
    columns: 72,
    body: 44,
    spare: 'events',
    shelves: [
      { names: ['densities', 'parameters'], share: 0.3 },
      { names: ['distances', 'gradients'], share: 0.25 },
      { names: ['phase', 'actors'], share: 0.25 },
      { names: ['events'], share: 0.2 },
    ],
  },
  {
    columns: 132,
    body: 16,
    spare: 'distances',
    shelves: [
      { names: ['densities', 'parameters', 'distances'], share: 0.66 },
      { names: ['events'], share: 0.34 },
    ],
  },
  {
    columns: 92,
    body: 24,
    spare: 'phase',
    shelves: [
      { names: ['densities', 'parameters'], share: 0.4 },
      { names: ['distances', 'phase'], share: 0.38 },
      { names: ['events'], share: 0.22 },
    ],
  },
  {
    columns: 72,
    body: 15,
    spare: 'parameters',
    shelves: [
      { names: ['densities', 'parameters'], share: 0.66 },
      { names: ['events'], share: 0.34 },
    ],
  },
  {
    columns: 72,
    body: 7,
    spare: 'parameters',
    shelves: [{ names: ['densities', 'parameters'], share: 1 }],
  },
  {
    columns: 40,
    body: 30,
    spare: 'parameters',
    shelves: [
      { names: ['densities'], share: 0.4 },
      { names: ['parameters'], share: 0.35 },
      { names: ['events'], share: 0.25 },
    ],
  },
  {
    columns: 40,
    body: 18,
    spare: 'parameters',
    shelves: [
      { names: ['densities'], share: 0.5 },
      { names: ['parameters'], share: 0.5 },
    ],
  },
]

/** Shares the window out. The last line stays free, so that no terminal scrolls; the focused pane has a place always. */
export function layOut(
  columns: number,
  windowRows: number,
  foot: number,
  { focus, zoomed }: Choice,
): Layout {
  const rows = Math.max(1, windowRows - 1)
  const strip = Math.min(rows, rows < 8 ? 1 : 2)
  const body = Math.max(0, rows - strip - foot)
  const alone: Shelf[] = [{ names: [focus], share: 1 }]
  const found = zoomed
    ? undefined
    : arrangements.find((one) => columns >= one.columns && body >= one.body)
  const shelves = found ? withFocus(found, focus) : alone
  const placed = body > 0 ? heights(shelves, body) : []
  return {
    columns,
    rows,
    strip,
    body,
    shelves: placed.map(({ names, height }) => beside(names, columns, height)),
    shown: shelves.reduce((sum, { names }) => sum + names.length, 0),
  }
}

function withFocus({ shelves, spare }: Arrangement, focus: PaneName): readonly Shelf[] {
  if (shelves.some(({ names }) => names.includes(focus))) return shelves
  // One plane for another, where there is one.
  const planes = shelves.some(({ names }) => names.includes('phase'))
  const given = focus === 'eigenvalues' && planes ? 'phase' : spare
  const swap = (name: PaneName): PaneName => (name === given ? focus : name)
  return shelves.map(({ names, share }) => ({ names: names.map(swap), share }))
}

/** Whole lines for every shelf; what is over goes to the first. */
function heights(shelves: readonly Shelf[], body: number) {
  const shared = shelves.map(({ names, share }) => ({ names, height: Math.floor(body * share) }))
  const over = body - shared.reduce((sum, { height }) => sum + height, 0)
  return shared.map((shelf, at) => (at === 0 ? { ...shelf, height: shelf.height + over } : shelf))
}

/** Panes side by side with a blank column between them; actors need no more than their words. */
function beside(names: readonly PaneName[], columns: number, rows: number): PlacedPane[] {
  const room = columns - (names.length - 1)
  const equal = names.map((_, at) => Math.floor((room + at) / names.length))
  const narrow = Math.min(56, Math.floor(room / 2))
  const wishes =
    names.length === 2 && names[0] === 'actors' && names[1] === 'events'
      ? [narrow, room - narrow]
      : equal
  return names.map((name, at) => ({ name, columns: wishes[at]!, rows }))
}
