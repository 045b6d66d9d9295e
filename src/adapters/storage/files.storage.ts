import type { FilesStore } from '../../files/files.store.ts'
import { roundOf } from './round.ts'

export function filesStorage(): FilesStore {
  return {
    async put(bytes, file, work) {
      await roundOf(work).query((client) =>
        // The same bytes are the same file; whoever sent them first gave them their name.
        client.storedFile.createMany({
          data: [{ ...file, bytes: Uint8Array.from(bytes), storedAt: work.at }],
          skipDuplicates: true,
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
