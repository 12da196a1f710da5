import { beforeAll, expect } from 'vitest'
import type { Finished } from './command.ts'
import type { Stranger } from './stranger.ts'

/** Metrics of a stranger, written into a folder that `plugin new` made, and `plugin test` of them. */
export function metricTrial({ ganglion, write }: Stranger) {
  beforeAll(() => expect(ganglion('.', 'plugin', 'new', 'metric', 'my-distance').code).toBe(0))
  return {
    /** Writes any module beside the metric. */
    module: (name: string, text: string): string => write(`my-distance/${name}.ts`, text),
    /** Writes a metric that answers so. */
    metric: (name: string, number: string, more = ''): string =>
      write(
        `my-distance/${name}.ts`,
        `import { defineMetric } from 'ganglion/plugin'
        ${more}
        export const one = (name: string) => defineMetric({
          name, source: 'test', needs: ['target.means'], signals: ['spread'],
          number: ({ signals }) => { ${number} },
        })
        export default one('${name}')`,
      ),
    /** How an honest one answers. */
    honest:
      "const [a, b] = [signals['target.means'] ?? NaN].flat(); return { spread: a! - (b ?? a!) }",
    tested: (file: string, ...flags: readonly string[]): Finished =>
      ganglion('.', 'plugin', 'test', file, ...flags),
  }
}
