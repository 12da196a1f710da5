/** Exit codes of the command, as `--help` shows them. */
export const exitCode = {
  ok: 0,
  failed: 1,
  usage: 2,
  missing: 4,
  unlike: 5,
  interrupted: 130,
  terminated: 143,
} as const

/** The lines that help prints about them. */
export const exitCodeHelp = `
Exit codes:
  0    the run ended, whatever its outcome
  1    the run failed, or something inside did
  2    the command or its configuration is wrong; nothing was begun
  4    an input is missing or unreadable
  5    verify: damaged or unlike; reproduce: refuted, not only as printed
  130  interrupted (Ctrl-C once finishes the step, twice leaves at once)
  143  terminated`
