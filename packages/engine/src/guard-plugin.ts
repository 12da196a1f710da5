import { Expr } from '@ganglion/calculus'
import { authorMistake, nothingReturned, PluginError, type Trace } from '@ganglion/core'

type Call = (...given: unknown[]) => unknown

const isObject = (answer: unknown): boolean => typeof answer === 'object' && answer !== null
const isExpression = (answer: unknown): boolean => answer instanceof Expr

/** What these throw is told elsewhere: `best` by its actor, options that a detector refuses by the plan. */
const toldElsewhere = new Set(['best', 'create', 'needs'])

/** Ports that are called while a game is planned and prepared, and what each must answer. */
const ports: Readonly<Record<string, (answer: unknown) => boolean>> = {
  parameters: isObject,
  memory: isObject,
  fixed: isObject,
  noise: isObject,
  measure: isObject,
  initial: isObject,
  constraint: isObject,
  best: isObject,
  critic: isExpression,
  ridge: isExpression,
  f: isExpression,
  g: isExpression,
  generator: isExpression,
  value: isExpression,
  mixture: isExpression,
  update: isObject,
  script: isObject,
  create: isObject,
  needs: Array.isArray,
  init: () => true,
}

/**
 * A plugin whose definition is called under guard: what it throws names plugin and port, an answer of another type is
 * refused where it is given, and the trace hears of every call. All of it happens before the first step.
 */
export function guardPlugin<P extends { readonly name: string }>(
  kind: string,
  plugin: P,
  trace?: Trace,
): P {
  const id = `${kind}:${plugin.name}`
  const guarded: Record<string, unknown> = { ...plugin }
  for (const [port, value] of Object.entries(plugin) as [string, unknown][]) {
    if (port === 'expectation' && isObject(value)) {
      guarded[port] = guardAll(id, value as object as Record<string, unknown>, plugin, trace)
    } else if (port in ports && typeof value === 'function') {
      guarded[port] = guardCall(id, port, value as Call, plugin, trace)
    }
  }
  return guarded as P
}

function guardAll(
  id: string,
  calls: Readonly<Record<string, unknown>>,
  plugin: object,
  trace: Trace | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(calls).map(([port, call]) => [
      port,
      typeof call === 'function' ? guardCall(id, port, call as Call, plugin, trace) : call,
    ]),
  )
}

function guardCall(
  id: string,
  port: string,
  call: Call,
  plugin: object,
  trace: Trace | undefined,
): Call {
  const fits = ports[port] ?? isObject
  // `best` is asked while the game runs: its actor traces and locates it, and knows the step.
  if (port === 'best') return (...given) => sound(Reflect.apply(call, plugin, given), fits)
  const [who, where] = trace ? [trace.name(id), trace.name(port)] : [0, 0]
  return (...given) => {
    trace?.enter(who, where, 0)
    try {
      return sound(Reflect.apply(call, plugin, given), fits)
    } catch (cause) {
      if (toldElsewhere.has(port) || cause instanceof PluginError) throw cause
      throw new PluginError({ plugin: id, port, step: 0 }, authorMistake(cause, given), cause)
    } finally {
      trace?.leave()
    }
  }
}

/** The answer, if it is one; else throws an Error that says what it is. A promise never is one: plugin code is synchronous. */
export function sound<T>(answer: T, fits: (answer: unknown) => boolean): T {
  if (fits(answer) && typeof (answer as { then?: unknown } | undefined)?.then !== 'function')
    return answer
  throw new TypeError(`it answered ${named(answer)}`)
}

function named(answer: unknown): string {
  if (answer === null || answer === undefined) return `nothing: ${nothingReturned}`
  if (typeof (answer as { then?: unknown }).then === 'function')
    return 'a promise; plugin code is synchronous and answers with the value itself (remove `async`)'
  if (typeof answer === 'function') return 'a function; call it and answer with its value'
  if (Array.isArray(answer)) return 'a list, which is not what this port answers with'
  return `a ${typeof answer}, which is not what this port answers with; see the README of its kind`
}
