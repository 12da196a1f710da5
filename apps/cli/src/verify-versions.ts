import { checkVersions, type Check, type RunManifest } from '@ganglion/store'
import { runningVersions, toldVersions, type Manifest } from '@ganglion/sweep'
import { version } from './version.ts'

/** What played a run against what looks at it. */
export function versionsOf(manifest: Manifest | RunManifest): Check {
  return checkVersions(toldVersions(manifest), runningVersions(version()))
}
