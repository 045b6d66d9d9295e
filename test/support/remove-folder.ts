import { rm } from 'node:fs/promises'

/**
 * Removes a folder of a test with everything in it. A process that is just ending may still write there (its compiled
 * code, its log), so a folder that is not empty yet is tried again, for half a minute at most.
 */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 24, retryDelay: 100 })
}
