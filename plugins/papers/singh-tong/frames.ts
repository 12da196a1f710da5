import type { PlayedGame } from '@ganglion/core'

/** Numbers of a frame that may be told alone or as a list of one. */
export const numbersOf = (told: number | readonly number[] | undefined): readonly number[] =>
  [told ?? []].flat()

/** The means of each frame. */
export function meansOf({ frames }: PlayedGame): readonly (readonly number[])[] {
  return frames.map(({ signals }) => numbersOf(signals['generator.means']))
}

/** The step of the first frame from which on a mean stays nearer than so much to its optimum; NaN where it does not end there. */
export function arrival(game: PlayedGame, mean: number, within: number): number {
  const optimum = numbersOf(game.frames[0]?.signals['target.means'])[mean] ?? NaN
  let arrived = NaN
  for (const { step, signals } of game.frames) {
    const near = Math.abs((numbersOf(signals['generator.means'])[mean] ?? NaN) - optimum) < within
    if (!near) arrived = NaN
    else if (Number.isNaN(arrived)) arrived = step
  }
  return arrived
}
