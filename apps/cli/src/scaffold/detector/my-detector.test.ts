import { testDetector } from 'ganglion/testkit'
import { conform } from 'ganglion/testkit/vitest'
import plugin from './my-detector.ts'

conform('my-detector', testDetector(plugin))
