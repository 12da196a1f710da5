import { visible } from '@ganglion/core'
import type { AnalyseFlags } from './analyse-flags.ts'
import { placeOf, targetOf } from './analyse-target.ts'
import { wantedOf } from './analyse-critical.ts'
import { criticalLine, criticalText } from './analyse-critical-text.ts'
import { analysisLine, analysisText } from './analyse-text.ts'
import { answer } from './answer.ts'
import { exitCode } from './exit-code.ts'
import { Output } from './output.ts'
import { pluginsOf } from './plugins-of.ts'

/** A plugin of somebody's own may take so long for all of it: there may be thousands of directions. */
const deadlineMs = 600_000

/** Says whether a game is stable about a step or an equilibrium; resolves to the exit code. */
export async function analyseGame(
  game: string,
  following: number | undefined,
  flags: AnalyseFlags,
): Promise<number> {
  const { at, step } = placeOf(
    flags.at ?? (flags.critical === undefined ? 'step' : 'equilibrium'),
    following,
  )
  const { target, last, ...stored } = await targetOf(game)
  const { set = [], seed, steps } = flags
  const own = typeof target === 'string' ? await pluginsOf(target, flags) : (flags.plugins ?? [])
  const question = {
    target,
    overrides: {
      set,
      ...(seed === undefined ? {} : { seed }),
      ...(steps === undefined ? {} : { steps }),
    },
    plugins: [...new Set([...stored.plugins, ...own])],
    firstMember: flags.firstMember ?? stored.firstMember,
    at,
    step: step ?? (steps === undefined ? last : null),
  }
  const output = new Output()
  const say = async (line: () => string, text: () => readonly string[]): Promise<void> => {
    if (flags.json) await output.line(line())
    else for (const one of text()) await output.line(visible(one))
  }
  if (flags.critical === undefined) {
    const found = await answer({ about: 'analysis', ...question }, { deadlineMs })
    const glyphs = flags.ascii ? 'ascii' : 'braille'
    await say(
      () => analysisLine(found, game),
      () => analysisText(found, glyphs),
    )
  } else {
    // An unstable game has left by its last step what it is asked about.
    const critical = { ...question, step: step ?? 0, critical: wantedOf(flags.critical) }
    const found = await answer({ about: 'critical', ...critical }, { deadlineMs })
    await say(
      () => criticalLine(found, game),
      () => criticalText(found),
    )
  }
  await output.flush()
  return exitCode.ok
}
