import type { FilesStore } from '../../files/files.store.ts'
import { roundOf } from './round.ts'

export function filesStorage(): FilesStore {
  return {
    async put(bytes, file, work) {
      await roundOf(work).query(async (client) => {
        const { sha256 } = file
        // The same bytes are the same file; whoever sent them first gave them their name. That somebody sent them again
        // is noted, so that nobody takes them for forgotten before a row refers to them.
        const update = { storedAt: work.at }
        const there = await client.storedFile.updateMany({ where: { sha256 }, data: update })
        // A collection is put with every five hundred of its documents: what is there is not sent once more.
        if (there.count > 0) return
        const create = { ...file, bytes: Uint8Array.from(bytes), storedAt: work.at }
        await client.storedFile.upsert({ where: { sha256 }, update, create })
      })
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
