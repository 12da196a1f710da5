import {
  defineDynamics,
  keep,
  type Block,
  type Blocks,
  type Critique,
  type Dynamics,
  type Ports,
  type Script,
  type Steps,
} from '@ganglion/core'
import { expect, test } from 'vitest'
import { findings as told } from './findings.ts'
import { testDynamics, type DynamicsSuite } from './test-dynamics.ts'

const rates = {
  generatorRate: { default: 0.1, min: 0, max: 1 },
  discriminatorRate: { default: 0.1, min: 0, max: 1 },
}

type Told = Parameters<Parameters<typeof defineDynamics<typeof rates>>[0]['script']>[0]

/** A dynamics with this script. */
const made = <Memory>(script: (settings: Told) => Script<Memory>): Dynamics =>
  defineDynamics({ name: 'planted', source: 'test', options: rates, script: script as never })

/** A dynamics that moves both players, and does this besides. */
const withFault = (fault: (ports: Ports, told: Told) => Steps | void, more: Partial<Script> = {}) =>
  made((told) => ({
    ...(more as object),
    *step(ports) {
      const steps = fault(ports, told)
      if (steps) yield* steps
      const measure = yield* ports.generator.measure()
      const { ascent, critique } = yield* ports.discriminator.respond(measure)
      yield* ports.discriminator.ascend(ascent, told.discriminatorRate)
      yield* ports.generator.descend(critique, told.generatorRate)
    },
  }))

const blockOf = (blocks: Blocks): Block => Object.values(blocks)[0]!

const findings = (dynamics: Dynamics, suite?: DynamicsSuite) =>
  told(testDynamics(dynamics, suite)).then(Object.values<string>)

/** What the cases find that look at the script alone: the games take most of the time. */
const inScript = (dynamics: Dynamics) =>
  told(testDynamics(dynamics).filter(({ name }) => name.startsWith('script: '))).then(
    Object.values<string>,
  )

test('a sound dynamics has no finding', async () => {
  expect(await findings(withFault(() => undefined))).toEqual([])
})

test('hidden chance and time are named, even when the script hides what the trap threw', async () => {
  expect(await findings(withFault(() => void Math.random()))).toContainEqual(
    expect.stringContaining('dynamics planted uses Math.random'),
  )
  expect(await findings(withFault(() => void new Date()))).toContainEqual(
    expect.stringContaining('uses Date'),
  )
  const hidden = withFault(() => {
    try {
      performance.now()
    } catch {
      // What a careless author would do.
    }
  })
  expect(await findings(hidden)).toContainEqual(expect.stringContaining('uses performance.now'))
  expect(Math.random()).toBeLessThan(1)
})

test('two moves by the same answers are found', async () => {
  const twice = made(({ generatorRate }) => ({
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      const { ascent, critique } = yield* discriminator.respond(measure)
      yield* discriminator.ascend(ascent, generatorRate)
      yield* generator.descend(critique, generatorRate)
      yield* generator.descend(critique, generatorRate)
    },
  }))
  expect(await inScript(twice)).toContainEqual(
    expect.stringContaining('moves the generator twice by the same answers'),
  )
})

test('a capability that is asked for and not declared, or declared and not asked for', async () => {
  const asks = withFault(function* ({ generator, discriminator }) {
    yield* discriminator.best(yield* generator.measure())
  })
  expect(await inScript(asks)).toContainEqual(expect.stringContaining("write `needs: ['best']`"))
  expect(await inScript(withFault(() => undefined, { needs: ['best'] }))).toContainEqual(
    expect.stringContaining("needs 'best' and did not ask for it"),
  )
})

test('reading or writing numbers of a message is found, in whatever way', async () => {
  const law = (look: (numbers: Float64Array) => void) =>
    withFault(function* ({ generator }) {
      const { coordinates } = yield* generator.measure()
      look(blockOf(coordinates).numbers)
    })
  const reads = expect.stringMatching(/reads .* of a measure: messages are opaque/)
  expect(await inScript(law((numbers) => void numbers[0]))).toContainEqual(reads)
  expect(await inScript(law((numbers) => void [...numbers]))).toContainEqual(reads)
  expect(await inScript(law((numbers) => void Array.from(numbers)))).toContainEqual(reads)
  expect(await inScript(law((numbers) => void numbers.slice()))).toContainEqual(reads)
  expect(await inScript(law((numbers) => void (numbers[1] = 0)))).toContainEqual(
    expect.stringContaining('writes "1" of a measure'),
  )
  const rate = withFault((_, { generatorRate }) => void generatorRate.block.numbers[0])
  expect(await inScript(rate)).toContainEqual(expect.stringContaining('of the rate generatorRate'))
})

/** A dynamics whose generator hears the critique of the step before, remembered without a copy. */
const forgetful = (first: boolean): Dynamics =>
  made(({ generatorRate, discriminatorRate }) => ({
    memory: () => ({ last: null as Critique | null }),
    *step({ generator, discriminator }, memory: { last: Critique | null }) {
      if (first && memory.last) yield* generator.descend(memory.last, generatorRate)
      const measure = yield* generator.measure()
      const { ascent, critique } = yield* discriminator.respond(measure)
      yield* discriminator.ascend(ascent, discriminatorRate)
      if (!first) yield* generator.descend(memory.last ?? critique, generatorRate)
      memory.last = critique
    },
  }))

test('a critique that is remembered without a copy is found', async () => {
  expect(await findings(forgetful(true))).toContainEqual(
    expect.stringContaining('uses a message of an ended step'),
  )
  expect(await findings(forgetful(false))).toContainEqual(
    expect.stringContaining('messages copied with `keep`'),
  )
})

test('what is remembered outside of the memory, or cannot be saved, is found', async () => {
  const closure = made(({ generatorRate, discriminatorRate }) => {
    let last: Critique | null = null
    return {
      *step({ generator, discriminator }) {
        const measure = yield* generator.measure()
        const { ascent, critique } = yield* discriminator.respond(measure)
        yield* discriminator.ascend(ascent, discriminatorRate)
        yield* generator.descend(last ?? critique, generatorRate)
        last = keep(critique)
      },
    }
  })
  expect(await findings(closure)).toEqual([
    expect.stringContaining('must stand in its `memory`, as plain data'),
  ])
  const functions = withFault(() => undefined, { memory: () => ({ later: () => 1 }) })
  expect(await findings(functions)).toEqual([
    expect.stringMatching(/dynamics:planted failed at memory.*memory\.later is a function/),
  ])
})

test('a dynamics that moves somebody at rate 0, or never moves somebody', async () => {
  const own = { type: 'rate', option: 'mine', block: { cells: 1, members: 1, layout: 'lanes' } }
  const stubborn = made(({ discriminatorRate }) => ({
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      const { ascent, critique } = yield* discriminator.respond(measure)
      yield* discriminator.ascend(ascent, discriminatorRate)
      const block = {
        ...own.block,
        numbers: new Float64Array(measure.coordinates['positions']?.members ?? 1).fill(0.1),
      }
      yield* generator.descend(critique, { ...own, block } as never)
    },
  }))
  expect(await findings(stubborn)).toContainEqual(
    expect.stringContaining('moves the generator although all of its rates are 0'),
  )
  const still = made(({ discriminatorRate }) => ({
    *step({ generator, discriminator }) {
      const { ascent } = yield* discriminator.respond(yield* generator.measure())
      yield* discriminator.ascend(ascent, discriminatorRate)
    },
  }))
  expect(await findings(still)).toEqual([expect.stringContaining("pass `still: 'generator'`")])
  expect(await findings(still, { still: 'generator' })).toEqual([])
})

test('wrong messages, unknown questions and endless steps are told', async () => {
  const swapped = withFault(function* ({ generator }, { generatorRate }) {
    yield* generator.descend((yield* generator.measure()) as never, generatorRate)
  })
  expect(await findings(swapped)).toContainEqual(
    expect.stringContaining('hands measure to generator.descend, argument 1'),
  )
  const yields = withFault(function* () {
    yield 7 as never
  })
  expect(await findings(yields)).toContainEqual(expect.stringContaining('yields 7'))
  const endless = withFault(function* ({ generator }) {
    for (;;) yield* generator.measure()
  })
  expect(await findings(endless)).toContainEqual(expect.stringContaining('a step must end'))
})

test('a script that counts members is found', async () => {
  const counting = withFault(function* ({ generator }) {
    const { coordinates } = yield* generator.measure()
    if (blockOf(coordinates).members > 1) yield* generator.measure()
  })
  expect(await findings(counting)).toContainEqual(
    expect.stringContaining('plays member 0 differently when others play beside it'),
  )
})
