import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { may } from '../../../kernel/person.ts'
import { isPlainlySending, readAboutNotice, readLatePrepare, readPrepare } from '../notice-words.ts'

/** What these words could be to whoever sends notices. */
export function recogniseSending({ text }: Said, { by }: Listening): readonly Reading[] {
  const isStaff = may(by.person, 'notice.prepare')
  const words = [text.slice(0, 20)]
  const about = readAboutNotice(text)
  if (about !== undefined) {
    const { what, number } = about
    if (what === 'missing') return []
    const data = number === undefined ? {} : { number }
    const mayHave = isStaff || may(by.person, 'notice.see-receipts') || may(by.person, 'notice.stop')
    const band = number === undefined ? 'role' : 'command'
    const labels = { progress: '查通知发送情况', stop: '停发通知' }
    return mayHave || number !== undefined
      ? [{ dialogue: `notices.${what}`, label: labels[what], words, band, score: 0.92, data }]
      : []
  }
  const isLate = isStaff && readLatePrepare(text) !== undefined
  if (!isLate && (readPrepare(text) === undefined || !(isStaff || isPlainlySending(text)))) return []
  const score = isStaff ? 0.85 : 0.6
  return [{ dialogue: 'notices.prepare', label: '群发通知', words, band: 'role', score }]
}
