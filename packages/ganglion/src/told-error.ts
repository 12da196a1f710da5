import { PlanError, PluginError, textOf } from '@ganglion/core'
import { ConfigError, MissingInputError, type Problem } from '@ganglion/plan'

/** An error as plain data, for threads: a clone would lose its class and with it the exit code. */
export interface ToldError {
  readonly name: string
  readonly message: string
  readonly problems?: readonly Problem[]
  readonly where?: {
    readonly plugin: string
    readonly port: string
    readonly member: number | null
    readonly step: number
  }
}

/** Tells an error as plain data. */
export function tell(error: unknown): ToldError {
  const message = textOf(error)
  if (error instanceof PluginError) {
    const { name, plugin, port, member, step } = error
    return { name, message, where: { plugin, port, member, step } }
  }
  if (error instanceof ConfigError) return { name: error.name, message, problems: error.problems }
  return { name: error instanceof Error ? error.name : 'Error', message }
}

/** The error that was told, with the class, the message and the fields that it had. */
export function retell({ name, message, problems, where }: ToldError): Error {
  if (where) return worded(new PluginError(where, ''), message)
  if (problems) return worded(new ConfigError(problems), message)
  if (name === 'MissingInputError') return new MissingInputError(message)
  if (name === 'PlanError') return new PlanError(message)
  if (name === 'RangeError') return new RangeError(message)
  return new Error(message)
}

/** The message as it was, for a constructor builds one of its own. */
function worded<E extends Error>(error: E, message: string): E {
  Object.defineProperty(error, 'message', { value: message })
  return error
}
