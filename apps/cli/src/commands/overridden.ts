import { fromEnvironment } from '../from-environment.ts'

/** What commander gathers of the flags that lay settings over a target. */
export interface Laid {
  readonly set: string[]
  readonly plugin: string[]
  readonly seed?: number
  readonly steps?: number
}

/** Settings of the environment go before those of the flags, which win. */
export function overridden<T extends Laid>({ set, plugin, ...given }: T) {
  return { ...given, set: [...fromEnvironment(process.env), ...set], plugins: plugin }
}
