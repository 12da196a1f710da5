import { spawn, spawnSync } from 'node:child_process'
import type { Socket } from 'node:net'

/**
 * What gives a terminal back, whatever had been asked of it: breaks off a half-written sequence, ends a synchronised update,
 * resets colours, turns off mouse, focus reports and bracketed paste, leaves the alternate screen if that was entered (it
 * moves the cursor back to where that was) and shows the cursor. Source: XTerm Control Sequences.
 */
export function restoring(alternateScreen: boolean): string {
  const modes = '\u001b[?1000;1002;1003;1004;1006;2004l'
  const leave = alternateScreen ? '\u001b[?1049l' : ''
  return `\u0018\u001b[?2026l\u001b[0m${modes}${leave}\u001b[?25h`
}

/**
 * Runs beside us until its standard input ends. A `bye` means that all is well; an end without one that we were killed.
 * Then the terminal (3) is told and its modes are set as before, unless someone turned its signals on again: a shell that
 * edits lines has modes of its own by then. The terminal may be busy for a while, so it is told again.
 */
const watch = `trap '' HUP INT QUIT ABRT TERM TSTP TTIN TTOU PIPE
while read -r word; do [ "$word" = bye ] && exit 0; done
tries=0
until printf "$1" >&3 || [ $tries -ge 20 ]; do tries=$((tries + 1)); sleep 0.1; done
case $(stty -a <&3) in *-isig*) stty "$2" <&3 ;; esac`

/** A watch over the terminal. */
export interface TerminalGuard {
  /** Ends the watch: the terminal has been restored. May be called more than once. */
  readonly release: () => void
}

const unguarded: TerminalGuard = { release: () => undefined }

/**
 * Watches over the terminal from a process of its own, a small shell, which outlives even KILL of this one and its whole group
 * (it is in another session) and then restores what we could not. Call it before the terminal is changed. Where there is no
 * `sh`, no `stty` or no terminal (Windows, a minimal container) there is no watch and nothing is said: all other ways to end
 * are seen to by this process itself. After KILL the shell that started us may write its prompt before the screen is left;
 * then that prompt is gone with the screen, and the next one comes with Enter.
 */
export function guardTerminal(alternateScreen: boolean): TerminalGuard {
  if (process.platform === 'win32' || !process.stdout.isTTY) return unguarded
  const before = spawnSync('stty', ['-g'], { stdio: [1, 'pipe', 'ignore'], encoding: 'utf8' })
  if (before.status !== 0) return unguarded
  const told = restoring(alternateScreen)
    .replaceAll('\u001b', '\\033')
    .replaceAll('\u0018', '\\030')
  const guard = spawn('sh', ['-c', watch, 'ganglion-terminal-guard', told, before.stdout.trim()], {
    stdio: ['pipe', 'ignore', 'ignore', 1],
    detached: true,
  })
  // Without a shell there is no watch; a watch that died early leaves a pipe that nobody reads.
  guard.on('error', () => undefined)
  const line = guard.stdin as Socket | null
  line?.on('error', () => undefined)
  guard.unref()
  line?.unref()
  return { release: () => void (line?.writable && line.end('bye\n')) }
}
