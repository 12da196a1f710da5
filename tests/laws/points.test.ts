import { javascript } from '@ganglion/calculus'
import type { Frame } from '@ganglion/core'
import { cos, sin } from '@ganglion/numerics'
import type { Config } from '@ganglion/plan'
import { describe, expect, test } from 'vitest'
import { bitsOf, play } from './game.ts'
import { expectEachAlone, planIn10 } from './points-game.ts'

describe('in ten dimensions', () => {
  test('20 members at once = 20 alone, bit for bit, each against its own sphere', async () => {
    await expectEachAlone(20)
  })

  test('the kernels give the bits of the compiled programs', async () => {
    const plan = await planIn10({ members: 7 })
    const [built, compiled] = [await play(plan), await play(plan, { backend: javascript })]
    for (let m = 0; m < 7; m++) expect(bitsOf(built.final, m)).toBe(bitsOf(compiled.final, m))
  })

  test('a member is played against its own target: it moves otherwise against that of the first', async () => {
    const own = await planIn10({ members: 3 })
    const { drawTarget: _, ...shared } = own
    const [apart, same] = [await play(own), await play(shared)]
    expect(bitsOf(same.final, 0)).toBe(bitsOf(apart.final, 0))
    for (const m of [1, 2]) expect(bitsOf(same.final, m)).not.toBe(bitsOf(apart.final, m))
  })
})

test('members whose positions of the target are given = each against its own points', async () => {
  const plan = await planIn10({ target: { kind: 'sphere', points: 2, dimensions: 10 }, members: 3 })
  const rows = [0, 1, 2].map((m) => Array.from({ length: 20 }, (_, c) => (c % 7) / 7 - m / 3))
  const together = await play(plan, {
    own: {
      'target.positions': Float64Array.from(
        Array.from({ length: 20 }).flatMap((_, c) => rows.map((row) => row[c]!)),
      ),
    },
  })
  for (const [m, row] of rows.entries()) {
    const target = { kind: 'points', positions: [row.slice(0, 10), row.slice(10)] }
    const alone = await play(await planIn10({ target }), { firstMember: m })
    expect(bitsOf(alone.final, 0)).toBe(bitsOf(together.final, m))
  }
})

/** becker2022, eqs. (5) and (9) written out: f = theta . a(x), both players at once. */
function simulated(start: Frame, steps: number, rates: readonly [number, number], lambda: number) {
  const at = (name: string): number[] => Array.from(start.signals[name]!.numbers)
  const [theta, frequency, phase] = ['theta', 'frequency', 'phase'].map((n) =>
    at(`discriminator.${n}`),
  )
  const [positions, masses] = [at('generator.positions'), at('generator.masses')]
  const [truth, weights] = [at('target.positions'), at('target.masses')]
  const [count, d] = [theta!.length, positions.length / masses.length]
  const height = Math.sqrt(2 / count)
  const angle = (m: number, x: readonly number[], j: number): number => {
    let dot = phase![m]!
    for (let c = 0; c < d; c++) dot += frequency![m * d + c]! * x[j * d + c]!
    return dot
  }
  for (let k = 0; k < steps; k++) {
    const ascent = theta!.map((t, m) => {
      let slope = -lambda * t
      weights.forEach((p, i) => (slope += p * height * cos(angle(m, truth, i))))
      masses.forEach((q, j) => (slope -= q * height * cos(angle(m, positions, j))))
      return slope
    })
    const pull = positions.map((_, cell) => {
      const [j, c] = [Math.floor(cell / d), cell % d]
      let slope = 0
      theta!.forEach((t, m) => {
        slope -= t * height * frequency![m * d + c]! * sin(angle(m, positions, j))
      })
      return masses[j]! * slope
    })
    ascent.forEach((slope, m) => (theta![m]! += rates[1] * slope))
    pull.forEach((slope, cell) => (positions[cell]! += rates[0] * slope))
  }
  return { theta: theta!, positions }
}

test.each([2, 10])('in %i dimensions the game is that of becker2022, eqs. 5 and 9', async (d) => {
  const target =
    d === 2 ? { kind: 'ring', points: 4 } : { kind: 'sphere', points: 4, dimensions: 10 }
  const config = {
    target,
    generator: { plugin: 'points', points: 3, dimensions: d },
    discriminator: { plugin: 'features', features: 8, dimensions: d, lambda: 0.01 },
  }
  const start = await play(await planIn10(config, { steps: 1, every: 1, dynamics: rated(0, 0) }))
  const { final } = await play(await planIn10(config, { steps: 100, every: 100 }))
  const wanted = simulated(start.final, 100, [0.3, 0.2], 0.01)
  wanted.theta.forEach((t, m) =>
    expect(final.signals['discriminator.theta']!.numbers[m]!).toBeCloseTo(t, 10),
  )
  wanted.positions.forEach((x, c) =>
    expect(final.signals['generator.positions']!.numbers[c]!).toBeCloseTo(x, 10),
  )
  expect(Math.hypot(...wanted.theta)).toBeGreaterThan(0.1)
})

const rated = (generatorRate: number, discriminatorRate: number): Config => ({
  plugin: 'simultaneous',
  generatorRate,
  discriminatorRate,
})
