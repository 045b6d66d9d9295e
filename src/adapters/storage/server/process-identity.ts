import { readFile } from 'node:fs/promises'

/**
 * When a process started, in the kernel's ticks since boot: together with the number it names one process,
 * although numbers are used again (in a container, the very same ones after each restart).
 * Undefined where there is no /proc, or no such process.
 */
export async function findStartTime(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** True while a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
