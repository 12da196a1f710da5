import { describe, expect, test } from 'vitest'
import { emptyFolder } from './folder.ts'
import { ganglion, lines } from './command.ts'

const json = (...args: readonly string[]): Record<string, unknown> => {
  const { code, out, err } = ganglion('analyse', ...args, '--json')
  expect([code, err]).toEqual([0, ''])
  return lines(out)[0]!
}

describe('analyse', () => {
  test('tells eigenvalues of the step after a step, and of a stored run the same', () => {
    const { bash } = emptyFolder()
    const stored = bash(
      'ganglion run li2017/fig1a --steps 40 -o one && ganglion analyse one --json',
    )
    expect(stored.code).toBe(0)
    const again = JSON.parse(stored.out.trim().split('\n').at(-1)!) as Record<string, unknown>
    const found = json('li2017/fig1a', '--at', 'step', '40')
    expect(found).toMatchObject({ v: 1, type: 'analysis', at: 'step', step: 40, coordinates: 6 })
    for (const field of ['eigenvalues', 'state', 'verdict', 'radius'])
      expect(again[field]).toEqual(found[field])
    expect(found['difference']).toBeLessThan(1e-7)
  })

  test('finds an equilibrium and draws the unit disc', () => {
    const { code, out } = ganglion('analyse', 'li2017/fig1a', '--at', 'equilibrium', '--ascii')
    expect(code).toBe(0)
    expect(out).toMatch(/^mixture against interval, simultaneous\nabout an equilibrium, /)
    expect(out).toMatch(/^(stable|unstable|critical|rotating): /m)
    expect(out).toContain('E')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test.each([
    [['li2017/fig1c', '--at', '3'], 2, /jumps to its best answer/],
    [['li2017/fig1a', '--at', 'nowhere'], 2, /expected step, step N/],
    [['no-such-run'], 4, /no-such-run/],
    [['li2017/fig1a', '--at', 'step', '-3'], 2, /-3/],
  ])('%j is refused with %d', (args, expected, reason) => {
    const { code, out, err } = ganglion('analyse', ...args)
    expect([code, out]).toEqual([expected, ''])
    expect(err).toMatch(reason)
  })
})
