/** A number that a user may set: its default, its closed range, what it means. */
export interface NumericOption {
  readonly default: number
  readonly min?: number
  readonly max?: number
  readonly description?: string
}

/** One of a few words; the first is the default. */
export interface ChoiceOption {
  readonly choices: readonly [string, ...string[]]
  readonly description?: string
}

/** An option as an author declares it; a bare number is its default. */
export type Option = number | NumericOption | ChoiceOption

/** Options by name. */
export type Options = { readonly [name: string]: Option }

/** Whether an option is one of a few words. */
export function isChoice(option: Option): option is ChoiceOption {
  return typeof option === 'object' && 'choices' in option
}

/** An option in its long form. */
export function describeOption(option: Option): NumericOption | ChoiceOption {
  return typeof option === 'number' ? { default: option } : option
}
