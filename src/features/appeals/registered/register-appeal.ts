import type { Doing } from '../../../conversation/feature.ts'
import { theHouseItself } from '../../../conversation/house-itself.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Request } from '../../../kernel/requests.ts'
import type { Appeal, Asker } from '../appeal.ts'
import { counterOf, formatNumber, yearOf } from '../appeal-number.ts'
import type { FilingDraft } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { newAppeal, openPart, suggestedUnit } from '../intake/file-appeal.ts'
import { identityOf, letterKey, tellStaff } from '../life/appeal-letters.ts'
import { auditFor } from '../life/move-appeal.ts'
import { proposeUrgency } from '../reading/propose-urgency.ts'
import { summarise } from '../reading/summary.ts'
import type { RegisteredInvitation } from './registered.dialogue.ts'
import { registeredTexts as texts } from './registered.texts.ts'

type Parts = Pick<AppealsParts, 'store' | 'counters' | 'calendar'>
type Registering = Extract<Request, { kind: 'appeal.register' }>

/** Nobody stands behind it until one of the company's people says that they will. */
const nobody = (company: Asker['company'], item: string, at: Date): Asker => ({
  code: null,
  name: '',
  account: `registered:${item}`,
  home: theHouseItself(at).home,
  company,
  wholeText: null,
})

/** 登记 from a finding: an appeal like any other, with its source and without an asker. */
export async function registerAppeal(request: Registering, parts: Parts, doing: Doing): Promise<void> {
  const { work } = doing
  const { at } = work
  const directory = await doing.directory()
  const company = directory.companies.get(request.company)
  const named = { code: request.company, name: company?.name ?? request.company }
  const draft: FilingDraft = {
    category: request.category ?? 'other',
    urgency: proposeUrgency(request.words).urgency,
    company: named,
    sealed: false,
    anonymous: false,
    summary: summarise(request.words) || request.words.slice(0, 30),
    text: request.words,
    place: null,
    wish: null,
    files: [],
    sources: [],
    route: null,
    emergency: [],
    askerName: '',
  }
  const year = yearOf(at)
  const number = formatNumber(year, await parts.counters.next(counterOf(year), work))
  const asker = nobody(named, request.item, at)
  const appeal: Appeal = {
    ...newAppeal(number, draft, openPart(draft, asker, directory, at), parts.calendar, at),
    asker: null,
    origin: request.origin,
  }
  parts.store.add(appeal, asker, work)
  const by = doing.by.person.code ?? null
  parts.store.note(
    {
      number,
      at,
      act: 'file',
      from: null,
      to: 'filed',
      role: 'staff',
      by,
      note: request.origin.replace('visit:', '走访'),
    },
    work,
  )
  auditFor(appeal, 'appeals.register', 'staff', { origin: request.origin, category: appeal.category }, doing)
  await tellStaff(appeal, 'registered', texts.staff(appeal, suggestedUnit(appeal, directory)), doing)
  const data: RegisteredInvitation = {
    number,
    told: request.told,
    words: request.words,
    category: appeal.category,
  }
  for (const person of directory.people.values())
    if (person.company === request.company && person.roles.includes('member'))
      await doing.invite(person.code, 'appeals.registered', data, `registered:${number}:${person.code}`)
  await doing.tell({ kind: 'appealFiled', number, company: request.company })
  await doing.tell({ kind: 'appealRegistered', number, item: request.item })
}

/** 由我跟进: from now on it is answered to them, as if they had brought it. Whoever says so first. */
export async function adoptAppeal(
  number: string,
  { store }: Pick<Parts, 'store'>,
  doing: Doing,
): Promise<void> {
  const { by, work } = doing
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:adopted`, { to: by.home, text, origin: 'automatic' })
  const appeal = await store.find(number, work)
  // Only of their own company's, and only what nobody brought.
  if (
    appeal === undefined ||
    appeal.sealed ||
    appeal.origin === null ||
    by.person.company === undefined ||
    appeal.company?.code !== by.person.company
  )
    return
  if (appeal.asker !== null) return reply(texts.followedByOther(number))
  if (!isOpen(appeal.status)) return reply(texts.over(number))
  const who = identityOf(by)
  const asker: Asker = {
    ...who,
    name: by.person.name,
    home: by.home,
    company: appeal.company,
    wholeText: null,
  }
  const adopted: Appeal = { ...appeal, asker: { code: who.code, name: by.person.name } }
  await store.saveWithAsker(adopted, asker, work)
  const { status } = appeal
  store.note(
    {
      number,
      at: work.at,
      act: 'follow',
      from: status,
      to: status,
      role: 'asker',
      by: who.code,
      note: '由企业跟进',
    },
    work,
  )
  auditFor(adopted, 'appeals.adopt', 'asker', {}, doing)
  doing.post(letterKey(adopted, 'adopted', doing), {
    to: by.home,
    text: texts.followed(number),
    origin: 'automatic',
  })
}
