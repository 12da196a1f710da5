/**
 * The irreducible diagonal blocks of a matrix, as lists of its indices: coordinates that hear one another, be it through
 * others (the strongly connected components of its graph; Tarjan 1972). Its eigenvalues are those of these blocks.
 */
export function blocksOf(matrix: readonly ArrayLike<number>[]): number[][] {
  const size = matrix.length
  const hears = matrix.map((row) =>
    Array.from({ length: size }, (_, j) => j).filter((j) => row[j] !== 0),
  )
  const order = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const open = new Uint8Array(size)
  const stack: number[] = []
  const blocks: number[][] = []
  let count = 0
  const visit = (root: number): void => {
    // Own stack: chains may be as long as the matrix.
    const path: { readonly node: number; next: number }[] = []
    const enter = (node: number): void => {
      order[node] = low[node] = count++
      open[node] = 1
      stack.push(node)
      path.push({ node, next: 0 })
    }
    enter(root)
    while (path.length > 0) {
      const here = path.at(-1)!
      const { node } = here
      const other = hears[node]![here.next++]
      if (other === undefined) {
        path.pop()
        const above = path.at(-1)
        if (above) low[above.node] = Math.min(low[above.node]!, low[node]!)
        if (low[node] === order[node]) blocks.push(closed(node, stack, open))
      } else if (order[other] === -1) enter(other)
      else if (open[other]) low[node] = Math.min(low[node]!, order[other]!)
    }
  }
  for (let node = 0; node < size; node++) if (order[node] === -1) visit(node)
  return blocks
}

/** Takes a component off the stack. */
function closed(root: number, stack: number[], open: Uint8Array): number[] {
  const block = stack.splice(stack.lastIndexOf(root))
  for (const node of block) open[node] = 0
  return block.sort((a, b) => a - b)
}
