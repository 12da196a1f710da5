import { inlineSvg } from './figure-svg.ts'
import { markup, type Markup } from './markup.ts'
import type { ReportRun } from './report.ts'
import { tableMarkup } from './table.ts'

/** The name of the place of a run on its page. */
export const placeOf = (k: number): string => `run-${k + 1}`

/** A run: its figures, its tables, and how to make it again. */
export function runMarkup(run: ReportRun, k: number): Markup {
  const { name, title, command, commandNote, facts, figures, note, tables, plan } = run
  return markup`<section id="${placeOf(k)}">
<h2>${title}</h2>
${title.startsWith(name) ? null : markup`<p class="note">run <span class="code">${name}</span></p>\n`}${note === undefined ? null : markup`<p>${note}</p>\n`}<div class="figures">
${figures.map((figure) => markup`<figure class="${figure.kind === 'heat-map' ? 'square' : 'wide'}">\n<figcaption>${figure.title}</figcaption>\n${inlineSvg(figure)}\n</figure>\n`)}</div>
${tables.map(tableMarkup)}<h3>How to make it again</h3>
<pre>${command}</pre>
${commandNote === undefined ? null : markup`<p class="note">${commandNote}</p>\n`}<dl>
${facts.map(([label, value]) => markup`<dt>${label}</dt><dd class="code">${value}</dd>\n`)}</dl>
<details>
<summary>The whole plan</summary>
<pre>${planText(plan)}</pre>
</details>
</section>
`
}

/** JSON in which lists of numbers stand on one line. */
function planText(plan: unknown): string {
  const text = JSON.stringify(plan, null, 2) ?? 'none'
  return text.replace(/\[[^[\]{}"]*\]/g, (list) => list.replace(/\s+/g, ' '))
}
