import type { Drawing } from './drawing.ts'
import type { Figure } from './figure.ts'
import { drawHeatMap } from './heat-map-svg.ts'
import { markup, type Markup } from './markup.ts'
import { drawNumbers } from './numbers-svg.ts'
import { drawPlane } from './plane-svg.ts'
import { drawRates } from './rates-svg.ts'
import { figureStyle } from './style.ts'
import { drawTimes } from './times-svg.ts'
import { drawTrajectories } from './trajectories-svg.ts'
import { at } from './written-number.ts'

function drawingOf(figure: Figure): Drawing {
  if (figure.kind === 'heat-map') return drawHeatMap(figure)
  if (figure.kind === 'times') return drawTimes(figure)
  if (figure.kind === 'plane') return drawPlane(figure)
  if (figure.kind === 'numbers') return drawNumbers(figure)
  return figure.kind === 'rates' ? drawRates(figure) : drawTrajectories(figure)
}

/** A figure inside of a page, whose style it shares. */
export function inlineSvg(figure: Figure): Markup {
  const { width, height, body } = drawingOf(figure)
  return markup`<svg class="drawing" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" role="img" aria-label="${figure.title}">
${body}
</svg>`
}

const line = 18

/** A figure as a file of its own: an SVG with its title and style, light or dark as the reader wishes. */
export function figureSvg(figure: Figure): string {
  const { width, height, body } = drawingOf(figure)
  const title = folded(figure.title, Math.floor(width / 8.7))
  const top = title.length * line + 10
  const [across, down] = [at(width + 20), at(height + top + 10)]
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 ${across} ${down}" width="${across}" height="${down}" role="img">
<title>${figure.title}</title>
<style>${figureStyle}</style>
<rect class="paper" width="100%" height="100%"/>
${title.map((words, k) => markup`<text class="title" x="10" y="${10 + line * (k + 0.8)}">${words}</text>`)}
<g transform="translate(10 ${top})">
${body}
</g>
</svg>
`.toString()
}

/** Text in lines of so many characters, broken between words. */
function folded(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
