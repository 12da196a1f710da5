import { checkVersions, type Check, type RunManifest } from '@ganglion/store'
import type { Manifest } from '@ganglion/sweep'
import { version } from './version.ts'

/** What played a run against what looks at it. */
export function versionsOf({ versions }: Manifest | RunManifest): Check {
  const { node, v8 } = process.versions
  return checkVersions(versions, { ganglion: version(), node, v8, arch: process.arch })
}
