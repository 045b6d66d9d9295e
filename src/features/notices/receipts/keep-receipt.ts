import type { Doing } from '../../../conversation/feature.ts'
import type { Notice } from '../notice.ts'
import type { NoticesStore } from '../notices.store.ts'
import { outweighs, receiptId } from './receipt.ts'
import { readReceipt } from './receipt-words.ts'

const LONGEST = 60

/** Keeps what somebody of the audience let us know; true when these words were an answer of theirs. */
export async function keepReceipt(
  notices: NoticesStore,
  notice: Notice,
  words: string,
  doing: Doing,
): Promise<boolean> {
  const { code } = doing.by.person
  const kind = readReceipt(words)
  if (code === undefined || kind === undefined || !notice.people.includes(code)) return false
  const id = receiptId(notice.id, code)
  const before = await notices.findReceipt(id, doing.work)
  if (!outweighs(kind, before?.kind)) return true
  const isForStaff = kind === 'unclear' || kind === 'onLeave'
  notices.putReceipt(
    {
      id,
      version: (before?.version ?? 0) + 1,
      notice: notice.id,
      person: code,
      kind,
      ...(isForStaff ? { words: words.trim().slice(0, LONGEST) } : {}),
      at: doing.work.at,
    },
    doing.work,
  )
  return true
}
