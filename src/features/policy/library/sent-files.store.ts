import type { Chat } from '../../../kernel/chat.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { Work } from '../../../kernel/work.ts'

/** Port: what somebody sent us in a chat, as long as it is remembered. */
export interface SentFilesStore {
  /** What was enclosed in their newest line with files since then; none where there is none, or it could not be had. */
  listLast(
    by: { readonly chat: Chat; readonly personId: string },
    since: Date,
    work: Work,
  ): Promise<readonly FileRef[]>
}
