import { expect, test } from 'vitest'
import { lines } from './command.ts'
import { emptyFolder } from './folder.ts'

const { write, bash } = emptyFolder()

/** A small game of points on a ring, with changes laid over its sections. */
function game(name: string, over: object = {}): string {
  const config = {
    target: { kind: 'ring', points: 4 },
    generator: { plugin: 'points', points: 4 },
    discriminator: { plugin: 'features', features: 30, sigma: 0.6 },
    dynamics: { plugin: 'simultaneous', generatorRate: 0.01, discriminatorRate: 0.01 },
    steps: 300,
    every: 100,
    ...over,
  }
  return write(name, JSON.stringify(config, null, 1))
}

test('points on a ring run from the command line, and print', () => {
  const { code, out, err } = bash(`ganglion run ${game('ring.json')}`)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain('points against features, simultaneous, 300 steps, seed 1')
  const told = lines(bash('ganglion run ring.json --json').out)
  const finished = told.find(({ type }) => type === 'run.finished')!
  const { 'generator.positions': positions } = finished['final'] as Record<string, number[]>
  expect(positions).toHaveLength(8)
  expect(positions!.every(Number.isFinite)).toBe(true)
})

test('a sweep of spheres that trials have of their own, and of a file of points', () => {
  const cells = { discriminator: { lambda: { from: 0.01, to: 0.01, count: 1 } } }
  const sweep = { cells, groups: { discriminator: { sigma: [0.5, 1] } }, trials: 3 }
  const sphere = { kind: 'sphere', points: 4, dimensions: 2, draw: 'member' }
  game('sphere.json', { target: sphere, sweep })
  write('truth.csv', 'x,y\n1,0\n0,1\n')
  game('file.json', { target: { kind: 'file', path: 'truth.csv' }, sweep })
  for (const name of ['sphere', 'file']) {
    const played = bash(`ganglion sweep ${name}.json --json`)
    expect(played.code, played.err).toBe(0)
    expect(lines(played.out).at(-1)).toMatchObject({ type: 'sweep.finished', members: 6 })
  }
  // What the file said is in the manifest: the sweep needs it no more.
  expect(bash('rm truth.csv; ganglion verify latest').code).toBe(0)
})

test('what cannot work is told before any work', () => {
  const flat = { generator: { plugin: 'points', points: 3, dimensions: 1 } }
  game('flat.json', {
    ...flat,
    target: { kind: 'grid', side: 3, dimensions: 1 },
    discriminator: 'interval',
  })
  const { code, err } = bash('ganglion run flat.json')
  expect(code).toBe(2)
  expect(err).toContain('it can teach points nothing. Use a generator of mixtures')
  game('apart.json', flat)
  expect(bash('ganglion run apart.json').err).toContain(
    'generator.dimensions: expected 2 for this target, got 1: set generator.dimensions to 2',
  )
})
