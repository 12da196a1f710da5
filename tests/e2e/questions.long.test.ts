import { expect, test } from 'vitest'
import { emptyFolder } from './folder.ts'

const { bash, write } = emptyFolder()

const talkative = write(
  'talkative.ts',
  `import { defineDiscriminator, sum } from 'ganglion/plugin'
console.log('a plugin that talks')
export default defineDiscriminator({
  name: 'talkative', source: 'a\\u001b[31mred', sizes: { slopes: 1 }, options: { gain: 2 },
  parameters: ({ slopes }) => ({ slope: [slopes] }), initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => sum(slope, (s) => s.times(x(0))),
})\n`,
)
const hanging = write('hanging.ts', 'for (;;) {}\n')
const throwing = write('throwing.ts', "throw new Error('not today')\n")
const leaving = write('leaving.ts', 'process.exit(0)\n')

const questions = {
  config: 'ganglion run li2017/fig1b --print-config --deadline 1 --plugin',
  schema: 'ganglion schema --plugin',
  presets: 'ganglion presets --plugin',
  plugins: 'ganglion plugin list --plugin',
}

test.each(Object.entries(questions))(
  'a plugin that leaves is named when asked about %s',
  (_, ask) => {
    const { code, out, err } = bash(`${ask} ${leaving}`)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('leaving.ts')
  },
)

test('what a plugin prints is not among the results', () => {
  const { code, out, err } = bash(`${questions.presets} ${talkative}`)
  expect(code).toBe(0)
  expect(out).toContain('li2017/fig1a')
  expect(out).not.toContain('talks')
  expect(err).toContain('a plugin that talks')
})

test('a plugin that throws is named, and nothing is printed', () => {
  const { code, out, err } = bash(`${questions.schema} ${throwing}`)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/throwing\.ts.*not today/)
  expect(err).not.toMatch(/^\s+at /m)
})

test('a plugin that hangs is named when its time is over', () => {
  const { code, out, err } = bash(`${questions.config} ${hanging}`)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/hanging\.ts.*within 1 s/)
})

test('the values of a plugin have its defaults as their origin', () => {
  const { out } = bash(
    `${questions.config} ${talkative} --set discriminator=talkative --format json`,
  )
  expect(JSON.parse(out)).toMatchObject({
    'discriminator.plugin': { value: 'talkative', origin: 'flag --set' },
    'discriminator.gain': { value: 2, origin: 'default of talkative' },
  })
})

test('control characters of a plugin are shown, not obeyed', () => {
  const { out } = bash(`${questions.plugins} ${talkative}`)
  expect(out).toContain('␛[31mred')
  expect(out).not.toContain('\u001b')
})
