import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lines } from './command.ts'
import { stranger } from './stranger.ts'

const { ganglion, write } = stranger()

/** A discriminator that draws its start: none of its arrays is given. */
const code = `import { affine, defineDiscriminator } from 'ganglion/plugin'
export default defineDiscriminator({
  name: 'line', source: 'test',
  parameters: () => ({ slope: [] }),
  initial: (random) => ({ slope: random.uniform(-1, 1) }),
  critic: (x, { slope }) => slope.times(x(0)),
  expectation: {
    mixture: ({ weights, means }, f, { slope }) =>
      affine(f)(slope.times(weights(0).times(means(0)).plus(weights(1).times(means(1))))),
  },
})
`
write('project/line/line.ts', code)
const config = (plugins: unknown): string => {
  const text = JSON.stringify({ preset: 'li2017/fig1b', plugins, discriminator: 'line', steps: 9 })
  write('project/line.jsonc', text.replaceAll(',"', ',\n"'))
  return join('project', 'line.jsonc')
}

test('a configuration file names plugins, seen from where it stands', () => {
  const played = ganglion('.', 'run', config(['./line']), '--json')
  expect([played.code, played.err]).toEqual([0, ''])
  expect(lines(played.out)[0]!['plan']).toMatchObject({ discriminator: { plugin: 'line' } })
})

test('they come in a thread with limits, as those of --plugin do', () => {
  write('project/endless/endless.ts', 'for (;;);')
  const { code: left, out } = ganglion('.', 'run', config(['./endless']), '--deadline', '1')
  expect(left).toBe(1)
  expect(out).toMatch(/did not come back within 1 s/)
})

test('--print-config and schema know them; what is given nowhere is unset', () => {
  const { out } = ganglion('.', 'run', config(['./line']), '--print-config')
  expect(out).toMatch(/^plugins = \["\.\/line"\] +# project\/line\.jsonc:2$/m)
  expect(out).toMatch(/^discriminator\.slope +# unset: drawn with the seed by line$/m)
  expect(out).toMatch(/^discriminator\.initial +# unset: /m)
  expect(ganglion('.', 'schema', config(['./line'])).out).toMatch(/the numbers of `slope`/)
})

test('what is no list of paths is refused in its line, a path that leads nowhere as missing', () => {
  expect(ganglion('.', 'run', config('./line')).err).toMatch(
    /line.jsonc:2: plugins: expected a list, got "\.\/line": write \["\.\/line"\]/,
  )
  expect(ganglion('.', 'run', config(['./gone']))).toMatchObject({ code: 4 })
  expect(ganglion('.', 'run', 'li2017/fig1b', '--set', 'plugins=["x"]').err).toMatch(/--plugin/)
})
