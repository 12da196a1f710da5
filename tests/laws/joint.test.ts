import { javascript, type Backend } from '@ganglion/calculus'
import type { Rate } from '@ganglion/core'
import { exact } from '@ganglion/kernels'
import { expect, test } from 'vitest'
import { layTable, type Table } from '../../packages/engine/src/table.ts'
import { crowd, planOf } from './game.ts'

const members = 33
const backends: [string, Backend][] = [
  ['compiled JavaScript', javascript],
  ['vector kernels', exact],
]

async function tableOf(backend: Backend, crossing: string): Promise<Table> {
  const plan = await planOf('fig1b', crowd, { members, seed: 5, discriminator: { crossing } })
  return layTable(plan, { backend, firstMember: 0, poison: true, extent: 'read' })
}

function rateOf(backend: Backend, value: number): Rate {
  const numbers = backend.allocate(members).fill(value)
  return { type: 'rate', option: 'rate', block: { cells: 1, members, layout: 'lanes', numbers } }
}

/** A simultaneous step; whoever `looks` at the answer makes each player move by itself. */
function step({ generator, discriminator }: Table, up: Rate, down: Rate, looks: boolean): void {
  const { ascent, critique } = discriminator.respond(generator.measure())
  if (looks) expect(Object.keys(ascent.blocks)).toEqual(['left', 'right'])
  discriminator.ascend(ascent, up)
  generator.descend(critique, down)
  generator.recycle()
  discriminator.recycle()
}

function bitsOf({ generator, discriminator }: Table): string {
  const states = [generator.player.state, discriminator.player.state]
  return states
    .flatMap((state) => Object.values(state))
    .map(({ numbers }) => Buffer.from(numbers.slice().buffer).toString('hex'))
    .join('\n')
}

for (const [name, backend] of backends) {
  test.each(['absorb', 'absorb-ordered', 'isotonic', 'none'])(
    `${name}, %s: one kernel for both moves gives the bits of three`,
    async (crossing) => {
      const [joint, apart] = [await tableOf(backend, crossing), await tableOf(backend, crossing)]
      const [up, down] = [rateOf(backend, 0.3), rateOf(backend, 0.17)]
      expect(joint.discriminator.joint).not.toBeNull()
      for (let k = 0; k < 150; k++) {
        if (k === 40) for (const { generator } of [joint, apart]) generator.player.end(3)
        if (k === 80)
          for (const { generator } of [joint, apart])
            generator.player.options['deviation']!.numbers.fill(1.25)
        step(joint, up, down, false)
        step(apart, up, down, true)
        expect(bitsOf(joint)).toBe(bitsOf(apart))
      }
    },
  )
}

test('whoever looks at the discriminator between the moves sees it moved', async () => {
  const { generator, discriminator } = await tableOf(exact, 'absorb')
  const before = discriminator.player.state['left']!.numbers.slice()
  const { ascent, critique } = discriminator.respond(generator.measure())
  discriminator.ascend(ascent, rateOf(exact, 0.3))
  expect(discriminator.player.state['left']!.numbers).not.toEqual(before)
  const means = generator.player.state['means']!.numbers.slice()
  generator.descend(critique, rateOf(exact, 0.3))
  expect(generator.player.state['means']!.numbers).not.toEqual(means)
})

test('a payoff that is read after two moves is refused, not computed of another state', async () => {
  const { generator, discriminator } = await tableOf(exact, 'absorb')
  const measure = generator.measure()
  const response = discriminator.respond(measure)
  const rate = rateOf(exact, 0.3)
  discriminator.ascend(response.ascent, rate)
  expect(response.payoff.numbers.every(Number.isFinite)).toBe(true)
  const late = discriminator.respond(measure)
  for (let k = 0; k < 3; k++) discriminator.ascend(discriminator.respond(measure).ascent, rate)
  expect(() => late.payoff).toThrow('read after its player had moved twice')
})

test.each(backends)(
  '%s: a look ahead that keeps numbers has the bits of one that computes them again',
  async (_, backend) => {
    const looked = async (forgets: boolean): Promise<string> => {
      const compile: Backend['compile'] = (program, known, pairing) =>
        backend.compile(program, known, forgets ? undefined : pairing)
      const plan = await planOf('fig1b', crowd, { members, seed: 5 })
      const other = layTable(plan, {
        backend: { ...backend, compile },
        firstMember: 0,
        poison: true,
      })
      const after = { steps: 5, rate: rateOf(backend, 0.3) }
      for (let k = 0; k < 60; k++) {
        const { ascent, critique } = other.discriminator.respond(other.generator.measure(), {
          after,
        })
        other.discriminator.ascend(ascent, after.rate)
        other.generator.descend(critique, after.rate)
        other.generator.recycle()
        other.discriminator.recycle()
      }
      return bitsOf(other)
    }
    expect(await looked(false)).toBe(await looked(true))
  },
)
