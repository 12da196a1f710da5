/** The signals that end a process and can be heard. SIGIOT is SIGABRT by another name, under which others listen first. */
const fatal = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGABRT', 'SIGIOT', 'SIGTERM'] as const

/**
 * Calls `restore` before the process ends by a signal, by `process.exit` or at the end of its work, and `fall` with an error
 * that nobody caught, instead of letting it be printed on a screen that is about to go. A signal still ends the process, so
 * that a shell sees which it was. Returns what takes all of this back.
 */
export function beforeTheEnd(restore: () => void, fall: (error: unknown) => void): () => void {
  const heard = (signal: NodeJS.Signals): void => {
    restore()
    forget()
    process.kill(process.pid, signal)
  }
  const forget = (): void => {
    for (const signal of fatal) process.off(signal, heard)
    process.off('exit', restore)
    process.off('uncaughtException', fall)
  }
  for (const signal of fatal) process.on(signal, heard)
  process.on('exit', restore)
  process.on('uncaughtException', fall)
  return forget
}
