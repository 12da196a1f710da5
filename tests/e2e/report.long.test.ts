import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lines } from './command.ts'
import { emptyFolder } from './folder.ts'

const { bash, write } = emptyFolder()
const folder = bash('pwd').out.trim()
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const sweep = (more: string): string =>
  `ganglion sweep li2017/fig3-regular --set grid=3 --set trials=4 --set steps=300 --set every=100 ${more}`

test('a page of a sweep: figures with counts, table, and the command that makes the run again', () => {
  const { out: told } = bash(sweep('--seed 7 -o tiny'))
  const { code, out, err } = bash('ganglion report latest --svg figures')
  expect([code, out, err]).toEqual([0, 'runs/tiny/report.html\n', ''])
  const page = read('runs/tiny/report.html')
  const table = /sha256:[0-9a-f]{64}/.exec(told)![0]
  expect(page).toContain(table)
  expect(page.match(/<title>-?[01], -?[01]: [0-4] of 4/g)).toHaveLength(27)
  expect(page).toMatch(/<td class="text">offDiagonal<\/td><td class="text">l1<\/td>/)
  // The paper's claims are about more steps.
  expect(page).not.toContain('<h2>Claims</h2>')
  expect(readdirSync(join(folder, 'figures')).toSorted()).toEqual([
    'tiny-l1.svg',
    'tiny-means.svg',
    'tiny-tv.svg',
  ])
  // The counts of the figures are those of the table.
  const figure = read('figures/tiny-tv.svg')
  const counts = [...figure.matchAll(/: (\d) of 4 \(/g)].map(([, count]) => Number(count))
  const [, mean] = /offDiagonal +tv +([\d.]+)/.exec(told)!
  const off = [1, 2, 3, 5, 6, 7].reduce((all, cell) => all + counts[cell]!, 0)
  expect((off / 24).toFixed(4)).toBe(mean)

  const [, command] = /<pre>(ganglion sweep [^<]+)<\/pre>/.exec(page)!
  expect(command).toBe(
    `ganglion sweep li2017/fig3-regular --set steps=300 --set every=100 --set grid=3 --set trials=4 --seed 7`,
  )
  expect(bash(`${command} -o again`).out).toContain(table)
})

test('the same runs give the same bytes; a page may be printed', () => {
  bash(`${sweep('-o one')}; ${sweep('-o two')}`)
  const { code, out } = bash('ganglion report one two -o -')
  expect([code, out.endsWith('</html>\n')]).toEqual([0, true])
  expect(bash('ganglion report one two -o -').out).toBe(out)
})

test('claims stand beside the sentences of the paper; those that need more runs name them', () => {
  const small = 'ganglion sweep li2017/fig3-regular --set grid=3 --set trials=2'
  const { code, out } = bash(`${small} -o claimed >/dev/null && ganglion report latest -o - `)
  expect(code).toBe(0)
  expect(out).toMatch(
    /(holds|fails)<\/span><\/td>.*<blockquote>indeed, when given random initial conditions/,
  )
  expect(out).toMatch(/not judged.*it also needs sweeps of li2017\/fig3-unrolled/)
})

test('a single run is played for its page', () => {
  const { code, out } = bash('ganglion report li2017/fig1a --out fig1a.html --json')
  expect(code).toBe(0)
  expect(lines(out)[0]).toMatchObject({
    v: 1,
    type: 'report.written',
    file: 'fig1a.html',
    figures: ['li2017-fig1a-trajectories'],
  })
  const page = read('fig1a.html')
  expect(page).toContain('✓ holds')
  expect(page).toContain('<pre>ganglion run li2017/fig1a</pre>')
})

test('what flags cannot say leaves as a file', () => {
  write(
    'mine.jsonc',
    '{"preset":"li2017/fig1b","steps":100,"every":100,"discriminator":{"initial":"random"},"metrics":["l1"],"sweep":{"cells":{"dynamics":{"generatorRate":[0.1,0.3]}},"trials":3,"success":{"near":{"signal":"l1","below":0.5}}}}',
  )
  expect(bash('ganglion sweep mine.jsonc -o mine').code).toBe(0)
  expect(bash('ganglion report mine --out mine.html').code).toBe(0)
  const page = read('mine.html')
  expect(page).toContain('<pre>ganglion sweep plan.json</pre>')
  expect(page).toContain('share of 3 trials that succeed')
})

test('what cannot be reported is refused, with what to do', () => {
  bash(sweep('-o half'))
  const [chunk] = readdirSync(join(folder, 'runs/half/chunks'))
  rmSync(join(folder, 'runs/half/chunks', chunk!))
  const half = bash('ganglion report half')
  expect(half.code).toBe(1)
  expect(half.err).toMatch(
    /half is not finished: \d+ of \d+ chunks are stored. .*ganglion resume half/,
  )
  const none = bash('ganglion report nosuch')
  expect([none.code, none.out]).toEqual([4, ''])
  expect(none.err).toContain('nosuch')
  const many = bash('ganglion report li2017/fig3-regular')
  expect(many.code).toBe(2)
  expect(many.err).toContain('ganglion sweep li2017/fig3-regular')
  const nowhere = bash('ganglion report one --out nowhere/page.html')
  expect(nowhere.code).toBe(2)
  expect(nowhere.err).toContain('nowhere/page.html: its folder does not exist')
})
