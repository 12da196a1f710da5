import { apiVersion, type Versioned } from './api-version.ts'
import type { Detector } from './detector.ts'
import type { EventName, Severity } from './event.ts'

/** A number that a detector lets its user choose. */
export interface NumberOption {
  readonly default: number
  readonly min: number
  readonly max: number
  readonly description: string
}

/** A signal that a detector lets its user name. */
export interface SignalOption {
  readonly default: string
  /** The signal to begin with where the laws of a game are points. */
  readonly points?: string
  readonly description: string
}

/** Options of a detector by name. */
export type DetectorOptions = Readonly<Record<string, NumberOption | SignalOption>>

/** The values of options: numbers, and names of signals. */
export type DetectorValues<Options extends DetectorOptions> = {
  readonly [Name in keyof Options]: Options[Name] extends NumberOption ? number : string
}

/** What the author of a detector writes. */
export interface DetectorSpecification<Options extends DetectorOptions, Memory> {
  readonly name: string
  /** The paper, or the page of this project, that the definition comes from. */
  readonly source: string
  readonly event: EventName
  readonly severity: Severity
  readonly definition: string
  readonly options: Options
  /** Signals without which it cannot judge, given the options. */
  readonly needs: (options: DetectorValues<Options>) => readonly string[]
  /** Signals that it reads beside those, `generator.*` for all of an owner; once that is said, others may be left out. */
  readonly reads?: (options: DetectorValues<Options>) => readonly string[]
  readonly create: (options: DetectorValues<Options>) => Pick<Detector<Memory>, 'init' | 'next'>
}

/** A detector as the registry holds it: described, with a checked `create`. */
export interface DetectorDefinition<
  Options extends DetectorOptions = DetectorOptions,
> extends Versioned {
  readonly kind: 'detector'
  readonly name: string
  readonly source: string
  readonly event: EventName
  readonly severity: Severity
  readonly definition: string
  readonly options: Options
  readonly needs: (options?: Partial<DetectorValues<Options>>) => readonly string[]
  /** Fills in defaults; throws a RangeError for an unknown option or a value out of its range. */
  readonly create: (options?: Partial<DetectorValues<Options>>) => Detector
}

/** Makes a detector known: adds the checking of options and the description to the fold that the author wrote. */
export function defineDetector<const Options extends DetectorOptions, Memory>(
  specification: DetectorSpecification<Options, Memory>,
): DetectorDefinition<Options> {
  const { name, source, event, severity, definition, options } = specification
  const decide = (given: Partial<DetectorValues<Options>> = {}) => decided(name, options, given)
  return {
    kind: 'detector',
    apiVersion,
    name,
    source,
    event,
    severity,
    definition,
    options,
    needs: (given) => specification.needs(decide(given)),
    create: (given) => {
      const values = decide(given)
      const needs = specification.needs(values)
      const fold = specification.create(values) as Pick<Detector, 'init' | 'next'>
      const described = { name, event, severity, definition: `${definition} (${source})`, needs }
      const { reads } = specification
      return { ...described, ...(reads && { reads: [...needs, ...reads(values)] }), ...fold }
    },
  }
}

/** All options, given ones checked and the others by default. */
function decided<Options extends DetectorOptions>(
  detector: string,
  options: Options,
  given: Partial<DetectorValues<Options>>,
): DetectorValues<Options> {
  const values: Record<string, number | string> = {}
  for (const [name, option] of Object.entries(options)) values[name] = option.default
  for (const [name, value] of Object.entries<number | string | undefined>(given)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option) {
      const known = Object.keys(options).join(', ')
      throw new RangeError(`detector ${detector} has no option '${name}'; it has ${known}`)
    }
    if (value === undefined) continue
    const objection = refusal(option, value)
    if (objection) throw new RangeError(`detector ${detector}: '${name}' ${objection}`)
    values[name] = value
  }
  return values as DetectorValues<Options>
}

function refusal(option: NumberOption | SignalOption, value: number | string): string | null {
  if (!('min' in option)) {
    return typeof value === 'string' && value !== '' ? null : 'must name a signal'
  }
  const within = typeof value === 'number' && value >= option.min && value <= option.max
  return within ? null : `must be a number from ${option.min} to ${option.max}, not ${value}`
}
