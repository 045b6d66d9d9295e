import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, responsibleLeader } from '../../../kernel/directory.ts'
import { type Appeal, type Asker, untouched } from '../appeal.ts'
import type { AppealsEffect, FilingDraft } from '../appeals.effects.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { type Deadlines, nothingPromised, retermed, type TermsCalendar, termsOf } from '../deadlines.ts'
import { identityOf, letterKey, tellStaff } from '../life/appeal-letters.ts'
import { actorOf, auditFor } from '../life/move-appeal.ts'
import { withoutIdentity } from '../sealed-text.ts'
import { namelessFiles } from '../sealing/nameless-files.ts'
import { filedTexts as texts } from './filed.texts.ts'

export interface FilingParts {
  readonly store: AppealsStore
  readonly calendar: TermsCalendar
}

type FileEffect = Extract<AppealsEffect, { kind: 'appeals.file' }>

/** Whoever speaks, as the one who brings it; what a sealed appeal leaves out is kept here. */
export function askerOf(draft: FilingDraft, doing: Doing): Asker {
  const { person, home } = doing.by
  return {
    ...identityOf(doing.by),
    // A stranger's name comes with what they type, seldom with what they press.
    name: person.code === undefined ? draft.askerName : person.name,
    home,
    company: draft.company,
    wholeText: draft.sealed ? draft.text : null,
  }
}

/** What of the draft others may read, and whom the company's chamber and leader make it concern. */
export function openPart(draft: FilingDraft, asker: Asker, directory: Directory, at: Date) {
  const { category, urgency, sealed, files, sources } = draft
  const same = {
    category,
    urgency,
    sealed,
    files,
    sources: sources.map(({ message }) => message),
    route: draft.route,
  }
  const hide = (text: string) => withoutIdentity(text, asker.name, draft.company, directory)
  const code = draft.company?.code ?? null
  const concerns = {
    chamber: (code === null ? undefined : directory.companies.get(code)?.chamber) ?? null,
    leader: (code === null ? undefined : responsibleLeader(directory, code, dayOf(at))) ?? null,
  }
  // Chamber and leader stay, so that a sealed matter is counted where it belongs; who may look is oversight's rule.
  if (sealed)
    return {
      ...same,
      ...concerns,
      company: null,
      asker: null,
      summary: hide(draft.summary),
      text: hide(draft.text),
      // A place is what gives most people away.
      place: null,
      files: namelessFiles(files),
      wish: draft.wish === null ? null : hide(draft.wish),
    }
  return {
    ...same,
    ...concerns,
    company: draft.company,
    asker: { code: asker.code, name: asker.name },
    summary: draft.summary,
    text: draft.text,
    place: draft.place,
    wish: draft.wish,
  }
}

function promised({ category, urgency }: FilingDraft, at: Date, calendar: TermsCalendar): Deadlines {
  const { contactDueAt, resolveDueAt, dueAt } = termsOf(category, urgency, at, calendar)
  return { contactDueAt, resolveDueAt, dueAt }
}

/** As it stands the moment it is filed. */
export function newAppeal(
  number: string,
  draft: FilingDraft,
  open: ReturnType<typeof openPart>,
  calendar: FilingParts['calendar'],
  at: Date,
): Appeal {
  return {
    number,
    version: 1,
    ...untouched,
    status: draft.route === null ? 'filed' : 'referred',
    closeKind: draft.route === null ? null : 'referred',
    ...open,
    anonymous: false,
    filedAt: at,
    ...(draft.route === null ? promised(draft, at, calendar) : nothingPromised),
  }
}

/** 登记: the appeal, its history, who hears of it. All in the transaction of the turn; reads and writes by key only. */
export async function fileAppeal(
  effect: FileEffect,
  { store, calendar }: FilingParts,
  doing: Doing,
): Promise<void> {
  const { number, draft } = effect
  const { at } = doing.work
  const directory = await doing.directory()
  const asker = askerOf(draft, doing)
  const appeal = newAppeal(number, draft, openPart(draft, asker, directory, at), calendar, at)
  store.add(appeal, asker, doing.work)
  await store.addSources(number, draft.sources, doing.work)
  const by = actorOf(appeal, 'asker', doing)
  store.note({ number, at, act: 'file', from: null, to: 'filed', role: 'asker', by, note: null }, doing.work)
  if (draft.route !== null)
    store.note(
      { number, at, act: 'refer', from: 'filed', to: 'referred', role: 'house', by: null, note: draft.route },
      doing.work,
    )
  auditFor(appeal, 'appeals.file', 'asker', { category: appeal.category, urgency: appeal.urgency }, doing)
  sendReceipts(appeal, effect, doing)
  const { missingYear } = draft.route === null ? termsOf(draft.category, draft.urgency, at, calendar) : {}
  const suggested = suggestedUnit(appeal, directory)
  await tellStaff(appeal, 'filed', texts.staff(appeal, suggested, at, missingYear), doing)
  await doing.tell({ kind: 'appealFiled', number, company: appeal.company?.code ?? null })
}

function sendReceipts(appeal: Appeal, effect: FileEffect, doing: Doing): void {
  const { at } = doing.work
  const text =
    appeal.status === 'referred'
      ? texts.referred(appeal)
      : effect.unread
        ? texts.critical(appeal, effect.draft.emergency, effect.questions, at)
        : texts.receipt(appeal, at)
  // The frame stays open after an emergency: an answer to this letter corrects the appeal.
  const frame = effect.unread && doing.frame !== undefined ? { frame: doing.frame } : {}
  doing.post(letterKey(appeal, 'receipt', doing), { to: doing.by.home, text, origin: 'automatic', ...frame })
  const group = doing.group ?? effect.group ?? undefined
  if (group === undefined) return
  doing.post(letterKey(appeal, 'group-receipt', doing), {
    to: group,
    text: appeal.sealed ? texts.groupSealed() : texts.group(appeal.number),
    origin: 'automatic',
    mention: [doing.by.personId],
  })
}

export function suggestedUnit(appeal: Appeal, directory: Directory): string | undefined {
  return [...directory.units.values()].find((unit) => unit.categories.includes(appeal.category))?.name
}

type AmendEffect = Extract<AppealsEffect, { kind: 'appeals.amend' }>

/** 补充更正 of what was filed before it was read back. */
export async function amendAppeal(
  effect: AmendEffect,
  { store, calendar }: FilingParts,
  doing: Doing,
): Promise<void> {
  const { number, draft } = effect
  const { at } = doing.work
  const before = await store.find(number, doing.work)
  if (before === undefined) return
  if (['resolved', 'closed', 'withdrawn', 'referred', 'merged'].includes(before.status)) {
    doing.post(letterKey(before, 'amended', doing), {
      to: doing.by.home,
      text: texts.amendedTooLate(number),
      origin: 'automatic',
    })
    return
  }
  const directory = await doing.directory()
  const asker = askerOf(draft, doing)
  const open = openPart(draft, asker, directory, at)
  // Until a unit has it; a matter that turns out plain gets the plain term.
  const terms = before.unit === null ? retermed(before, draft, at, calendar) : {}
  // What was added is looked at again before it goes out; a unit that has it keeps what it was let see.
  const outward = before.unit === null ? null : before.outward
  const after: Appeal = { ...before, ...open, ...terms, outward }
  await store.saveWithAsker(after, asker, doing.work)
  await store.addSources(number, draft.sources, doing.work)
  const by = actorOf(after, 'asker', doing)
  store.note(
    { number, at, act: 'amend', from: before.status, to: before.status, role: 'asker', by, note: null },
    doing.work,
  )
  auditFor(after, 'appeals.amend', 'asker', { category: after.category, urgency: after.urgency }, doing)
  await tellStaff(after, 'amended', texts.staffAmended(after), doing)
  await doing.tell({ kind: 'appealAmended', number })
  if (after.dueAt?.getTime() !== before.dueAt?.getTime()) await doing.tell({ kind: 'termChanged', number })
}
