import { vi } from 'vitest'

/** Points the commands at a test's database and data directory, as an operator's environment would. */
export function pointAt(url: string, dataDirectory: string): void {
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('NIANGJIA_DATA', dataDirectory)
  vi.stubEnv('NIANGJIA_KEY', '')
  vi.stubEnv('NIANGJIA_LOG', 'silent')
}

/** Runs a command and gives what it wrote; errors are handed on. */
export async function run(
  command: () => Promise<number>,
): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(((text: string, done?: unknown) => {
    out += text
    if (typeof done === 'function') done()
    return true
  }) as typeof process.stdout.write)
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(((text: string) => {
    err += text
    return true
  }) as typeof process.stderr.write)
  try {
    return { code: await command(), out, err }
  } finally {
    stdout.mockRestore()
    stderr.mockRestore()
  }
}

export const jsonLines = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
