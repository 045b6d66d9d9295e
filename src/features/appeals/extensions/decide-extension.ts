import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Fact } from '../../../kernel/requests.ts'
import type { Appeal } from '../appeal.ts'
import { formatNumber, yearOf } from '../appeal-number.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import type { Application } from '../applications.ts'
import { owedNext } from '../deadlines.ts'
import { numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { auditFor } from '../life/move-appeal.ts'
import { writeToPage } from '../links/write-to-page.ts'
import { EXTENDABLE, wantedOf } from './ask-extension.ts'
import type { DecideExtension, ExtensionShown, ExtensionsQuery } from './extensions.effects.ts'
import { extensionTexts as texts } from './extensions.texts.ts'
import { newTerm } from './new-term.ts'
import type { ExtensionDecision } from './read-extension.ts'

/** A pause takes the clock away, not the application. */
const DECIDABLE: readonly Appeal['status'][] = [...EXTENDABLE, 'paused']

const daysOf = ({ detail }: Application) => (typeof detail.days === 'number' ? detail.days : 0)

/** Granted or refused by somebody who did not ask for it; the term is counted from where it ends now. */
export async function decideExtension(
  { id, granted, reason }: DecideExtension,
  parts: AppealsParts,
  doing: Doing,
): Promise<void> {
  const { store, applications, calendar } = parts
  const { person } = doing.by
  const { at } = doing.work
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
  const application = await applications.find(id, doing.work)
  if (application === undefined || !may(person, 'appeal.grant-extension') || person.code === undefined)
    return say(texts.decideNotForYou())
  const { number } = application
  if (application.askedBy === person.code) return say(texts.ownApplication(number))
  const directory = await doing.directory()
  if (application.state === 'lapsed') return say(texts.lapsed(number))
  if (application.state !== 'asked') {
    const by = directory.people.get(application.decidedBy ?? '')?.name ?? '另一位'
    await showNext(number, parts, doing)
    return say(texts.decidedAlready(number, application.state === 'granted', by))
  }
  const before = await store.find(number, doing.work)
  if (before === undefined || !isStillMeant(application, before)) {
    applications.save({ ...application, state: 'lapsed', decidedAt: at }, doing.work)
    return say(texts.lapsed(number))
  }
  const decided = { decidedBy: person.code, decidedAt: at, note: reason }
  const unit = directory.units.get(before.unit ?? '')?.name ?? '承办单位'
  const entry = {
    number,
    at,
    from: before.status,
    to: before.status,
    role: 'staff',
    by: person.code,
  } as const
  if (!granted) {
    applications.save({ ...application, ...decided, state: 'refused' }, doing.work)
    store.note({ ...entry, act: 'refuseExtension', note: reason }, doing.work)
    auditFor(before, 'appeals.refuseExtension', 'staff', {}, doing)
    const due = before.resolveDueAt ?? before.dueAt
    const text = texts.unitRefused(number, reason ?? '', due === null ? '原定时间' : dayAndHour(due, at))
    await writeToUnit(before, 'extension-refused', text, doing)
    await writeToPage(before, 'extension-refused', text, parts, doing)
    await tellStaff(before, 'extension-refused', texts.othersRefused(number, unit), doing)
    return say(texts.refused(number))
  }
  const term = newTerm(before, daysOf(application), at, calendar)
  if (term.kind === 'no-calendar') return say(texts.noCalendar(term.year))
  if (term.kind === 'too-long') return say(texts.atTheEnd(number, dayAndHour(term.latest, at)))
  if (term.kind !== 'until') return say(texts.lapsed(number))
  const appeal: Appeal = { ...before, resolveDueAt: term.until }
  const dated = { ...appeal, dueAt: owedNext(appeal) ?? term.until }
  await store.save(dated, doing.work)
  applications.save({ ...application, ...decided, state: 'granted' }, doing.work)
  const [from, until] = [dayAndHour(term.from, at), dayAndHour(term.until, at)]
  store.note({ ...entry, act: 'grantExtension', note: texts.grantedNote(from, until) }, doing.work)
  auditFor(before, 'appeals.grantExtension', 'staff', { days: daysOf(application) }, doing)
  await doing.tell({ kind: 'termChanged', number })
  await writeToUnit(dated, 'extension-granted', texts.unitGranted(number, until), doing)
  await writeToPage(dated, 'extension-granted', texts.unitGranted(number, until), parts, doing)
  const letter = texts.askerGranted(number, unit, until, application.reason)
  await writeToAsker(dated, 'extension-granted', letter, store, doing)
  await tellStaff(dated, 'extension-granted', texts.othersGranted(number, unit, until), doing)
  say(texts.granted(number, until))
}

/** An old question was answered while a newer one waits: that one is read out. */
async function showNext(number: string, { applications }: AppealsParts, doing: Doing): Promise<void> {
  const open = await applications.listOf(number, doing.work)
  if (!open.some(({ kind, state }) => kind === 'extension' && state === 'asked')) return
  const decision: ExtensionDecision = { verb: 'grant', number: numberIn(number), reason: '' }
  doing.continueWith('appeals.decide-extension', decision, `appeal:${doing.turnKey}:next-extension`)
}

const isStillMeant = ({ detail }: Application, appeal: Appeal) =>
  appeal.unit !== null && appeal.unit === detail.unit && DECIDABLE.includes(appeal.status)

/** Those that wait, as they are shown; of one appeal where it is named. */
export async function pendingExtensions(
  { number }: ExtensionsQuery,
  { store, applications, calendar }: AppealsParts,
  doing: Doing,
): Promise<readonly ExtensionShown[]> {
  if (!may(doing.by.person, 'appeal.grant-extension')) return []
  const { at } = doing.work
  const wanted = number === null ? null : formatNumber(number.year ?? yearOf(at), number.serial)
  const directory = await doing.directory()
  const shown: ExtensionShown[] = []
  for (const one of await applications.listAsked('extension', doing.work)) {
    if (wanted !== null && one.number !== wanted) continue
    const appeal = await store.find(one.number, doing.work)
    if (appeal === undefined) continue
    const term = newTerm(appeal, daysOf(one), at, calendar)
    const due = appeal.resolveDueAt ?? appeal.dueAt ?? at
    const dates = 'until' in term ? term : { from: due, until: due }
    const unit = directory.units.get(appeal.unit ?? '')?.name ?? '承办单位'
    const text = texts.application(wantedOf(appeal, daysOf(one), one.reason, dates, at), unit)
    shown.push({ id: one.id, number: one.number, text })
  }
  return shown
}

/** What became of the appeal overtakes a request for more time. */
const OVERTAKE = ['dispatch', 'sendBack', 'resolve', 'withdraw', 'refer', 'merge', 'close']

export async function lapseExtensions(
  fact: Fact,
  { applications }: AppealsParts,
  doing: Doing,
): Promise<void> {
  if (fact.kind !== 'appealMoved' || !OVERTAKE.includes(fact.act)) return
  for (const { id } of await applications.listOf(fact.number, doing.work)) {
    // Read by its key, so that it is saved only where nobody was faster.
    const one = await applications.find(id, doing.work)
    if (one?.kind === 'extension' && one.state === 'asked')
      applications.save({ ...one, state: 'lapsed', decidedAt: doing.work.at }, doing.work)
  }
}
