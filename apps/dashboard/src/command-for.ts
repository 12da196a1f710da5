import type { PlayerName } from '@ganglion/core'
import type { View } from './feed.ts'
import type { Ui } from './ui.ts'
import { refuse, send, type Outcome } from './wish.ts'

/** A pace beyond this is as fast as possible. */
export const fastest = 1_000_000
/** The slowest pace: a step in eight seconds. */
export const slowest = 0.125

/** What is said to whom asks a run that has ended to go on. */
export const overText = 'The run has ended: r begins it again, R with another seed, q quits.'

/** Keys that move the game. */
const gameKeys = [' ', 's', 'S', 'd', 'g', '+', '=', '-']

/** What a key asks of the game; null when it is none of its keys. */
export function playKey(key: string, ui: Ui, view: View): Outcome | null {
  if (!gameKeys.includes(key)) return null
  if (view.ending || view.problem !== null) return refuse(ui, overText)
  switch (key) {
    case ' ':
      return send(ui, { type: view.state === 'paused' ? 'resume' : 'pause' })
    case 's':
      return send(ui, { type: 'step' })
    case 'S':
      return send(ui, { type: 'step', count: ui.round }, `A round of ${ui.round} steps.`)
    case 'd':
      return alone(ui, 'discriminator', view)
    case 'g':
      return alone(ui, 'generator', view)
    case '-':
      return slower(ui, view)
    default:
      return faster(ui, view)
  }
}

function alone(ui: Ui, player: PlayerName, { only }: View): Outcome {
  return send(ui, { type: 'only', player: only === player ? null : player })
}

function faster(ui: Ui, { pace }: View): Outcome {
  if (pace === null) return refuse(ui, 'It runs as fast as it can already; - halves the pace.')
  return send(ui, { type: 'pace', stepsPerSecond: pace * 2 > fastest ? null : pace * 2 })
}

/** Half the pace; without a pace, half of what is measured. */
function slower(ui: Ui, { pace, speed }: View): Outcome {
  const now = pace ?? (speed > 0 ? Number(speed.toPrecision(2)) : 1000)
  if (now <= slowest) return refuse(ui, 'Slower than a step in eight seconds: press space and s.')
  return send(ui, { type: 'pace', stepsPerSecond: Math.max(slowest, now / 2) })
}
