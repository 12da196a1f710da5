import type { PlayerName } from '@ganglion/core'
import type { Command, View } from './feed.ts'

/** A pace beyond this is as fast as possible. */
const fastest = 1_000_000
const slowest = 0.125

/** What a key asks for in a view, or null. A run that has ended takes no commands. */
export function commandFor(key: string, view: View): Command | null {
  if (view.ending || view.problem !== null) return null
  switch (key) {
    case ' ':
      return { type: view.state === 'paused' ? 'resume' : 'pause' }
    case 's':
      return { type: 'step' }
    case 'd':
      return alone('discriminator', view)
    case 'g':
      return alone('generator', view)
    case '+':
    case '=':
      return view.pace === null ? null : faster(view.pace)
    case '-':
      return { type: 'pace', stepsPerSecond: slower(view) }
    default:
      return null
  }
}

function alone(player: PlayerName, { only }: View): Command {
  return { type: 'only', player: only === player ? null : player }
}

function faster(pace: number): Command {
  return { type: 'pace', stepsPerSecond: pace * 2 > fastest ? null : pace * 2 }
}

/** Half the pace; without a pace, half of what is measured. */
function slower({ pace, speed }: View): number {
  const now = pace ?? (speed > 0 ? Number(speed.toPrecision(2)) : 1000)
  return Math.max(slowest, now / 2)
}
