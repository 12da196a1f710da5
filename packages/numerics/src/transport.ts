import { requireCosts } from './assignment.ts'

/** Supply and demand may differ by this share of the supply: masses are rounded. */
const rounding = 1e-6

/**
 * The cheapest transport of masses: row-major, how much goes from each supply to each demand. `costs` is row-major, a row a
 * supply. Each supply is sent off along cheapest paths, which may take back what went before (successive shortest paths).
 * When supply and demand differ by rounding, what is left of the larger one stays where it is.
 * Throws a RangeError for masses that are negative or not finite, for totals that differ, and for bad costs.
 * Source: Ahuja, Magnanti and Orlin 1993, sec. 9.7.
 */
export function transport(
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  costs: ArrayLike<number>,
): Float64Array {
  requireCosts(costs, supply.length, demand.length)
  requireMasses(supply, demand)
  const network: Network = {
    costs,
    sources: supply.length,
    sinks: demand.length,
    flow: new Float64Array(supply.length * demand.length),
    wanted: Float64Array.from(demand),
    prices: firstPrices(supply.length, demand.length, costs),
  }
  for (let source = 0; source < supply.length; source++) {
    let left = supply[source]!
    while (left > 0) {
      const sent = send(network, source, left)
      if (sent === 0) break
      left -= sent
    }
  }
  return network.flow
}

/** Prices at which no cost is below 0: of a sink its least cost. */
function firstPrices(sources: number, sinks: number, costs: ArrayLike<number>): Float64Array {
  const prices = new Float64Array(sources + sinks)
  for (let j = 0; j < sinks && sources > 0; j++) {
    prices[sources + j] = Infinity
    for (let i = 0; i < sources; i++)
      prices[sources + j] = Math.min(prices[sources + j]!, costs[i * sinks + j]!)
  }
  return prices
}

/** Throws a RangeError unless the masses are those of two laws of the same total. */
export function requireMasses(supply: ArrayLike<number>, demand: ArrayLike<number>): void {
  const [from, to] = [total(supply, 'supply'), total(demand, 'demand')]
  if (Math.abs(from - to) > rounding * from)
    throw new RangeError(
      `masses: expected equal totals, got a supply of ${from} and a demand of ${to}`,
    )
}

function total(masses: ArrayLike<number>, what: string): number {
  let sum = 0
  for (let k = 0; k < masses.length; k++) {
    if (!(masses[k]! >= 0 && masses[k]! < Infinity))
      throw new RangeError(`${what}: expected masses from 0 on, got ${masses[k]} at place ${k}`)
    sum += masses[k]!
  }
  return sum
}

/** Nodes are sources, then sinks. Reduced costs, cost + price of the source - price of the sink, are never negative. */
interface Network {
  readonly costs: ArrayLike<number>
  readonly sources: number
  readonly sinks: number
  readonly flow: Float64Array
  /** What each sink still asks for. */
  readonly wanted: Float64Array
  readonly prices: Float64Array
}

/** Cheapest ways from a source: by node their lengths and the node before; of equally cheap ones that of fewest edges. */
interface Ways {
  readonly reach: Float64Array
  readonly edges: Int32Array
  readonly before: Int32Array
  readonly settled: Uint8Array
}

/** Sends as much as one cheapest path takes; 0 when no sink wants anything. */
function send(network: Network, source: number, most: number): number {
  const { sources, sinks, flow, wanted, prices } = network
  const ways: Ways = {
    reach: new Float64Array(sources + sinks).fill(Infinity),
    edges: new Int32Array(sources + sinks),
    before: new Int32Array(sources + sinks).fill(-1),
    settled: new Uint8Array(sources + sinks),
  }
  const end = explore(network, ways, source)
  if (end < 0) return 0
  for (let node = 0; node < prices.length; node++)
    prices[node]! += Math.min(ways.reach[node]!, ways.reach[end]!)
  let amount = Math.min(most, wanted[end - sources]!)
  for (let node = end; node !== source; node = ways.before[node]!)
    if (node < sources) amount = Math.min(amount, flow[edge(node, ways.before[node]!)]!)
  for (let node = end; node !== source; node = ways.before[node]!) {
    const from = ways.before[node]!
    if (node < sources) flow[edge(node, from)]! -= amount
    else flow[edge(from, node)]! += amount
  }
  wanted[end - sources]! -= amount
  return amount

  function edge(from: number, to: number): number {
    return from * sinks + to - sources
  }
}

/** Fills in the ways, up to the nearest sink that wants something; -1 when there is none (Dijkstra on reduced costs). */
function explore(network: Network, ways: Ways, source: number): number {
  const { costs, sources, sinks, flow, wanted, prices } = network
  const { reach, edges, before, settled } = ways
  reach[source] = 0
  for (;;) {
    const node = nearest(ways)
    if (node < 0) return -1
    settled[node] = 1
    if (node >= sources && wanted[node - sources]! > 0) return node
    const others = node < sources ? sinks : sources
    for (let k = 0; k < others; k++) {
      const to = node < sources ? sources + k : k
      const at = node < sources ? node * sinks + k : k * sinks + node - sources
      // Only what flows can be taken back.
      if (settled[to] === 1 || (node >= sources && flow[at] === 0)) continue
      const cost = node < sources ? costs[at]! : -costs[at]!
      const way = reach[node]! + Math.max(0, cost + prices[node]! - prices[to]!)
      const closer = way < reach[to]! || (way === reach[to]! && edges[node]! + 1 < edges[to]!)
      if (!closer) continue
      reach[to] = way
      edges[to] = edges[node]! + 1
      before[to] = node
    }
  }
}

/** The nearest node that is not settled; -1 when none can be reached. */
function nearest({ reach, edges, settled }: Ways): number {
  let best = -1
  for (let node = 0; node < reach.length; node++) {
    if (settled[node] === 1 || reach[node] === Infinity) continue
    const closer =
      best < 0 ||
      reach[node]! < reach[best]! ||
      (reach[node] === reach[best] && edges[node]! < edges[best]!)
    if (closer) best = node
  }
  return best
}
