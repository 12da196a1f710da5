import { inOrder, type Index } from './axis.ts'
import { Emitter } from './emitter.ts'
import type { Lowered, Target } from './lowered.ts'
import type { ArraySymbol, Expr } from './node.ts'

/** One thing to do in the loops over a space: compute a node, add the terms of a sum, or write an output. */
interface Task {
  readonly kind: 'compute' | 'accumulate' | 'write'
  readonly node: Expr
  readonly target?: Target
  readonly space: readonly Index[]
  /** The nodes it takes. */
  readonly takes: readonly Expr[]
}

/** Tasks over the same indices. */
type Space = Task[]

/**
 * Orders the work of a program: whatever runs over the same indices and can run together shares one loop. A space waits
 * while another can be finished, because every loop opened twice costs a pass over memory.
 */
export function schedule(
  inputs: readonly ArraySymbol[],
  order: readonly Expr[],
  targets: readonly Target[],
): Pick<Lowered, 'temporaries' | 'statements'> {
  const spaces = new Map<string, Space>()
  for (const task of tasksOf(order, targets)) {
    const key = keyOf(task.space)
    spaces.set(key, [...(spaces.get(key) ?? []), task])
  }
  const complete = new Set<Expr>()
  const emitter = new Emitter(inputs)
  while (spaces.size > 0) {
    const [key, ready] = best(spaces, complete)
    emit(emitter, ready)
    for (const { kind, node } of ready) if (kind !== 'write') complete.add(node)
    const rest = spaces.get(key)!.filter((task) => !ready.includes(task))
    if (rest.length > 0) spaces.set(key, rest)
    else spaces.delete(key)
  }
  return emitter.finish()
}

const keyOf = (space: readonly Index[]): string => space.map((i) => i.id).join()

function tasksOf(order: readonly Expr[], targets: readonly Target[]): Task[] {
  const tasks: Task[] = []
  for (const node of order) {
    const { shape } = node
    if (shape.kind === 'apply') {
      tasks.push({ kind: 'compute', node, space: node.free, takes: shape.args })
    } else if (shape.kind === 'sum') {
      tasks.push({ kind: 'accumulate', node, space: shape.body.free, takes: [shape.body] })
    }
  }
  for (const target of targets) {
    const space = target.indices.toSorted(inOrder)
    tasks.push({ kind: 'write', node: target.expr, target, space, takes: [target.expr] })
  }
  return tasks
}

/** The space to run next with its tasks that can run now: finished ones first, then those of few indices. */
function best(spaces: ReadonlyMap<string, Space>, complete: ReadonlySet<Expr>): [string, Task[]] {
  let found: [string, Task[]] | undefined
  let rank = Infinity
  for (const [key, tasks] of spaces) {
    const ready = readyTasks(tasks, complete)
    if (ready.length === 0) continue
    const cost = tasks[0]!.space.length + (ready.length === tasks.length ? 0 : 100)
    if (cost < rank) {
      found = [key, ready]
      rank = cost
    }
  }
  if (!found) throw new Error('no task can run')
  return found
}

function readyTasks(tasks: Space, complete: ReadonlySet<Expr>): Task[] {
  const here = new Set<Expr>()
  const available = (node: Expr): boolean => {
    if (node.shape.kind === 'view') return complete.has(node.shape.node)
    const stored = node.shape.kind === 'apply' || node.shape.kind === 'sum'
    return !stored || complete.has(node) || here.has(node)
  }
  return tasks.filter((task) => {
    if (!task.takes.every(available)) return false
    if (task.kind === 'compute') here.add(task.node)
    return true
  })
}

function emit(emitter: Emitter, tasks: readonly Task[]): void {
  emitter.open(tasks[0]!.space)
  for (const { kind, node, target } of tasks) {
    if (kind === 'compute') emitter.compute(node)
    else if (kind === 'accumulate') emitter.accumulate(node)
    else emitter.write(target!)
  }
  emitter.close()
}
