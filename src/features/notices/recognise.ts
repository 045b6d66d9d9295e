import type { Listening, Reading } from '../../conversation/feature.ts'
import { readConfirmNumber } from '../../conversation/plain-answers.ts'
import type { Said } from '../../conversation/said.ts'
import { may } from '../../kernel/person.ts'
import { ownsConfirmation } from '../../mailings/mailing-confirmation.ts'
import { isPlainlySending, readAboutNotice, readPrepare } from './notice-words.ts'
import { readReceipt } from './receipt-words.ts'

/** What these words could be to notices. */
export function recognise(said: Said, { by }: Listening): readonly Reading[] {
  const { text } = said
  const isStaff = may(by.person, 'notice.prepare')
  const reading = (
    dialogue: Reading['dialogue'],
    label: string,
    more: Pick<Reading, 'band' | 'score' | 'data'>,
  ): Reading => ({
    dialogue,
    label,
    words: [text.slice(0, 20)],
    ...more,
  })
  const about = readAboutNotice(text)
  if (about !== undefined) {
    const { what, number } = about
    const data = number === undefined ? {} : { number }
    // Somebody without a role who says 还有谁没回 talks of their own matter.
    const mayHave = isStaff || may(by.person, 'notice.see-receipts') || may(by.person, 'notice.stop')
    const band = number === undefined ? 'role' : 'command'
    const labels = { progress: '查通知发送情况', stop: '停发通知', missing: '查谁没回' }
    return mayHave || number !== undefined
      ? [reading(`notices.${what}`, labels[what], { band, score: 0.85, data })]
      : []
  }
  const named = readConfirmNumber(text)
  if (named !== undefined && ownsConfirmation('notices', named.number)) {
    const concerns = isStaff || may(by.person, 'notice.approve')
    const data = { confirmation: named.number }
    return concerns ? [reading('notices.approve', '审批通知', { band: 'role', score: 0.6, data })] : []
  }
  if (readPrepare(text) !== undefined && (isStaff || isPlainlySending(text))) {
    return [
      reading('notices.prepare', '群发通知', { band: 'role', score: isStaff ? 0.85 : 0.6, data: undefined }),
    ]
  }
  const receipt = by.person.code === undefined ? undefined : readReceipt(text)
  if (receipt === undefined || receipt === 'unclear') return []
  // An answer to our own letter in a group is one for sure; in private 收到 may answer anything we said.
  const score = by.chat.kind === 'private' ? 0.4 : said.replyTo === undefined ? 0.6 : 0.9
  return [
    reading('notices.receipt', '回通知', {
      band: by.chat.kind === 'private' ? 'smallTalk' : 'own',
      score,
      data: undefined,
    }),
  ]
}
