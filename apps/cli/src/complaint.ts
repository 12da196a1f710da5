import { exitCode } from './exit-code.ts'

/** Says what went wrong, without a stack, and with what to exit. */
export function complaint(error: unknown): { readonly text: string; readonly code: number } {
  const { name, message } =
    error instanceof Error ? error : { name: 'Error', message: String(error) }
  if (['ConfigError', 'PlanError', 'NoJacobian', 'NoJacobianHere'].includes(name))
    return { text: message, code: exitCode.usage }
  if (name === 'MissingInputError') return { text: message, code: exitCode.missing }
  if (['PluginError', 'LockedError', 'DamagedError', 'SweepError', 'NoEquilibrium'].includes(name))
    return { text: message, code: exitCode.failed }
  return { text: `something inside failed: ${message}`, code: exitCode.failed }
}
