import { useInput } from 'ink'
import type { Feed } from './feed.ts'
import { commandFor } from './command-for.ts'

/** Listens to the keys; draws nothing. Several keys may arrive as one string. */
export function Keys(props: { feed: Feed; onQuit: () => void; onHelp: () => void }) {
  const { feed, onQuit, onHelp } = props
  useInput((input, key) => {
    if (key.ctrl) {
      if (input === 'c') onQuit()
      return
    }
    if (key.meta) return
    for (const letter of input) {
      if (letter === 'q') return onQuit()
      if (letter === '?') onHelp()
      const command = commandFor(letter, feed.view())
      if (command) feed.send(command)
    }
  })
  return null
}
