import type { Attachment } from '../../../inbox/arrival.ts'
import type { KeepFile } from '../../../inbox/receive.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'

export interface KeptFiles {
  readonly files: readonly FileRef[]
  readonly unread: readonly string[]
}

/**
 * Stores what was uploaded before the message is handed in: the room is shown the stored file, freed of
 * what a camera wrote into it, never the one that was sent. One that is refused does not stop the rest.
 */
export async function keepFiles(uploads: readonly File[], keep: KeepFile): Promise<KeptFiles> {
  const files: FileRef[] = []
  const unread: string[] = []
  for (const upload of uploads) {
    const kept = await keep(attachmentOf(upload))
    if ('refused' in kept) unread.push(`${upload.name}：${kept.refused}`)
    else files.push(kept)
  }
  return { files, unread }
}

function attachmentOf(upload: File): Attachment {
  return {
    name: upload.name,
    kind: kindOf(upload.type),
    async open(limitBytes) {
      if (upload.size > limitBytes) throw new RangeError(`longer than ${limitBytes} bytes`)
      return new Uint8Array(await upload.arrayBuffer())
    },
  }
}

/** By what the browser says; what a file really is, is found from its bytes when it is stored. */
function kindOf(type: string): FileRef['kind'] {
  if (type.startsWith('image/')) return 'image'
  if (type.startsWith('audio/')) return 'voice'
  return type.startsWith('video/') ? 'video' : 'file'
}
