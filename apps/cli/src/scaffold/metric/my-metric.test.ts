import { testMetric } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-metric.ts'

conform('my-metric', testMetric(plugin))
