import type { Command } from './feed.ts'
import type { Ui } from './ui.ts'

/** What a key asks of the world outside the screen. */
export type Wish =
  | { readonly type: 'send'; readonly command: Command }
  /** Saves the frame; under a name of its own when told. */
  | { readonly type: 'save'; readonly name: string | null }
  | { readonly type: 'quit' }

/** What becomes of a key: the next choices, and what is asked for. */
export interface Outcome {
  readonly ui: Ui
  readonly wishes: readonly Wish[]
}

/** Other choices, nothing asked for. */
export const become = (ui: Ui, change: Partial<Ui>): Outcome => ({
  ui: { ...ui, ...change },
  wishes: [],
})

/** A sentence, nothing asked for. */
export const say = (ui: Ui, text: string): Outcome => become(ui, { notice: { text, alarm: false } })

/** A sentence why something was not done. */
export const refuse = (ui: Ui, text: string): Outcome =>
  become(ui, { notice: { text, alarm: true } })

/** Something is asked for, perhaps with a sentence. */
export const wish = (ui: Ui, asked: Wish, text?: string): Outcome => ({
  ui: text === undefined ? ui : { ...ui, notice: { text, alarm: false } },
  wishes: [asked],
})

/** A command for the engine, perhaps with a sentence. */
export const send = (ui: Ui, command: Command, text?: string): Outcome =>
  wish(ui, { type: 'send', command }, text)
