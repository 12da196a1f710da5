import type { Preset } from '@ganglion/core'

type Presets = Readonly<Record<string, Preset>>

/** Figures in two forms, each of which says where the settings of the other one are. */
export function withAbsent(figures: Presets): Presets {
  return Object.fromEntries(
    Object.entries(figures).map(([name, preset]) => [name, { ...preset, absent: absentOf(name) }]),
  )
}

function absentOf(name: string): Readonly<Record<string, string>> {
  if (name.endsWith('-exact')) {
    const why = `the exact kernel has no random features; use becker2022/${name.replace(/-exact$/, '-features')}, or leave it out`
    return { features: why, start: why }
  }
  const why = `random features keep no history; use becker2022/${name.replace(/-features$/, '-exact')}, or leave it out`
  return { capacity: why, merging: why }
}
