import type { Attachment } from '../inbox/arrival.ts'
import type { KeepFile } from '../inbox/receive.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FileRef } from '../kernel/letter-draft.ts'
import type { Transactions } from '../kernel/work.ts'
import { accept } from './accept.ts'
import type { FilesStore, FileWithBytes } from './files.store.ts'

export interface FileKeeper {
  /** Reads an enclosure, looks at what it really is, strips pictures of their metadata, and keeps it. */
  readonly keep: KeepFile
  find(sha256: string): Promise<FileWithBytes | undefined>
}

const REFUSALS = {
  empty: '是空文件',
  'too-large': '文件太大',
  dangerous: '这种文件不能收',
  'unknown-type': '认不出是什么文件',
  damaged: '文件损坏',
} as const

export function fileKeeper(parts: {
  readonly store: FilesStore
  readonly transactions: Transactions
  readonly clock: Clock
  readonly largestBytes: number
}): FileKeeper {
  const { store, transactions, clock } = parts
  return {
    async keep(attachment: Attachment) {
      const bytes = await attachment.open(parts.largestBytes)
      const accepted = accept(bytes, attachment.name, parts.largestBytes)
      if (!accepted.ok) return { refused: REFUSALS[accepted.refused] }
      const { sha256, mediaType, size, name } = accepted
      await transactions.inOne(clock.now(), (work) =>
        store.put(accepted.bytes, { sha256, mediaType, size, name }, work),
      )
      return { sha256, name, kind: kindOf(mediaType, attachment.kind) }
    },
    find: (sha256) => transactions.inOne(clock.now(), (work) => store.find(sha256, work)),
  }
}

/** What the bytes are decides; a platform may call a photo a file. */
function kindOf(mediaType: string, claimed: FileRef['kind']): FileRef['kind'] {
  if (mediaType.startsWith('image/')) return 'image'
  if (mediaType.startsWith('audio/')) return 'voice'
  if (mediaType.startsWith('video/')) return 'video'
  return claimed === 'image' ? 'file' : claimed
}
