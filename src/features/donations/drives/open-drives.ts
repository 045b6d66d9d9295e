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
      state === 'sending' || state === 'sent' ? [id] : [],
    ),
  )
  const drives = (await stores.donations.listAll(work)).filter(({ mailing, fields }) => {
    const period = readStored(fields.period ?? '')
    return mailing !== undefined && out.has(mailing) && period !== undefined && period.to >= today
  })
  return drives.sort((a, b) => b.number - a.number)
}
