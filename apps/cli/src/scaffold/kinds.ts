/** A list that is set takes the place of the one below it. */
const alone = 'alone; name others beside it to keep them'

/** The kinds of plugins that can be scaffolded, with what tries each on li2017/fig1b. */
export const scaffolded = {
  discriminator: (name: string) => `--set discriminator=${name}`,
  generator: (name: string) => `--set generator=${name}`,
  objective: (name: string) => `--set objective=${name}`,
  dynamics: (name: string) => `--set dynamics=${name}`,
  metric: (name: string) => `--set 'metrics=["${name}"]' --json   # ${alone}`,
  detector: (name: string) => `--set 'detectors=["${name}"]'   # ${alone}`,
  optimizer: (name: string) => `--set optimizer=${name}`,
  regulariser: null,
} as const

/** A kind of plugin that can be scaffolded. */
export type ScaffoldedKind = keyof typeof scaffolded

/** Whether a word names such a kind. */
export function isScaffolded(kind: string): kind is ScaffoldedKind {
  return Object.hasOwn(scaffolded, kind)
}
