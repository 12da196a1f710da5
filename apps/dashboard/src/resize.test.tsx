import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { render, useWindowSize } from 'ink'
import { expect, test } from 'vitest'
import { story } from './fixtures/story.ts'
import { Screen } from './screen.tsx'

function Window() {
  return <Screen view={story} title="li2017/fig1b" steps={5000} {...useWindowSize()} />
}

test('when the window changes, every line is written anew, none wider than it', async () => {
  const stdout = Object.assign(new PassThrough(), { columns: 100, rows: 30, isTTY: true })
  let written: string[] = []
  stdout.on('data', (data: Buffer) => void written.push(stripVTControlCharacters(data.toString())))
  const screen = render(<Window />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    interactive: true,
    incrementalRendering: true,
    patchConsole: false,
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve, 150))
  await settle()
  expect(written.join('')).toContain('2 parameters')
  for (const [columns, rows] of [
    [60, 40],
    [40, 12],
    [160, 12],
    [160, 50],
    [20, 6],
  ] as const) {
    written = []
    Object.assign(stdout, { columns, rows })
    stdout.emit('resize')
    await settle()
    for (const line of written.join('').split('\n'))
      expect(line.length).toBeLessThanOrEqual(columns)
    const last = written.findLast((text) => text.includes('[1 densities]')) ?? ''
    expect(last).toContain('▶ ')
    expect(last).toContain('q quit')
  }
  screen.unmount()
})
