import { readFileSync, unlinkSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Who writes to a run. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** When the process began, in the ticks of its kernel; a process number is used again, this is not. */
  readonly began: string
}

/** Somebody else writes to the run: exit code 1 of the command. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

const ours = new Set<string>()

/**
 * Makes this process the one writer of a run's folder; the answer lets go. The lock of a process that is gone is taken
 * over. Throws a LockedError that names the holder.
 */
export async function lock(folder: string): Promise<() => void> {
  const file = join(folder, 'lock')
  const mine = JSON.stringify(thisProcess())
  const temporary = join(folder, `.lock-${process.pid}-${ours.size}`)
  if (ours.has(file)) throw held(folder, thisProcess())
  await writeFile(temporary, mine)
  try {
    while (!(await linked(temporary, file))) await reclaim(folder, file)
  } finally {
    await rm(temporary, { force: true })
  }
  ours.add(file)
  const release = (): void => {
    if (!ours.delete(file)) return
    process.off('exit', release)
    // Somebody who took it for stale may hold it now.
    if (text(file) === mine) unlinkSync(file)
  }
  process.on('exit', release)
  return release
}

/** The process that writes to a run now, null when there is none or it is gone. */
export async function writerOf(folder: string): Promise<Holder | null> {
  const found = await readFile(join(folder, 'lock'), 'utf8').catch(() => null)
  const holder = found === null ? null : holderOf(found)
  return holder && alive(holder) ? holder : null
}

/** Only one of those who link at the same time succeeds. */
async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

/** Takes the lock of a dead process away. */
async function reclaim(folder: string, file: string): Promise<void> {
  const found = await readFile(file, 'utf8').catch(() => null)
  if (found === null) return
  const holder = holderOf(found)
  if (holder && alive(holder)) throw held(folder, holder)
  const aside = join(folder, `.stale-${process.pid}`)
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  // Between reading and moving another process may have taken the lock: then it is given back.
  if ((await readFile(aside, 'utf8')) !== found) await linked(aside, file)
  await rm(aside, { force: true })
}

function alive({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return began === '' || began === beganAt(pid)
}

function held(folder: string, { pid, host }: Holder): LockedError {
  const away =
    host === hostname()
      ? 'Wait until it has ended, or stop it'
      : `If it is gone, remove ${join(folder, 'lock')}`
  return new LockedError(
    `${folder} is being written by process ${pid} on ${host}; a run has one writer. ${away}.`,
  )
}

function holderOf(found: string): Holder | null {
  try {
    const { pid, host, began } = JSON.parse(found) as Partial<Holder>
    return typeof pid === 'number' && typeof host === 'string'
      ? { pid, host, began: began ?? '' }
      : null
  } catch {
    return null
  }
}

const thisProcess = (): Holder => ({
  pid: process.pid,
  host: hostname(),
  began: beganAt(process.pid),
})

/** Field 22 of /proc/pid/stat; empty where there is no such file. The name before it may hold spaces and brackets. */
function beganAt(pid: number): string {
  const stat = text(`/proc/${pid}/stat`)
  return stat === null ? '' : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '')
}

function text(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
