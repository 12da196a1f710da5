import { pointsSection } from './points-section.ts'
import { stepsSection } from './steps-section.ts'
import type { Tell } from './way.ts'
import { sweepSection } from './whole-sweep.ts'
import { workersSection } from './workers-section.ts'

/** A part of the page that can be measured by itself. */
export interface Section {
  readonly about: string
  /** Its lines of the page. */
  readonly lines: (tell: Tell) => string[] | Promise<string[]>
}

/** The parts of the page by the names that `--only` takes, in their order. */
export const sections: Readonly<Record<string, Section>> = {
  steps: {
    about: 'first-order, unrolled and best-response steps beside rivals',
    lines: stepsSection,
  },
  points: { about: 'random features and exact history beside rivals', lines: pointsSection },
  sweeps: { about: 'whole sweeps beside their bare kernels', lines: sweepSection },
  workers: { about: 'two worker threads beside one', lines: workersSection },
}
