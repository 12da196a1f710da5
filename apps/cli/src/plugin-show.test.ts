import { registryWith } from 'ganglion'
import { expect, test } from 'vitest'
import { describedPlugins } from './plugin-described.ts'
import { pluginLines } from './plugin-show.ts'

const registry = await registryWith()
const shown = async (name: string): Promise<string> =>
  (await describedPlugins(name, registry)).flatMap(pluginLines).join('\n')

test('a family is shown with its source, its sizes and its options', async () => {
  const text = await shown('kernel')
  expect(text).toMatch(/^discriminators\/kernel\nsource +becker2022/)
  expect(text).toMatch(/^sizes +capacity 256, dimensions 2$/m)
  expect(text).toContain('--set discriminator=kernel')
  expect(text).toMatch(/^ {2}sigma +1 \(0\.000001 to 1000000\): width of the kernel/m)
  expect(text).toMatch(/^ {2}kernel +rbf \(one of rbf, laplacian, .*: K by/m)
})

test('a detector is shown with its definition, a metric with its signals, a paper with its presets', async () => {
  expect(await shown('detectors/oscillation')).toMatch(/^definition +\S/m)
  expect(await shown('l1')).toMatch(/^reads +\S[^]*^writes +l1$/m)
  expect(await shown('papers/li2017')).toMatch(/^presets +fig1a, /m)
})

test('every plugin can be shown', async () => {
  for (const [kind, named] of Object.entries(registry))
    for (const name of Object.keys(named))
      expect(await shown(`${kind}/${name}`)).toMatch(/^source +\S/m)
})

test('a name that nobody has is refused with what was meant', async () => {
  await expect(describedPlugins('nobody', registry)).rejects.toThrow(
    /no plugin nobody; `ganglion plugin list` tells all$/,
  )
  await expect(describedPlugins('kernal', registry)).rejects.toThrow(
    /no plugin kernal; did you mean kernel\?/,
  )
})

test('many words of a choice are counted, and what a stranger writes is shown, not obeyed', () => {
  const choices = Array.from({ length: 10 }, (_, k) => `w${k}`)
  const options = {
    word: { default: 'w0', choices, description: '\u001b[2J' },
    size: { default: 3 },
  }
  expect(pluginLines({ name: 'metrics/mine', options })).toEqual([
    'metrics/mine',
    'options',
    '  word  w0 (one of w0, w1, w2, w3, w4, w5, w6, w7 and 2 more: --json): ␛[2J',
    '  size  3',
  ])
})
