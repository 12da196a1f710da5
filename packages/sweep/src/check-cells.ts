import {
  describeOption,
  isChoice,
  isRate,
  playerSymbols,
  type Options,
  type Plan,
} from '@ganglion/core'
import { suggest, type Problem, type Range, type Section } from '@ganglion/plan'
import { axisOf, combine, isList, mostCells, rangesOf, type Cells } from './cells.ts'

/** What may differ from member to member: how many numbers it is, and within which bounds. */
interface Place {
  readonly width: number
  readonly min: number
  readonly max: number
}

/** The cells of a plan, or what is wrong with them. Nothing is allocated before their number is known. */
export function cellsOf(plan: Plan, section: Section): Cells | readonly Problem[] {
  const places = placesOf(plan)
  const ranges = rangesOf(section)
  // Where groups differ, one cell with nothing of its own will do.
  if (ranges.length === 0 && section.groups === undefined)
    return [
      {
        path: 'sweep.cells',
        message: `expected values of one of ${Object.keys(places).join(', ')}`,
      },
    ]
  const problems = ranges.flatMap(([path, range]) => mistakesOf(path, range, places))
  if (problems.length > 0) return problems
  const cells = combine(ranges.map(([path, range]) => axisOf(path, places[path]!.width, range)))
  if (cells.count > mostCells)
    return [
      {
        path: 'sweep.cells',
        message: `expected at most ${mostCells} cells, got ${cells.count}: ${cells.axes.map(({ path, count }) => `${count} of ${path}`).join(', times ')}`,
      },
    ]
  return cells
}

/** Arrays of the starts, numeric options of the players, rates of the dynamics. */
function placesOf(plan: Plan): Readonly<Record<string, Place>> {
  const found: Record<string, Place> = {}
  const bounded = (path: string, name: string, options: Options): void => {
    const option = describeOption(options[name]!)
    if (isChoice(option)) return
    found[path] = { width: 1, min: option.min ?? -Infinity, max: option.max ?? Infinity }
  }
  for (const role of ['generator', 'discriminator'] as const) {
    const { plugin, options } = plan[role]
    const { shapes, memory } = playerSymbols(plan[role])
    for (const [name, axes] of Object.entries(shapes)) {
      const width = axes.reduce((cells, { size }) => cells * size, 1)
      if (!memory.includes(name))
        found[`${role}.${name}`] = { width, min: -Infinity, max: Infinity }
    }
    for (const name of Object.keys(options)) bounded(`${role}.${name}`, name, plugin.options ?? {})
  }
  const { plugin, options } = plan.dynamics
  for (const name of Object.keys(options))
    if (isRate(name, plugin.options)) bounded(`dynamics.${name}`, name, plugin.options)
  return found
}

function mistakesOf(
  path: string,
  range: Range,
  places: Readonly<Record<string, Place>>,
): Problem[] {
  const at = `sweep.cells.${path}`
  const place = Object.hasOwn(places, path) ? places[path]! : null
  if (!place)
    return [
      {
        path: at,
        message: `it cannot differ from cell to cell; ${suggest(path, Object.keys(places))} What decides how the game is made belongs in sweep.groups`,
      },
    ]
  const { width, min, max } = place
  const outside = (value: number): boolean => value < min || value > max
  if (!isList(range))
    return [range.from, range.to].filter(outside).map((value) => ({
      path: at,
      message: `expected numbers from ${min} to ${max}, got ${value}`,
    }))
  if (range.length === 0) return [{ path: at, message: 'expected at least one value' }]
  return range.flatMap((value, k) => {
    const list = [value].flat()
    if (list.length !== width)
      return [{ path: `${at}[${k}]`, message: `expected ${width} numbers, got ${list.length}` }]
    return list.filter(outside).map((one) => ({
      path: `${at}[${k}]`,
      message: `expected a number from ${min} to ${max}, got ${one}`,
    }))
  })
}
