import {
  defineDynamics,
  keep,
  stepSize,
  type Critique,
  type Dynamics,
  type Ports,
  type Script,
} from '@ganglion/core'

interface Memory {
  /** The last critique of each of the last steps, oldest first. */
  readonly ring: Critique[]
  readonly inner: unknown
}

/** A dynamics whose generator hears the critique of `steps` steps ago; while there are fewer, the oldest there is. */
export function stale(inner: Dynamics, { steps }: { readonly steps: number }): Dynamics {
  return {
    ...inner,
    name: `stale(${inner.name})`,
    script: (settings) => delayed(inner.script(settings), steps),
  }
}

function delayed(inner: Script, steps: number): Script {
  return {
    ...inner,
    memory: (): Memory => ({ ring: [], inner: inner.memory?.() }),
    *step(ports, memory) {
      const { ring, inner: its } = memory as Memory
      let last: Critique | undefined
      const heard = (critique: Critique): Critique => {
        last = keep(critique)
        return ring[0] ?? critique
      }
      yield* inner.step(late(ports, heard), its)
      if (last) ring.push(last)
      if (ring.length > steps) ring.shift()
    },
  }
}

/** The ports with other critiques in the answers. */
function late(ports: Ports, heard: (critique: Critique) => Critique): Ports {
  const respond: Ports['discriminator']['respond'] = (measure, options) => ({
    *[Symbol.iterator]() {
      const response = yield* ports.discriminator.respond(measure, options)
      return { ...response, critique: heard(response.critique) }
    },
  })
  return { ...ports, discriminator: { ...ports.discriminator, respond } }
}

const immediate = defineDynamics({
  name: 'simultaneous',
  source: 'li2017, eqs. 9-11',
  options: {
    generatorRate: stepSize('the generator'),
    discriminatorRate: stepSize('the discriminator'),
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

/** Simultaneous steps with a late critique, as the registry offers them. */
const named: Dynamics = {
  ...immediate,
  name: 'stale',
  script: (settings) => stale(immediate, { steps: Number(settings['steps']) }).script(settings),
}

export default named
