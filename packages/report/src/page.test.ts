import { expect, test } from 'vitest'
import { sample } from './fixtures/sample-report.ts'
import { figureSvg, writeReport, type Figure, type Report } from './index.ts'

const hostile = `<script>alert("x")</script>' onload="y" &amp; \u202E\u001B[31m`

/** What a reader would obey. */
const obeyed = ['<script', '\u202E', '\u001B']

/** Every string of plain data replaced, but the words that decide how something is drawn. */
function poisoned<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (key === 'kind' || key === 'scale' ? value : hostile) as T
  if (Array.isArray(value)) return value.map((one) => poisoned(one as unknown)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, poisoned(one as unknown, name)]),
  ) as T
}

/** Tags of a page, by name, with their attributes. */
const tags = (text: string): string[] => [...text.matchAll(/<[a-z!][^>]*>/gi)].map(([tag]) => tag)

test('no string of a report is obeyed', async () => {
  const bad: Report = poisoned({
    ...sample,
    runs: sample.runs.map((run) => ({ ...run, plan: { [hostile]: hostile } })),
  })
  const page = await writeReport(bad)
  expect(page).toContain(
    '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; onload=&quot;y&quot; &amp;amp;',
  )
  for (const one of obeyed) expect(page).not.toContain(one)
  for (const tag of tags(page)) expect(tag).not.toMatch(/\son\w+=["']/)
  // As many tags as without: nothing came out of its place.
  const clean = await writeReport({
    ...sample,
    runs: sample.runs.map((run) => ({ ...run, name: run.title, plan: {} })),
  })
  expect(tags(page).length).toBe(tags(clean).length)
})

test('no string of a figure is obeyed', () => {
  for (const figure of sample.runs[0]!.figures) {
    const text = figureSvg(poisoned(figure) as Figure)
    expect(text).toContain('&lt;script&gt;')
    for (const one of obeyed) expect(text).not.toContain(one)
    for (const tag of tags(text)) expect(tag).not.toMatch(/\son\w+=["']/)
  }
})

test('a page runs nothing and fetches nothing', async () => {
  const page = await writeReport(sample)
  expect(page).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
  )
  expect(page).not.toMatch(
    /https?:|\/\/[a-z]|url\(|@import|<(script|link|img|iframe|object|base)\b/i,
  )
  for (const figure of sample.runs[0]!.figures)
    expect(figureSvg(figure).replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|url\(|<script|<image|href/i,
    )
})

test('equal reports give equal bytes', async () => {
  expect(await writeReport(structuredClone(sample))).toBe(await writeReport(sample))
  const other = { ...sample, title: 'Another' }
  expect(await writeReport(other)).not.toBe(await writeReport(sample))
})

test('tags of a page and of figures are closed in order', async () => {
  for (const text of [await writeReport(sample), ...sample.runs[0]!.figures.map(figureSvg)]) {
    const open: string[] = []
    for (const [, end, name, self] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*?(\/?)>/g)) {
      if (self === '/' || name === 'meta') continue
      if (end === '/') expect(open.pop()).toBe(name)
      else open.push(name!)
    }
    expect(open).toEqual([])
  }
})

test('a page of more runs begins with their names, which lead to them', async () => {
  const [run] = sample.runs
  const runs = [run!, { ...run!, title: 'the second' }]
  const page = await writeReport({ ...sample, runs })
  const ids = [...page.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(page).toContain(`<a href="#${id}">`)
  expect(await writeReport(sample)).not.toContain('<a ')
})
