import {
  settledWords,
  wordings,
  type Discriminator,
  type Generator,
  type Shapes,
} from '@ganglion/core'

/** The arrays of a state that a user may give: those that are trained, and all of them. */
export interface GivenShapes {
  readonly trained: Shapes
  readonly all: Shapes
}

/** What a section's words make of a player's state; each size is 1 where none are given. */
export function givenShapes(
  player: Generator | Discriminator,
  section: Readonly<Record<string, unknown>> = {},
  sizes: Readonly<Record<string, number>> = {},
): GivenShapes {
  const axes = Object.fromEntries(
    Object.keys(player.sizes).map((name) => [name, { name, size: sizes[name] ?? 1 }]),
  )
  const words = settledWords(player.options, section)
  const trained = player.parameters(axes, words)
  return { trained, all: { ...trained, ...player.fixed?.(axes, words) } }
}

/** The words that bring an array, each as `learned=logits`; a section's own words do not. */
export function wordsThatBring(
  player: Generator | Discriminator,
  section: Readonly<Record<string, unknown>>,
  array: string,
): readonly string[] {
  return wordings(player.options).flatMap((words) =>
    Object.hasOwn(givenShapes(player, { ...section, ...words }).all, array)
      ? Object.entries(words).map(([name, word]) => `${name}=${word}`)
      : [],
  )
}
