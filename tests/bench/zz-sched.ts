import { schedule } from '../../packages/kernels/src/schedule.ts'
import { schedule as old } from '../../packages/kernels/src/schedule-old.ts'
let seed = 7
const rnd = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
for (let t = 0; t < 300; t++) {
  const n = 10 + Math.floor(rnd() * 1500),
    vs: any[] = [
      { id: 0, kind: 'constant', value: 1 },
      { id: 1, kind: 'load', array: 0, cell: 0 },
      { id: 2, kind: 'load', array: 0, cell: 1 },
    ]
  for (let k = 3; k < n; k++) {
    const arg = () => vs[Math.floor(rnd() < 0.7 ? Math.max(0, k - 1 - rnd() * 40) : rnd() * k)]
    const r = rnd()
    vs.push(
      r < 0.05
        ? { id: k, kind: 'constant', value: k }
        : r < 0.1
          ? { id: k, kind: 'load', array: 0, cell: k }
          : r < 0.15
            ? { id: k, kind: 'shift', by: 52, arg: arg() }
            : r < 0.17
              ? { id: k, kind: 'call', name: 'log', arg: arg() }
              : {
                  id: k,
                  kind: 'apply',
                  name: ['add', 'mul', 'sub', 'div', 'and', 'bitselect', 'sqrt'][
                    Math.floor(rnd() * 7)
                  ],
                  args: [arg(), arg()],
                },
    )
  }
  const a = schedule(vs),
    b = old(vs)
  if (a.length !== b.length || a.some((v, i) => v !== b[i])) {
    console.log('differs', t, n)
    process.exit(1)
  }
}
console.log('same')
