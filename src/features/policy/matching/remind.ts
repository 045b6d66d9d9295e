import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { LiveCalendar } from '../../../kernel/live-calendar.ts'
import { type QuietHours, whenAwake } from '../../../kernel/quiet-hours.ts'
import type { Work } from '../../../kernel/work.ts'
import { eyesOfListeners } from '../library/document-audience.ts'
import { allFacts, rosterFacts } from './company-facts.ts'
import { listStanding, matchOffers, type StandingOffer, visible } from './matching.service.ts'
import type { MatchingStore, Profile } from './matching.store.ts'
import { reminderTexts as texts } from './matching.texts.ts'
import { MOST_REMINDERS, nextReminder, reminderDue } from './reminder-times.ts'

/** What this desk works with. */
export interface MatchingParts {
  readonly matching: MatchingStore
  readonly workdays: LiveCalendar
  readonly quietHours: QuietHours
}

/** Tells whoever asked for it what closes soon: one letter for all that is due, two for a policy at most. */
export async function remindOfWindows(parts: MatchingParts, doing: Doing): Promise<void> {
  const { matching: store, workdays, quietHours } = parts
  const { work } = doing
  const { at: now } = work
  if (whenAwake(now, quietHours, workdays.calendar) > now) return
  const offers = await store.listOffers('open', work)
  const due = new Map(
    offers.flatMap((offer) => {
      const nth = reminderDue(offer, now, quietHours, workdays.calendar)
      return nth === undefined ? [] : [[offer.doc, nth] as const]
    }),
  )
  if (due.size === 0) return
  const standing = (await listStanding(store, 'open', dayOf(now), work)).filter(({ offer }) =>
    due.has(offer.doc),
  )
  for (const [doc, nth] of due) {
    const offer = await store.findOffer(doc, work)
    if (offer !== undefined) store.saveOffer({ ...offer, reminded: nth }, work)
  }
  const sent = await store.countReminders([...due.keys()], work)
  const directory = await doing.directory()
  for (const profile of await store.listProfiles('reminded', work))
    await remind(profile, standing, sent, directory, parts, doing)
}

async function remind(
  profile: Profile,
  standing: readonly StandingOffer[],
  sent: ReadonlyMap<string, number>,
  directory: Directory,
  { matching: store }: MatchingParts,
  doing: Doing,
): Promise<void> {
  const { work } = doing
  const today = dayOf(work.at)
  const company = directory.companies.get(profile.company)
  const person = directory.people.get(profile.reminds ?? '')
  // Whoever has left the company since is not told of its affairs.
  if (company === undefined || person === undefined || person.company !== company.code) return
  const to = await doing.reach(person.code)
  if (to === undefined) return
  const facts = allFacts(rosterFacts(company), profile.facts, {}, '', '')
  const eyes = eyesOfListeners({ ...doing.by, person, chat: to, home: to }, directory)
  const nthOf = (doc: string) => (sent.get(`${doc}#${company.code}`) ?? 0) + 1
  const offers = matchOffers(visible(standing, eyes), facts, today).filter(
    ({ fit, offer }) => fit !== 'misses' && nthOf(offer.doc) <= MOST_REMINDERS,
  )
  if (offers.length === 0) return
  for (const { offer } of offers)
    store.addReminder(
      { doc: offer.doc, company: company.code, nth: nthOf(offer.doc), person: person.code },
      work,
    )
  const key = offers.map(({ offer }) => `${offer.doc}#${offer.closesOn}#${nthOf(offer.doc)}`).join('|')
  doing.post(`policy.closing:${company.code}:${key}`, {
    to,
    text: texts.letter(offers, company.name, today),
    origin: 'automatic',
  })
}

/** When `remindOfWindows` has something to say next. */
export async function nextReminderAt(
  { matching: store, workdays, quietHours }: MatchingParts,
  work: Work,
): Promise<Date | undefined> {
  let next: Date | undefined
  for (const offer of await store.listOffers('open', work)) {
    const at = nextReminder(offer, quietHours, workdays.calendar)?.at
    if (at !== undefined && (next === undefined || at < next)) next = at
  }
  if (next === undefined || next > work.at) return next
  // It was missed while the house was closed; the night is waited out in one piece.
  return whenAwake(work.at, quietHours, workdays.calendar)
}
