import { markup, type Markup } from './markup.ts'
import { at } from './written-number.ts'

/** A line of a legend: what is drawn so. */
export interface LegendEntry {
  readonly label: string
  /** The class that gives stroke or fill. */
  readonly look: string
  /** An area, not a line. */
  readonly area?: boolean
}

const row = 18
/** About the width of a character. */
const character = 6.8

/** Names of lines above a drawing, as many in a row as fit. */
export function drawLegend(
  entries: readonly LegendEntry[],
  from: number,
  to: number,
): { readonly height: number; readonly body: Markup } {
  let [x, y] = [from, row - 5]
  const placed = entries.map((entry) => {
    const length = 30 + entry.label.length * character
    if (x > from && x + length > to) [x, y] = [from, y + row]
    const drawn = sample(entry, x, y)
    x += length + 16
    return drawn
  })
  return { height: y + 5, body: markup`<g class="legend">${placed}</g>` }
}

function sample({ label, look, area = false }: LegendEntry, x: number, y: number): Markup {
  const picture = area
    ? markup`<rect class="area" x="${at(x)}" y="${at(y - 9)}" width="22" height="10"/>`
    : markup`<path class="stroke" d="M${at(x)} ${at(y - 4)}h22"/>`
  return markup`<g class="${look}">${picture}</g><text x="${at(x + 28)}" y="${at(y)}">${label}</text>`
}
