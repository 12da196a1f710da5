// Plugins that do what plugins must not: each as the text of a module, written to a folder outside of this repository.

import {
  best,
  detector,
  discriminator,
  dynamics,
  metric,
  points,
  type ForeignCode,
} from './foreign-code.ts'

/** A bad plugin, how it is played, and what must be said of it. */
export interface BadPlugin {
  readonly title: string
  readonly code: string
  readonly set?: ForeignCode['set']
  readonly memoryMb?: number
  /** `$` stands for the path of the file. */
  readonly fails: { readonly plugin: string; readonly port: string; readonly step?: number }
  readonly says: RegExp
}

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
    says: /expected 1 number for slope, got 2/,
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
