import { expect, test } from 'vitest'
import { apiVersion, type Versioned } from './api-version.ts'
import { defineDetector } from './define-detector.ts'
import { defineDiscriminator } from './discriminator.ts'
import { defineDynamics } from './dynamics.ts'
import { defineGenerator } from './generator.ts'
import { defineMetric } from './metric.ts'
import { defineObjective } from './objective.ts'
import { defineOptimizer } from './optimizer.ts'
import { definePaper } from './paper.ts'
import { defineRegulariser } from './regulariser.ts'

const define: Readonly<Record<string, (form: never) => Versioned>> = {
  detector: defineDetector,
  discriminator: defineDiscriminator,
  dynamics: defineDynamics,
  generator: defineGenerator,
  metric: defineMetric,
  objective: defineObjective,
  optimizer: defineOptimizer,
  paper: definePaper,
  regulariser: defineRegulariser,
}

test.each(Object.entries(define))('what defines a %s stamps its kind and version', (kind, of) => {
  expect(of({ name: 'one' } as never)).toMatchObject({ kind, apiVersion, name: 'one' })
})

test.each(Object.entries(define))('the author of a %s cannot claim another version', (_, of) => {
  expect(of({ name: 'one', apiVersion: 7, kind: 'x' } as never).apiVersion).toBe(apiVersion)
})
