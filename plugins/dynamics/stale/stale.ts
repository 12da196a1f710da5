import {
  defineDynamics,
  keep,
  type Critique,
  type Dynamics,
  type Ports,
  type Script,
} from '@ganglion/core'

interface Memory {
  /** The critiques of the last steps, oldest first. */
  readonly ring: Critique[]
  readonly inner: unknown
}

/** A dynamics whose generator hears the critique of `steps` answers ago; while there are fewer, the oldest there is. */
export function stale(inner: Dynamics, { steps }: { readonly steps: number }): Dynamics {
  return {
    ...inner,
    name: `stale(${inner.name})`,
    script: (settings) => delayed(inner.script(settings), steps),
  }
}

function delayed(inner: Script, steps: number): Script {
  const script: Required<Pick<Script<Memory>, 'memory' | 'step'>> = {
    memory: () => ({ ring: [], inner: inner.memory?.() }),
    step: (ports, memory) => inner.step(late(ports, memory.ring, steps), memory.inner),
  }
  return { ...inner, ...script } as Script
}

function late(ports: Ports, ring: Critique[], steps: number): Ports {
  const respond: Ports['discriminator']['respond'] = (measure, options) => ({
    *[Symbol.iterator]() {
      const response = yield* ports.discriminator.respond(measure, options)
      ring.push(keep(response.critique))
      if (ring.length > steps + 1) ring.shift()
      return { ...response, critique: ring[0]! }
    },
  })
  return { ...ports, discriminator: { ...ports.discriminator, respond } }
}

const immediate = defineDynamics({
  name: 'simultaneous',
  source: 'li2017, eqs. 9-11',
  options: {
    generatorRate: { default: 0.1, min: 0, max: 1e3, description: 'step size of the generator' },
    discriminatorRate: {
      default: 0.1,
      min: 0,
      max: 1e3,
      description: 'step size of the discriminator',
    },
    steps: { default: 3, min: 0, max: 10_000, description: 'age of the critique, in steps' },
  },
  script: ({ generatorRate, discriminatorRate }) => ({
    *step({ generator, discriminator }) {
      const measure = yield* generator.measure()
      const { ascent, critique } = yield* discriminator.respond(measure)
      yield* discriminator.ascend(ascent, discriminatorRate)
      yield* generator.descend(critique, generatorRate)
    },
  }),
})

const named: Dynamics = {
  ...immediate,
  name: 'stale',
  script: (settings) => stale(immediate, { steps: Number(settings['steps']) }).script(settings),
}

export default named
