/** A key or a command, and what it does; or a sign, and what it means. */
export interface KeyHelp {
  readonly keys: string
  readonly does: string
}

/** All keys and commands, and signs that no legend explains, in the order in which they are told. */
export const keyHelp: readonly KeyHelp[] = [
  { keys: 'space', does: 'pause, go on' },
  { keys: 's', does: 'one step, then pause' },
  { keys: 'S', does: 'a round of 10 steps, then pause; :round 50 changes it' },
  { keys: 'd g', does: 'only the discriminator, the generator moves; again: both' },
  { keys: '+ -', does: 'twice, half the pace' },
  { keys: '1-8', does: 'focus a pane' },
  { keys: 'Tab', does: 'focus the next pane; Shift-Tab the one before' },
  { keys: 'z', does: 'zoom the focused pane; again: all panes' },
  { keys: 'y', does: 'linear, logarithmic axes; eigenvalues whole, near 1' },
  { keys: 'e E', does: 'next, previous event; Esc follows the newest' },
  { keys: '/', does: 'filter events; Enter keeps it, Esc clears it' },
  { keys: 'r R', does: 'begin again with the same, the next seed' },
  { keys: 'w', does: 'save the frame as text and SVG' },
  { keys: ':', does: 'command line; Tab completes, up and down recall' },
  { keys: '?', does: 'this help; type to narrow it, arrows and PgDn scroll, Esc leaves' },
  { keys: 'q Ctrl-C', does: 'quit' },
  { keys: ':set', does: 'change an option: :set dynamics.generatorRate=0.05' },
  { keys: ':goto', does: 'run to a step and rest: :goto 4200' },
  { keys: ':restart', does: 'begin again: :restart, with a seed: :restart 7' },
  { keys: ':pace', does: 'steps a second: :pace 100, :pace max' },
  { keys: ':round', does: 'steps of S: :round 50' },
  { keys: ':theme', does: 'colours: :theme mono' },
  { keys: ':save', does: 'save the frame under a name: :save before' },
  { keys: ':help', does: 'this help, narrowed: :help event' },
  { keys: ':quit', does: 'quit' },
  { keys: 'Δ Delta', does: 'sign: mass that each true point lacks (+), has too much (-)' },
  { keys: '2 to 9', does: 'sign: so many generated points in one place; 9: or more' },
  { keys: '◆ @', does: 'sign: a true and a generated point in one place' },
  { keys: 'D dead', does: 'sign: an interval whose ends met; unused: not needed now' },
]
