import { defineMetric, type Metric } from './metric.ts'
import { describeOption, isChoice, type Options } from './option.ts'
import type { NumbersOf } from './state.ts'

/** A metric with the options that it had by default, and itself with others. */
export interface AdjustableMetric extends Metric {
  readonly options: Options
  /** The metric with these options, the others by default. Throws a RangeError for one that it has not, or out of range. */
  readonly with: (given: Readonly<Record<string, unknown>>) => Metric
}

/** Whether a metric has options. */
export function isAdjustable(metric: Metric): metric is AdjustableMetric {
  return 'options' in metric && typeof (metric as Partial<AdjustableMetric>).with === 'function'
}

/** Declares a metric that users may adjust; as it is, it has the defaults of its options. */
export function defineAdjustableMetric<const O extends Options>(
  options: O,
  make: (settings: NumbersOf<Record<never, never>, O>) => Omit<Metric, 'kind' | 'apiVersion'>,
): AdjustableMetric {
  const made = (given: Readonly<Record<string, unknown>>, name?: string): Metric =>
    defineMetric(make(settled(options, given, name) as NumbersOf<Record<never, never>, O>))
  const plain = made({})
  return { ...plain, options, with: (given) => made(given, plain.name) }
}

function settled(
  options: Options,
  given: Readonly<Record<string, unknown>>,
  metric = '',
): Readonly<Record<string, unknown>> {
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(options, name))
  if (stranger !== undefined)
    throw new RangeError(
      `metric ${metric} has no option '${stranger}'; it has ${Object.keys(options).join(', ')}`,
    )
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const told = describeOption(option)
      const value = given[name] ?? (isChoice(told) ? told.choices[0] : told.default)
      const objection = refusal(told, value)
      if (objection) throw new RangeError(`metric ${metric}: '${name}' ${objection}`)
      return [name, value]
    }),
  )
}

function refusal(option: ReturnType<typeof describeOption>, value: unknown): string | null {
  if (isChoice(option))
    return option.choices.some((word) => word === value)
      ? null
      : `must be one of ${option.choices.join(', ')}, not ${JSON.stringify(value)}`
  const { min = -Infinity, max = Infinity } = option
  if (typeof value === 'number' && value >= min && value <= max) return null
  return `must be a number from ${min} to ${max}, not ${JSON.stringify(value)}`
}
