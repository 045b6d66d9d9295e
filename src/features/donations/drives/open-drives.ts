import { dayOf } from '../../../kernel/clock.ts'
import type { Work } from '../../../kernel/work.ts'
import type { MailingStore } from '../../../mailings/mailing.store.ts'
import type { DonationsStore } from '../donations.store.ts'
import type { Drive } from '../drive.ts'
import { readStored } from './period.ts'

/** What went out and is not over: only these may be named to somebody who wants to give. The newest first. */
export async function openDrives(
  stores: { readonly donations: DonationsStore; readonly mailings: MailingStore },
  work: Work,
): Promise<readonly Drive[]> {
  const today = dayOf(work.at)
  const out = new Set(
    (await stores.mailings.listAll('donations', work)).flatMap(({ id, state }) =>
      state === 'sending' || state === 'sent' || state === 'paused' ? [id] : [],
    ),
  )
  const drives = (await stores.donations.listAll(work)).filter((drive) => {
    const period = readStored(drive.fields.period ?? '')
    const isOut = drive.mailing !== undefined && out.has(drive.mailing)
    return isOut && drive.closedAt === undefined && period !== undefined && period.to >= today
  })
  return drives.sort((a, b) => b.number - a.number)
}

/** The last day of a drive, `2026-04-30`: when staff closed it, or the period's last; undefined for a draft without one. */
export function endOf({ closedAt, fields }: Pick<Drive, 'closedAt' | 'fields'>): string | undefined {
  const last = readStored(fields.period ?? '')?.to
  const closed = closedAt === undefined ? undefined : dayOf(closedAt)
  return closed !== undefined && (last === undefined || closed < last) ? closed : last
}
