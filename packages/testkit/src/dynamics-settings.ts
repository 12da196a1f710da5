import { describeOption, isChoice, type Dynamics } from '@ganglion/core'

/** Values of the options of a dynamics: one of the ways to run it. */
export type Settings = Readonly<Record<string, number | string>>

/** Ways to run a dynamics: its defaults, and every word of its choices with defaults for the rest. */
export function settingsOf({ options }: Dynamics): readonly Settings[] {
  const defaults: Settings = Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const long = describeOption(option)
      return [name, isChoice(long) ? long.choices[0] : long.default]
    }),
  )
  const others = Object.entries(options).flatMap(([name, option]) =>
    isChoice(option) ? option.choices.slice(1).map((word) => ({ ...defaults, [name]: word })) : [],
  )
  return [defaults, ...others]
}
