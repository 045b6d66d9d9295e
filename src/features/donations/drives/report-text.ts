import { dayOf } from '../../../kernel/clock.ts'
import { per10000, readFen } from '../../../kernel/money.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Mailing } from '../../../mailings/mailing.ts'
import type { Drive } from '../drive.ts'
import type { GiftsStore } from '../gifts/gifts.store.ts'
import { figuresOf } from './drive-figures.ts'
import { type ReportParts, reportTexts as texts } from './report.texts.ts'

export const isReportId = (mailing: string) => mailing.startsWith('report:')

/** What stands before and after the staff's own remark. */
export async function reportOf(
  { gifts }: { readonly gifts: GiftsStore },
  drive: Drive,
  at: Date,
  federation: string,
  work: Work,
): Promise<ReportParts> {
  const figures = await figuresOf(gifts, drive.id, work)
  const target = readFen(drive.fields.target ?? '')
  const { title = '', charity = '', howToCheck = '' } = drive.fields
  return texts.report({
    title,
    charity,
    howToCheck,
    federation,
    day: dayOf(at),
    figures,
    ...(target === undefined
      ? {}
      : { target: { fen: target, per10000: per10000(figures.bookedFen, target) } }),
  })
}

/** Somebody booked or reversed something since: then the figures that were approved are no longer true. */
export const isStillTrue = ({ text }: Pick<Mailing, 'text'>, { head, foot }: ReportParts): boolean =>
  text.startsWith(head) && text.endsWith(foot)
