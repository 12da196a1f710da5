// Plugins that do what plugins must not: each as the text of a module, written to a folder outside of this repository.

/** A bad plugin, how it is played, and what must be said of it. */
export interface BadPlugin {
  readonly title: string
  readonly code: string
  readonly set?: readonly string[]
  readonly memoryMb?: number
  /** `$` stands for the path of the file. */
  readonly fails: { readonly plugin: string; readonly port: string; readonly step?: number }
  readonly says: RegExp
}

const imports = `import { defineDetector, defineDiscriminator, defineDynamics, defineGenerator, defineMetric, defineObjective, num, sum } from 'ganglion/plugin'\n`

/** A metric whose n-th observation is step n. */
const metric = (body: string, before = ''): Pick<BadPlugin, 'code' | 'set'> => ({
  code: `${imports}${before}
export default defineMetric({ name: 'evil', source: 'none', needs: [], signals: ['evil'],
  number: (seen) => { const { step } = seen; ${body}; return { evil: step } } })`,
  set: ['metrics=["evil"]'],
})

const discriminator = (over: string, before = ''): Pick<BadPlugin, 'code' | 'set'> => ({
  code: `${imports}${before}
export default defineDiscriminator({ name: 'evil', source: 'none', sizes: { slopes: 1 },
  parameters: ({ slopes }) => ({ slope: [slopes] }),
  initial: () => ({ slope: [0] }),
  critic: (x, { slope }) => x(0).times(slope(0)),
  expectation: { mixture: ({ weights, means }, f, { slope }) =>
    f(sum(weights, (w, j) => w.times(means(j)).times(slope(0)))) },
  ${over} })`,
  set: ['discriminator=evil'],
})

/** Asked for its best answer once a step; \`calls\` is the step. */
const best = (body: string): Pick<BadPlugin, 'code' | 'set'> => ({
  ...discriminator(
    `best: (target, generated, state) => { const step = calls++; ${body}; return { slope: [1] } }`,
    'let calls = 0',
  ),
  set: ['discriminator=evil', 'dynamics=best-response'],
})

const dynamics = (script: string): Pick<BadPlugin, 'code' | 'set'> => ({
  code: `${imports}let calls = 0
export default defineDynamics({ name: 'evil', source: 'none', options: {}, script: ${script} })`,
  set: ['dynamics=evil'],
})

const detector = (next: string): Pick<BadPlugin, 'code' | 'set'> => ({
  code: `${imports}
export default defineDetector({ name: 'evil', source: 'none', event: 'stall', severity: 'info', definition: 'none',
  options: {}, needs: () => [], create: () => ({ init: () => 0, next: (memory, seen) => { ${next} } }) })`,
  set: ['detectors=["evil"]'],
})

/** Points on both sides, so that the critic itself is asked. */
const points = (critic: string): Pick<BadPlugin, 'code' | 'set'> => ({
  code: `${imports}
const cloud = defineGenerator({ name: 'cloud', source: 'none', sizes: { points: 2, dimensions: 1 },
  parameters: ({ points, dimensions }) => ({ positions: [points, dimensions] }),
  fixed: ({ points }) => ({ masses: [points] }),
  initial: () => ({ positions: [0, 1], masses: [0.5, 0.5] }),
  measure: ({ positions, masses }) => ({ kind: 'points', positions, masses }) })
const evil = defineDiscriminator({ name: 'evil', source: 'none', sizes: { slopes: 1 },
  parameters: ({ slopes }) => ({ slope: [slopes] }),
  initial: () => ({ slope: [0] }),
  critic: ${critic} })
export default [cloud, evil]`,
  set: [
    'generator=cloud',
    'discriminator=evil',
    'target={"kind":"points","positions":[[0],[1]]}',
    'metrics=[]',
  ],
})

const atLoad = { plugin: 'plugin:$', port: 'load', step: 0 }
const inMetric = { plugin: 'metric:evil', port: 'number', step: 3 }
const inStep = { plugin: 'dynamics:evil', port: 'step', step: 3 }
const inBest = { plugin: 'discriminator:evil', port: 'best', step: 3 }

const throwing: readonly BadPlugin[] = [
  { title: 'throws at load', code: `throw new Error('boom')`, fails: atLoad, says: /boom/ },
  {
    title: 'throws in its critic',
    ...points(`() => { throw new Error('boom') }`),
    fails: { plugin: 'discriminator:evil', port: 'critic', step: 0 },
    says: /boom/,
  },
  {
    title: 'throws in its expectation',
    ...discriminator(`expectation: { mixture: () => { throw new Error('boom') } },`),
    fails: { plugin: 'discriminator:evil', port: 'mixture', step: 0 },
    says: /boom/,
  },
  {
    title: 'throws in best',
    ...best(`if (step === 3) throw new Error('boom')`),
    fails: inBest,
    says: /boom/,
  },
  {
    title: 'throws in a script',
    ...dynamics(
      `() => ({ *step({ generator }) { yield* generator.measure(); if (calls++ === 3) throw new Error('boom') } })`,
    ),
    fails: inStep,
    says: /boom/,
  },
  {
    title: 'throws where a script is made',
    ...dynamics(`() => { throw new Error('boom') }`),
    fails: { plugin: 'dynamics:evil', port: 'script', step: 0 },
    says: /boom/,
  },
  {
    title: 'throws in a metric',
    ...metric(`if (step === 3) throw new Error('boom')`),
    fails: inMetric,
    says: /boom/,
  },
  {
    title: 'throws in a detector',
    ...detector(`if (seen.step === 3) throw new Error('boom'); return [memory, null]`),
    fails: { plugin: 'detector:evil', port: 'next', step: 3 },
    says: /boom/,
  },
  {
    title: 'throws no error but a word',
    ...metric(`if (step === 3) throw 'boom'`),
    fails: inMetric,
    says: /boom/,
  },
  {
    title: 'throws a thing that cannot be shown',
    ...metric(`if (step === 3) throw { toString() { throw new Error('twice') } }`),
    fails: inMetric,
    says: /cannot be shown/,
  },
  {
    title: 'throws control characters',
    ...metric(`if (step === 3) throw new Error('\\u001b[2Jboom\\u0007')`),
    fails: inMetric,
    says: /␛\[2Jboom␇/,
  },
  {
    title: 'recurses without end',
    ...metric(`if (step === 3) { const f = () => f() + 1; f() }`),
    fails: inMetric,
    says: /call stack/,
  },
  {
    title: 'throws in a timer',
    ...metric(`if (step === 3) setTimeout(() => { throw new Error('boom') })`),
    fails: { plugin: 'metric:evil', port: 'number' },
    says: /reached no one \(boom\)/,
  },
  {
    title: 'leaves a promise rejected',
    ...metric(`if (step === 3) void Promise.reject(new Error('boom'))`),
    fails: { plugin: 'metric:evil', port: 'number' },
    says: /reached no one \(boom\)/,
  },
]

const wrong: readonly BadPlugin[] = [
  {
    title: 'answers with a promise in a metric',
    ...metric(`if (step === 3) return Promise.resolve({ evil: 1 })`),
    fails: inMetric,
    says: /promise/,
  },
  {
    title: 'answers with a promise in its critic',
    ...points(`async (x) => x(0)`),
    fails: { plugin: 'discriminator:evil', port: 'critic', step: 0 },
    says: /promise/,
  },
  {
    title: 'answers best with a promise',
    ...best(`if (step === 3) return Promise.resolve({ slope: [1] })`),
    fails: inBest,
    says: /promise/,
  },
  {
    title: 'has a step that is async',
    ...dynamics(`() => ({ async step() {} })`),
    fails: { ...inStep, step: 0 },
    says: /generator function/,
  },
  {
    title: 'yields what is no question',
    ...dynamics(`() => ({ *step() { if (calls++ === 3) yield 42 } })`),
    fails: inStep,
    says: /42/,
  },
  {
    title: 'answers with the wrong type',
    ...discriminator(`expectation: { mixture: () => 5 },`),
    fails: { plugin: 'discriminator:evil', port: 'mixture', step: 0 },
    says: /a number/,
  },
  {
    title: 'answers with the wrong shape',
    ...metric(`if (step === 3) return { evil: 'much' }`),
    fails: inMetric,
    says: /expected some numbers for signal evil/,
  },
  {
    title: 'answers with the wrong length',
    ...best(`if (step === 3) return { slope: [1, 2] }`),
    fails: inBest,
    says: /expected 1 numbers for slope, got 2/,
  },
  {
    title: 'changes the observation that it is given',
    ...metric(`if (step === 3) seen.signals.payoff = 1`),
    fails: inMetric,
    says: /read only|not extensible|payoff/,
  },
  {
    title: 'changes the law that it is given',
    ...best(`if (step === 3) target.means[0] = 9`),
    fails: inBest,
    says: /read only/,
  },
]

const hanging: readonly BadPlugin[] = [
  { title: 'loops at load', code: `while (true);`, fails: atLoad, says: /within 1 s/ },
  {
    title: 'awaits without end at load',
    code: `await new Promise(() => undefined)`,
    fails: atLoad,
    says: /within 1 s/,
  },
  {
    title: 'loops while it is planned',
    ...discriminator(`initial: () => { while (true); },`),
    fails: { plugin: 'discriminator:evil', port: 'initial', step: 0 },
    says: /within 1 s/,
  },
  {
    title: 'loops in best',
    ...best(`while (step === 3);`),
    fails: inBest,
    says: /within 1 s/,
  },
  {
    title: 'loops in a detector',
    ...detector(`while (seen.step === 3); return [memory, null]`),
    fails: { plugin: 'detector:evil', port: 'next', step: 3 },
    says: /within 1 s/,
  },
  {
    title: 'loops in a script',
    ...dynamics(`() => ({ *step() { while (calls === 3); calls++ } })`),
    fails: inStep,
    says: /within 1 s/,
  },
  {
    title: 'asks without end',
    ...dynamics(
      `() => ({ *step({ generator }) { do yield* generator.measure(); while (calls === 3); calls++ } })`,
    ),
    fails: inStep,
    says: /a step must end/,
  },
  {
    title: 'matches a catastrophic pattern',
    ...metric(`if (step === 3) /^(a+)+$/.test('a'.repeat(64) + 'b')`),
    fails: inMetric,
    says: /within 1 s/,
  },
  {
    title: 'waits for what nobody wakes',
    ...metric(`if (step === 3) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)`),
    fails: inMetric,
    says: /within 1 s/,
  },
]

const leaving: readonly BadPlugin[] = [
  { title: 'exits at load', code: `process.exit(0)`, fails: atLoad, says: /process\.exit, code 0/ },
  {
    title: 'exits in a step',
    ...metric(`if (step === 3) process.exit(7)`),
    fails: inMetric,
    says: /process\.exit, code 7/,
  },
  {
    title: 'leaks memory',
    ...metric(`while (step === 3) leak.push(new Array(1e5).fill(step))`, 'const leak = []'),
    memoryMb: 96,
    fails: inMetric,
    says: /more memory than 96 MB/,
  },
]

const polluting: readonly BadPlugin[] = [
  {
    title: 'adds to Object.prototype at load',
    code: `Object.prototype.evil = 1`,
    fails: atLoad,
    says: /evil/,
  },
  {
    title: 'replaces Array.prototype.map at load',
    code: `Array.prototype.map = () => []`,
    fails: atLoad,
    says: /Array\.prototype\.map/,
  },
  {
    title: 'replaces Math.sqrt in a metric',
    ...metric(`if (step === 3) Math.sqrt = () => 0`),
    fails: { plugin: 'metric:evil', port: 'number' },
    says: /Math\.sqrt/,
  },
  {
    title: 'adds to Array.prototype in a metric',
    ...metric(`if (step === 3) Array.prototype.evil = 1`),
    fails: inMetric,
    says: /evil/,
  },
]

/** All of them. */
export const badPlugins: readonly BadPlugin[] = [
  ...throwing,
  ...wrong,
  ...hanging,
  ...leaving,
  ...polluting,
]

/** Its numbers are no numbers: data, not a fault. */
export const diverging = discriminator(`initial: () => ({ slope: [NaN] }),`)

/** Prints 40 MB: heard in part, harms nobody. */
export const flooding = metric(`for (let k = 0; k < 1000; k++) console.log('x'.repeat(1000))`)

/** Does what is asked. */
export const honest = metric('')
