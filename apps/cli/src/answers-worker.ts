// The thread in which a question is answered that strangers' plugins have a part in.
import { parentPort, workerData } from 'node:worker_threads'
import { BlackBox, catchOutput, textOf, type Cell } from '@ganglion/host'
import { answerHere, type Question } from './answers.ts'

/** What the thread says: what plugins print, then one answer or one error. */
export type Told =
  | { readonly said: string }
  | { readonly answer: unknown }
  | { readonly error: { readonly name: string; readonly message: string } }

const port = parentPort!
// A plugin that replaces `postMessage` must not be able to silence its own error.
const send = port.postMessage.bind(port)
const say = (told: Told): void => send(told)

const { order, box: memory } = workerData as Cell<Question>
const box = new BlackBox(memory)
catchOutput(box, (said) => say({ said }))
const plugin = box.name(`plugin:${order.plugins.join(', ')}`)
box.phase = 'loading'
box.enter(plugin, box.name('load'), 0)
// Listening keeps the thread alive while a plugin waits for what never comes: the other side ends it then.
port.on('message', () => undefined)
try {
  say({ answer: await answerHere(order) })
} catch (error) {
  const name = error instanceof Error ? error.name : 'Error'
  say({ error: { name, message: textOf(error) } })
}
box.leave()
box.phase = 'ended'
