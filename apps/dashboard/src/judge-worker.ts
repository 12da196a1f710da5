// The thread in which steps are judged: the same game prepared once more, never played. Moments come in, judgements go out.
import { parentPort, workerData } from 'node:worker_threads'
import type { Moment, Plan } from '@ganglion/core'
import type { Cell } from '@ganglion/host'
import { prepare } from 'ganglion/prepare'
import { NoJacobian, stabilityOf } from 'ganglion/stability'
import type { EngineOrder } from './engine-order.ts'
import type { StepJudgement } from './feed.ts'

const port = parentPort!
const { target, options } = (workerData as Cell<EngineOrder>).order
const { set, seed, plugins } = options
const prepared = prepare(target, {
  ...(set ? { set } : {}),
  ...(seed === undefined ? {} : { seed }),
  ...(plugins ? { plugins } : {}),
})
// Whoever asks hears of a refusal.
prepared.catch(() => undefined)

port.on('message', (moment: Moment) => {
  void prepared
    .then((plan) => judged(plan, moment))
    .catch((cause: unknown) => refused(moment, cause))
    .then((judgement) => port.postMessage(judgement))
})

function judged(plan: Plan, moment: Moment): StepJudgement {
  return { type: 'judged', ...stabilityOf(plan, moment) }
}

function refused({ step }: Moment, cause: unknown): StepJudgement {
  const { name, message } = cause as Error
  return {
    type: 'refused',
    step,
    reason: cause instanceof NoJacobian ? message : `${name}: ${message}`,
  }
}
