import { claimsMarkup, verdictSentence } from './claims-markup.ts'
import { markup, type Markup } from './markup.ts'
import type { Report, ReportRun } from './report.ts'
import { placeOf, runMarkup } from './run-markup.ts'
import { figureStyle, pageStyle } from './style.ts'

/**
 * A report as one HTML page: it needs no script and no network, and the policy in its head lets nothing else happen. Equal
 * reports give equal bytes.
 */
export function writeReport({ title, lead, runs, claims }: Report): Promise<string> {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${figureStyle}${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${lead === undefined ? null : markup`<p>${lead}</p>\n`}${claims.length === 0 ? null : markup`<p>${verdictSentence(claims)}</p>\n`}</header>
<main>
${claimsMarkup(claims)}${contents(runs)}${runs.map(runMarkup)}</main>
</body>
</html>
`
  return Promise.resolve(page.toString())
}

/** Where each run stands, when there are more. */
function contents(runs: readonly ReportRun[]): Markup | null {
  if (runs.length < 2) return null
  return markup`<h2>Runs</h2>
<ol class="runs">
${runs.map(({ title }, k) => markup`<li><a href="#${placeOf(k)}">${title}</a></li>\n`)}</ol>
`
}
