/**
 * Where plugin code runs at this moment, told before every call of it, so that whoever watches from outside can say who
 * hangs. Names become small numbers once; telling costs a few stores.
 */
export interface Trace {
  /** The number of a name: a plugin (`discriminator:interval`) or a port (`respond`). */
  readonly name: (text: string) => number
  /** Plugin code begins to run. */
  readonly enter: (plugin: number, port: number, step: number) => void
  /** It has come back. */
  readonly leave: () => void
}
