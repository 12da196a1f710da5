/**
 * The cheapest flow from supplies to demands, row-major, a row a supply. Supplies enter one by one; ways lead from demand to
 * demand, by a supply that gives to the one and could give to the other. Meant for few demands.
 */
export function cheapestFlow(
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  costs: ArrayLike<number>,
): Float64Array {
  const network = new Network(supply.length, demand, costs)
  for (let source = 0; source < supply.length; source++) {
    let left = supply[source]!
    while (left > 0) {
      const sent = network.send(source, left)
      // Nobody wants any more: supply and demand differ by rounding.
      if (sent === 0) return network.flow
      left -= sent
    }
  }
  return network.flow
}

class Network {
  readonly flow: Float64Array
  readonly #sinks: number
  readonly #costs: ArrayLike<number>
  /** What each demand still asks for. */
  readonly #wanted: Float64Array
  /** Prices of demands, at which no change from one to another gains anything. */
  readonly #prices: Float64Array
  /** By two demands: the least cost of a change of supplies from the one to the other, and whose it is (-1: nobody's). */
  readonly #change: Float64Array
  readonly #changer: Int32Array
  /** By demand the supplies that give to it. */
  readonly #givers: readonly number[][]
  /** As the flow: 1 where a supply is listed among the givers. */
  readonly #listed: Uint8Array
  /** By demand, of the ways from the source that is sent: their lengths, their edges, the demand before (-1: none). */
  readonly #reach: Float64Array
  readonly #edges: Int32Array
  readonly #before: Int32Array
  readonly #settled: Uint8Array

  constructor(sources: number, demand: ArrayLike<number>, costs: ArrayLike<number>) {
    const sinks = demand.length
    this.#sinks = sinks
    this.#costs = costs
    this.#wanted = Float64Array.from(demand)
    this.flow = new Float64Array(sources * sinks)
    this.#listed = new Uint8Array(sources * sinks)
    this.#prices = new Float64Array(sinks)
    this.#change = new Float64Array(sinks * sinks).fill(Infinity)
    this.#changer = new Int32Array(sinks * sinks).fill(-1)
    this.#givers = Array.from({ length: sinks }, (): number[] => [])
    this.#reach = new Float64Array(sinks)
    this.#edges = new Int32Array(sinks)
    this.#before = new Int32Array(sinks)
    this.#settled = new Uint8Array(sinks)
  }

  /** Sends as much as one cheapest way takes; 0 when nobody wants anything. */
  send(source: number, most: number): number {
    const end = this.#explore(source)
    if (end < 0) return 0
    const [prices, reach, before] = [this.#prices, this.#reach, this.#before]
    for (let sink = 0; sink < this.#sinks; sink++)
      prices[sink]! += Math.min(reach[sink]!, reach[end]!)
    const way: (readonly [from: number, to: number, by: number])[] = []
    let first = end
    for (; before[first]! >= 0; first = before[first]!)
      way.push([before[first]!, first, this.#changer[before[first]! * this.#sinks + first]!])
    let amount = Math.min(most, this.#wanted[end]!)
    for (const [from, , by] of way) amount = Math.min(amount, this.flow[by * this.#sinks + from]!)
    this.#give(source, first, amount)
    for (const [from, to, by] of way) {
      this.flow[by * this.#sinks + from]! -= amount
      this.#give(by, to, amount)
    }
    for (const [from, , by] of way)
      if (this.flow[by * this.#sinks + from] === 0) this.#withdraw(from, by)
    this.#wanted[end]! -= amount
    return amount
  }

  /** Finds ways up to the nearest demand that wants something (Dijkstra on reduced costs); -1 when there is none. */
  #explore(source: number): number {
    const [reach, edges, sinks] = [this.#reach, this.#edges, this.#sinks]
    for (let sink = 0; sink < sinks; sink++)
      reach[sink] = this.#costs[source * sinks + sink]! - this.#prices[sink]!
    edges.fill(0)
    this.#before.fill(-1)
    this.#settled.fill(0)
    for (;;) {
      const here = this.#nearest()
      if (here < 0 || this.#wanted[here]! > 0) return here
      this.#settled[here] = 1
      for (let to = 0; to < sinks; to++) {
        const change = this.#change[here * sinks + to]!
        if (this.#settled[to] === 1 || change === Infinity) continue
        const way = reach[here]! + Math.max(0, change + this.#prices[here]! - this.#prices[to]!)
        const closer = way < reach[to]! || (way === reach[to]! && edges[here]! + 1 < edges[to]!)
        if (!closer) continue
        reach[to] = way
        edges[to] = edges[here]! + 1
        this.#before[to] = here
      }
    }
  }

  /** The nearest demand that is not settled, of equally near ones that of fewest edges; -1 when all are. */
  #nearest(): number {
    const [reach, edges, settled] = [this.#reach, this.#edges, this.#settled]
    let best = -1
    for (let sink = 0; sink < this.#sinks; sink++) {
      if (settled[sink] === 1) continue
      const closer =
        best < 0 ||
        reach[sink]! < reach[best]! ||
        (reach[sink] === reach[best] && edges[sink]! < edges[best]!)
      if (closer) best = sink
    }
    return best
  }

  /** A supply gives so much more to a demand. */
  #give(source: number, sink: number, amount: number): void {
    const at = source * this.#sinks + sink
    const givers = this.#givers[sink]!
    // A way may lead through one supply twice: it then gives again what it has just given up.
    if (this.#listed[at] === 0) {
      givers.push(source)
      this.#listed[at] = 1
      for (let to = 0; to < this.#sinks; to++) this.#offer(source, sink, to)
    }
    this.flow[at]! += amount
  }

  /** It could give to another instead. */
  #offer(source: number, sink: number, to: number): void {
    if (to === sink) return
    const [row, at] = [source * this.#sinks, sink * this.#sinks + to]
    const change = this.#costs[row + to]! - this.#costs[row + sink]!
    if (change >= this.#change[at]!) return
    this.#change[at] = change
    this.#changer[at] = source
  }

  /** A supply gives nothing to a demand any more: where its change was the best, another is. */
  #withdraw(sink: number, source: number): void {
    const givers = this.#givers[sink]!
    if (this.#listed[source * this.#sinks + sink] === 0) return
    this.#listed[source * this.#sinks + sink] = 0
    givers.splice(givers.indexOf(source), 1)
    for (let to = 0; to < this.#sinks; to++) {
      const at = sink * this.#sinks + to
      if (this.#changer[at] !== source) continue
      this.#change[at] = Infinity
      this.#changer[at] = -1
      for (let k = 0; k < givers.length; k++) this.#offer(givers[k]!, sink, to)
    }
  }
}
