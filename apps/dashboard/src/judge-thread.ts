import type { Moment } from '@ganglion/core'
import { ContainedThread } from '@ganglion/host'
import type { EngineOrder } from './engine-order.ts'
import type { StepJudgement } from './feed.ts'
import type { Judge } from './judging.ts'

/** How long a judgement may take, in milliseconds, and the heap of its thread in megabytes. */
const [patienceMs, memoryMb] = [30_000, 1024]

/**
 * Judges steps in a thread of its own, which prepares the same game and is begun when it is first asked: eigenvalues may take
 * as long as they want, the engine plays on. A judgement that takes longer than half a minute is the last one.
 */
export function judgeThread(
  { target, options }: EngineOrder,
  entry: URL = new URL('./judge-worker.ts', import.meta.url),
  patience: number = patienceMs,
): Judge {
  let thread: ContainedThread<StepJudgement> | null = null
  let over: string | null = null
  let told: (judgement: StepJudgement) => void = () => undefined
  const open = (): ContainedThread<StepJudgement> =>
    new ContainedThread<StepJudgement>(
      entry,
      { target, options },
      { deadlineMs: Infinity, memoryMb },
      {
        message: (judgement) => told(judgement),
        died: (error) => {
          over = `whoever judges steps has ended: ${error.message}`
          told({ type: 'refused', step: error.step, reason: over })
        },
      },
    )
  return {
    judge(moment: Moment, tell) {
      const { step } = moment
      if (over !== null) return tell({ type: 'refused', step, reason: over })
      thread ??= open()
      const late = setTimeout(() => {
        over = `a judgement took longer than ${patience / 1000} s. Ask for a single step: ganglion analyse <game> --at step <n>`
        void thread!.close()
        told({ type: 'refused', step, reason: over })
      }, patience)
      told = (judgement) => {
        clearTimeout(late)
        told = () => undefined
        tell(judgement.type === 'refused' ? { ...judgement, step } : judgement)
      }
      thread.send(moment)
    },
  }
}
