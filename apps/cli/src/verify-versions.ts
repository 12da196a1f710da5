import { checkVersions, type Check, type RunManifest } from '@ganglion/store'
import { manifestOf, type Manifest, type SweepOutline } from '@ganglion/sweep'
import { version } from './version.ts'

/** What played a run against what looks at it: of a sweep that can be planned, what its manifest would say now. */
export function versionsOf(manifest: Manifest | RunManifest, planned: SweepOutline | null): Check {
  const { node, v8 } = process.versions
  const now =
    planned && manifest.kind === 'sweep'
      ? manifestOf(planned, { ...manifest, version: version() }).versions
      : { ganglion: version(), node, v8, arch: process.arch }
  return checkVersions(manifest.versions, now)
}
