import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const long = '**/*.long.test.{ts,tsx}'
// Processes that tests start begin in half the time when what they import was compiled before.
const env = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)),
}
const separate = ['tests/e2e/**', 'tests/faults/**', 'apps/dashboard/**']

/**
 * Three projects. `unit` shares one process per worker (isolation would cost a fifth of a second per file); `isolated`
 * gives every file a process of its own, for tests that start processes, kill them or touch globals; `long` does so too for
 * whole tables of what the others try by example, and runs only by `npm run test:long`. `npm test` is to take less than
 * two minutes on two cores, the long tests less than six.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.ts',
            'plugins/**/*.test.ts',
            'apps/**/*.test.{ts,tsx}',
            'tests/**/*.test.{ts,tsx}',
          ],
          exclude: ['**/node_modules/**', long, ...separate],
          pool: 'threads',
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'isolated',
          include: separate.map((room) => `${room}/*.test.{ts,tsx}`),
          exclude: ['**/node_modules/**', long],
          pool: 'forks',
          isolate: true,
          env,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: [`{packages,plugins,apps,tests}/${long}`],
          exclude: ['**/node_modules/**'],
          pool: 'forks',
          isolate: true,
          env,
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
})
