import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { may } from '../../../kernel/person.ts'
import { readFields } from './drive-fields.ts'
import { readAboutDrive, readBegin, readContinue, wantsToGive } from './drive-words.ts'

/** A pasted form without a command is one when it has at least this many of its headings. */
const HEADINGS_OF_A_FORM = 3

/** What these words could be to donations. */
export function recognise(said: Said, { by }: Listening): readonly Reading[] {
  const { text } = said
  const isStaff = may(by.person, 'drive.prepare')
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
  const about = readAboutDrive(text)
  if (about !== undefined) {
    const { what, number } = about
    const mayHave = isStaff || may(by.person, 'drive.stop')
    const data = number === undefined ? {} : { number }
    const label = what === 'stop' ? '停发募捐' : '查募捐情况'
    const band = number === undefined ? 'role' : 'command'
    return mayHave || number !== undefined
      ? [reading(`donations.${what}`, label, { band, score: 0.85, data })]
      : []
  }
  if (readContinue(text) !== undefined)
    return isStaff
      ? [reading('donations.prepare', '继续募捐', { band: 'role', score: 0.9, data: undefined })]
      : []
  if (readBegin(text) !== undefined)
    return [
      reading('donations.prepare', '发起募捐', { band: 'role', score: isStaff ? 0.9 : 0.6, data: undefined }),
    ]
  if (wantsToGive(text))
    return [reading('donations.give', '问怎么捐', { band: 'own', score: 0.8, data: undefined })]
  const isForm =
    isStaff && readFields(text, by.at).count >= HEADINGS_OF_A_FORM && /募捐|慈善|公募/u.test(text)
  return isForm
    ? [reading('donations.prepare', '发起募捐', { band: 'role', score: 0.8, data: undefined })]
    : []
}
