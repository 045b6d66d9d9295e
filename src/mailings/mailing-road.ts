import type { Doing } from '../conversation/feature.ts'
import type { Capabilities } from '../conversation/platform.ts'
import { peopleWithRole } from '../kernel/directory.ts'
import type { LiveCalendar } from '../kernel/live-calendar.ts'
import type { Act } from '../kernel/person.ts'
import { speaksOfGiving } from '../kernel/privacy.ts'
import type { QuietHours } from '../kernel/quiet-hours.ts'
import type { Work } from '../kernel/work.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { MailingStore } from './mailing.store.ts'
import type { Mailing } from './mailing.ts'
import type { MailingOwner } from './mailing-confirmation.ts'
import type { RefusalsStore } from './topics.ts'

/** What every road is built of; a feature that broadcasts extends its own parts by these. */
export interface RoadParts {
  readonly mailings: MailingStore
  readonly refusals: RefusalsStore
  readonly outbox: Pick<OutboxStore, 'cancelMailing'>
  /** As it stands now: years may be loaded while the house is open. */
  readonly workdays: LiveCalendar
  readonly quietHours: QuietHours
  /** What a platform can do, so that a preview shows what will be read there. */
  capabilitiesOf(platform: string): Capabilities | undefined
  /** Names that a letter of this broadcast may not tell where it speaks of giving; the post asks for the same. */
  silentDonors?(mailing: string | undefined, work: Work): Promise<readonly string[]>
}

/** Donors who did not agree to be named, where this text could name them as such. */
export async function silentIn(
  { silentDonors }: Pick<RoadParts, 'silentDonors'>,
  text: string,
  mailing: string | undefined,
  work: Work,
): Promise<readonly string[]> {
  return speaksOfGiving(text) ? ((await silentDonors?.(mailing, work)) ?? []) : []
}

/** A feature's way from a preview to the last letter: every broadcast of the house takes the same. */
export interface Road extends RoadParts {
  readonly owner: MailingOwner
  /** What people call it: 通知, 募捐. */
  readonly noun: string
  readonly acts: { readonly prepare: Act; readonly approve: Act; readonly stop: Act }
  /**
   * The last look of its owner, at every moment at which letters may begin to be written: true, or why they may not, in
   * Chinese. Left out: they may.
   */
  mayLeave?(mailing: Mailing, doing: Doing): Promise<true | string>
}

/** Whether letters of it may be written now; nothing is written without having asked. */
export const mayLeave = async (road: Road, mailing: Mailing, doing: Doing): Promise<true | string> =>
  (await road.mayLeave?.(mailing, doing)) ?? true

/** Said to whoever speaks now, in private. */
export const tell = (doing: Doing, what: string, text: string) =>
  doing.post(`${doing.turnKey}:${what}`, { to: doing.by.home, text, origin: 'automatic' })

/** False where there is no way to reach them. */
export async function tellPerson(doing: Doing, code: string, key: string, text: string): Promise<boolean> {
  const to = await doing.reach(code)
  if (to !== undefined) doing.post(key, { to, text, origin: 'automatic' })
  return to !== undefined
}

/** The preparer, or the staff where there is no way to reach them. */
export async function tellPreparer(
  doing: Doing,
  preparedBy: string,
  key: string,
  text: string,
): Promise<void> {
  if (!(await tellPerson(doing, preparedBy, key, text)))
    await doing.request({ kind: 'staff.tell', key, text })
}

export async function nameOf(doing: Doing, code: string | undefined): Promise<string> {
  return (await doing.directory()).people.get(code ?? '')?.name ?? code ?? ''
}

/** Everybody who may approve what this person prepared. */
export async function reviewersOf(preparedBy: string, doing: Doing) {
  return peopleWithRole(await doing.directory(), 'reviewer').filter(({ code }) => code !== preparedBy)
}
