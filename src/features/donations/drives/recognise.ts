import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { may } from '../../../kernel/person.ts'
import { readDecline } from './decline-words.ts'
import { readFields } from './drive-fields.ts'
import {
  readAboutDrive,
  readBegin,
  readClose,
  readContinue,
  readReport,
  readSee,
  wantsToGive,
} from './drive-words.ts'

/** A pasted form without a command is one when it has at least this many of its headings. */
const HEADINGS_OF_A_FORM = 3

/** What these words could be to donations. */
export function recognise(said: Said, { by, answered }: Listening): readonly Reading[] {
  const { text } = said
  const isStaff = may(by.person, 'drive.prepare')
  const asksOversight = may(by.person, 'appeal.see-in-scope') && !isStaff
  const reading = (
    dialogue: Reading['dialogue'],
    label: string,
    more: Pick<Reading, 'band' | 'score' | 'data'>,
  ): readonly Reading[] => [{ dialogue, label, words: [text.slice(0, 20)], ...more }]

  const about = readAboutDrive(text)
  const isStop = about?.what === 'stop' && may(by.person, 'drive.stop')
  const declining = isStop ? undefined : readDecline(text, answered)
  if (declining !== undefined)
    return reading('donations.decline', '不收募捐消息', { band: 'own', score: 0.9, data: declining })
  const report = isStaff ? readReport(text) : undefined
  if (report !== undefined)
    return reading('donations.report', '发募捐进展', { band: 'role', score: 0.9, data: report })
  const close = isStaff ? readClose(text) : undefined
  if (close !== undefined)
    return reading('donations.close', '结束募捐', { band: 'role', score: 0.9, data: close })
  if (about?.what === 'stop') {
    const { number } = about
    const data = number === undefined ? {} : { number }
    if (may(by.person, 'drive.stop') || number !== undefined)
      return reading('donations.stop', '停发募捐', {
        band: number === undefined ? 'role' : 'command',
        score: 0.85,
        data,
      })
  }
  const see = readSee(text)
  if (see !== undefined && (may(by.person, 'drive.see') || see.number !== undefined))
    return reading('donations.see', '查募捐情况', {
      // Leaders ask oversight with these words, which says it with a number that opens; here what it does not read.
      band: see.number === undefined || asksOversight ? 'role' : 'command',
      score: asksOversight ? 0.5 : 0.85,
      data: see,
    })
  if (readContinue(text) !== undefined)
    return isStaff
      ? reading('donations.prepare', '继续募捐', { band: 'role', score: 0.9, data: undefined })
      : []
  if (readBegin(text) !== undefined)
    return reading('donations.prepare', '发起募捐', {
      band: 'role',
      score: isStaff ? 0.9 : 0.6,
      data: undefined,
    })
  if (wantsToGive(text))
    return reading('donations.give', '问怎么捐', { band: 'own', score: 0.8, data: undefined })
  const isForm =
    isStaff && readFields(text, by.at).count >= HEADINGS_OF_A_FORM && /募捐|慈善|公募/u.test(text)
  return isForm ? reading('donations.prepare', '发起募捐', { band: 'role', score: 0.8, data: undefined }) : []
}
