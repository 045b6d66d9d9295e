import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { may } from '../../../kernel/person.ts'
import { readAboutNotice } from '../notice-words.ts'
import { answerAwaited, answerReceipts, findAwaited, type NoticesParts } from '../notices.service.ts'
import { keepReceipt } from './keep-receipt.ts'
import { missingDialogue, type ReceiptsQuery } from './missing.dialogue.ts'
import { type Receive, receiptDialogue } from './receipt.dialogue.ts'
import { readReceipt } from './receipt-words.ts'

type ReceiptsAsked = ReceiptsQuery | { readonly ask: 'notices.awaited' }

/** 回执: who has answered, who has not, and what their words meant. */
export function receiptsDesk(parts: NoticesParts): Desk {
  const performs: Performs<Receive> = {
    async 'notices.receive'({ notice: id, words }, doing) {
      const notice = await parts.notices.find(id, doing.work)
      if (notice !== undefined) await keepReceipt(parts.notices, notice, words, doing)
    },
  }
  const answers: Answers<ReceiptsAsked> = {
    'notices.awaited': (_query, doing) => answerAwaited(parts, doing),
    'notices.receipts': ({ number }, doing) => answerReceipts(parts, number, doing),
  }
  return {
    dialogues: [missingDialogue, receiptDialogue],
    performs,
    answers,
    recognise(said, { by }) {
      const words = [said.text.slice(0, 20)]
      const about = readAboutNotice(said.text)
      if (about?.what === 'missing') {
        const { number } = about
        const data = number === undefined ? {} : { number }
        // Somebody without a role who says 还有谁没回 talks of their own matter.
        if (!may(by.person, 'notice.see-receipts') && number === undefined) return []
        const band = number === undefined ? 'role' : 'command'
        return [{ dialogue: 'notices.missing', label: '查谁没回', words, band, score: 0.85, data }]
      }
      const receipt = by.person.code === undefined ? undefined : readReceipt(said.text)
      if (receipt === undefined || receipt === 'unclear') return []
      // An answer to our own letter in a group is one for sure; in private 收到 may answer anything we said.
      const isPrivate = by.chat.kind === 'private'
      const score = isPrivate ? 0.4 : said.replyTo === undefined ? 0.6 : 0.9
      const band = isPrivate ? 'smallTalk' : 'own'
      return [{ dialogue: 'notices.receipt', label: '回通知', words, band, score, data: undefined }]
    },
    async overhear({ by, text }, doing) {
      // Looked at before the store is: most of what a group says is no answer to anything.
      if (by.person.code === undefined || by.chat.kind !== 'group' || readReceipt(text) === undefined)
        return false
      const notice = await findAwaited(parts, doing)
      return notice !== undefined && keepReceipt(parts.notices, notice, text, doing)
    },
  }
}
