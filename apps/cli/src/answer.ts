import { visible } from '@ganglion/core'
import { ContainedThread, type Limits } from '@ganglion/host'
import { answerHere, type Answers, type Question } from './answers.ts'
import type { Told } from './answers-worker.ts'

const entry = new URL('./answers-worker.ts', import.meta.url)

/**
 * Answers a question. Plugins of somebody's own are loaded in a contained thread, with limits; what they print goes to
 * stderr. Rejects as planning does, and with a PluginError for a plugin that hangs, exits or needs too much memory.
 */
export async function answer<Q extends Question>(
  question: Q,
  limits: Limits = {},
): Promise<Answers[Q['about']]> {
  const found = question.plugins.length === 0 ? answerHere(question) : apart(question, limits)
  return (await found) as Answers[Q['about']]
}

function apart(question: Question, limits: Limits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const message = (told: Told): void => {
      if ('said' in told)
        return void process.stderr.write(visible(told.said, { newlines: true, tabs: true }))
      const end = 'error' in told ? () => reject(retold(told.error)) : () => resolve(told.answer)
      thread.close().then(end, reject)
    }
    const thread = new ContainedThread<Told>(entry, question, limits, { message, died: reject })
  })
}

/** The name decides with what to exit: see `complaint`. */
function retold({ name, message }: { readonly name: string; readonly message: string }): Error {
  return Object.assign(new Error(message), { name })
}
