import type { FilesStore } from '../../files/files.store.ts'
import { roundOf } from './round.ts'

export function filesStorage(): FilesStore {
  return {
    async put(bytes, file, work) {
      await roundOf(work).query((client) =>
        // The same bytes are the same file; whoever sent them first gave them their name. That somebody sent them again
        // is noted, so that nobody takes them for forgotten before a row refers to them.
        client.storedFile.upsert({
          where: { sha256: file.sha256 },
          update: { storedAt: work.at },
          create: { ...file, bytes: Uint8Array.from(bytes), storedAt: work.at },
        }),
      )
      return file
    },
    async find(sha256, work) {
      const row = await roundOf(work).query((client) => client.storedFile.findUnique({ where: { sha256 } }))
      if (row === null) return undefined
      return {
        sha256: row.sha256,
        mediaType: row.mediaType,
        size: row.size,
        name: row.name,
        bytes: row.bytes,
      }
    },
  }
}
