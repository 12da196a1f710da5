import { expect, test } from 'vitest'
import { emptyFolder } from './folder.ts'
import { commands, examplesOf, helpOf } from './help-page.ts'

const { bash } = emptyFolder()

test.each(commands)('the examples in the help of `ganglion %s` run', (name) => {
  const examples = examplesOf(helpOf(name).out)
  expect(examples.length).toBeGreaterThan(1)
  // Alone it asks for a terminal: see picker.test.ts.
  for (const line of examples.filter((one) => one !== 'ganglion')) {
    const ran = bash(`set -o pipefail; ${line}`)
    expect([line, ran.code, ran.err]).toEqual([line, 0, ''])
  }
})
