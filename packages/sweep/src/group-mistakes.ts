import { ConfigError, type Problem } from '@ganglion/plan'
import type { GroupLayer } from './groups.ts'

/**
 * Plans a group; its mistakes are told where the group is written, and for which of its values. Those of the configuration
 * itself stay where they are.
 */
export async function locatingMistakes<T>(
  { written, options }: GroupLayer,
  plan: () => Promise<T>,
): Promise<T> {
  try {
    return await plan()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    throw new ConfigError(error.problems.map((problem) => located(problem, written, options)))
  }
}

function located(
  problem: Problem,
  written: GroupLayer['written'],
  options: GroupLayer['options'],
): Problem {
  const { path, message } = problem
  const [set] = [...written.keys()].filter(
    (one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`),
  )
  if (set === undefined) return problem
  const values = Object.entries(options).map(
    ([name, value]) => `${name} = ${JSON.stringify(value)}`,
  )
  return {
    path: `${written.get(set)}${path.slice(set.length)}`,
    message: `${message} (${values.join(', ')})`,
  }
}
