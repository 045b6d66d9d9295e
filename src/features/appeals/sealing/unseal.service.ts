import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory, RosterPerson } from '../../../kernel/directory.ts'
import { newId } from '../../../kernel/ids.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { formatNumber, yearOf } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { Application } from '../applications.ts'
import { letterKey, writeToAsker } from '../life/appeal-letters.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { listUnsealings, reveal, type UnsealingParts } from './reveal.ts'
import type { UnsealingAsked, UnsealingEffect } from './sealing.effects.ts'
import type { UnsealingStanding } from './unseal.dialogue.ts'
import { officeOf, unsealTexts as texts } from './unseal.texts.ts'

type Parts = UnsealingParts
type Kind<K extends UnsealingEffect['kind']> = Extract<UnsealingEffect, { kind: K }>

/** Reviewers first; staff stand in, but never the one who asks. */
export function decidersOf(directory: Directory, askedBy: string | undefined): readonly RosterPerson[] {
  const may_ = [...directory.people.values()].filter(
    (person) => person.code !== askedBy && may(person, 'appeal.grant-unsealing'),
  )
  const reviewers = may_.filter(({ roles }) => roles.includes('reviewer'))
  return reviewers.length > 0 ? reviewers : may_
}

const numberAsked = (asked: AppealNumber, doing: Doing) =>
  formatNumber(asked.year ?? yearOf(doing.work.at), asked.serial)

export async function standingOf(
  asked: AppealNumber,
  parts: Parts,
  doing: Doing,
): Promise<UnsealingStanding> {
  const before = await listUnsealings(numberAsked(asked, doing), parts, doing)
  const { code } = doing.by.person
  return {
    isAsked: before.some(({ state }) => state === 'asked'),
    isGrantedToYou: before.some(({ state, askedBy }) => state === 'granted' && askedBy === code),
    deciders: decidersOf(await doing.directory(), code).map(({ name }) => name),
  }
}

/** What waits for a decision about this number, for whoever may decide. */
export async function findAsked(
  asked: AppealNumber,
  parts: Parts,
  doing: Doing,
): Promise<UnsealingAsked | undefined> {
  if (!may(doing.by.person, 'appeal.grant-unsealing')) return undefined
  const open = (await listUnsealings(numberAsked(asked, doing), parts, doing)).find(
    ({ state }) => state === 'asked',
  )
  const appeal = open === undefined ? undefined : await parts.store.find(open.number, doing.work)
  return open === undefined || appeal === undefined
    ? undefined
    : invitationOf(open, appeal, await doing.directory())
}

function invitationOf(application: Application, appeal: Appeal, directory: Directory): UnsealingAsked {
  const { id, number, reason, askedBy } = application
  const askedByName = directory.people.get(askedBy)?.name ?? askedBy
  return { id, number, kindOfMatter: appealsTexts.kind(appeal), reason, askedBy, askedByName }
}

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:unsealing`, { to: doing.by.home, text, origin: 'automatic' })
}

/** The history says that it was asked for; the reason stands in the application, away from those who must not read it. */
function note(
  appeal: Appeal,
  act: 'askUnsealing' | 'unseal' | 'refuseUnsealing',
  parts: Parts,
  doing: Doing,
): void {
  const { number, status } = appeal
  const by = doing.by.person.code ?? null
  parts.store.note(
    { number, at: doing.work.at, act, from: status, to: status, role: 'staff', by, note: null },
    doing.work,
  )
}

export async function askUnsealing(
  { number, reason }: Kind<'appeals.ask-unsealing'>,
  parts: Parts,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  if (!may(person, 'appeal.ask-unsealing') || person.code === undefined || reason.trim() === '') return
  const appeal = await parts.store.find(number, doing.work)
  if (appeal === undefined || !appeal.sealed || appeal.anonymous) return reply(texts.notSealed(number), doing)
  const before = await listUnsealings(number, parts, doing)
  if (before.some(({ state }) => state === 'asked')) return reply(texts.askedAlready(number), doing)
  const directory = await doing.directory()
  const application: Application = {
    id: newId('ap', doing.work.at),
    version: 1,
    number,
    kind: 'unsealing',
    state: 'asked',
    askedBy: person.code,
    askedAt: doing.work.at,
    reason,
    detail: {},
    decidedBy: null,
    decidedAt: null,
    note: null,
  }
  parts.applications.add(application, doing.work)
  note(appeal, 'askUnsealing', parts, doing)
  doing.audit('appeals.ask-unsealing', number, { application: application.id })
  const data = invitationOf(application, appeal, directory)
  const told: string[] = []
  for (const decider of decidersOf(directory, person.code)) {
    const key = `${letterKey(appeal, 'unsealing', doing)}:${decider.code}`
    if (await doing.invite(decider.code, 'appeals.decide-unsealing', data, key)) told.push(decider.name)
  }
  reply(told.length === 0 ? texts.nobodyDecides() : texts.askedNow(number, told), doing)
}

/** 同意 or 不同意, by somebody other than who asked; whoever is slower is told that it is decided. */
export async function decideUnsealing(
  { id, granted, reason }: Kind<'appeals.decide-unsealing'>,
  parts: Parts,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  if (!may(person, 'appeal.grant-unsealing') || person.code === undefined)
    return reply(texts.decideNotForYou(), doing)
  const application = await parts.applications.find(id, doing.work)
  const appeal =
    application === undefined ? undefined : await parts.store.find(application.number, doing.work)
  if (application === undefined || appeal === undefined) return
  const { number, askedBy } = application
  if (application.state !== 'asked') return reply(texts.overtaken(number), doing)
  if (askedBy === person.code) return reply(texts.notYourOwn(), doing)
  const { at } = doing.work
  parts.applications.save(
    {
      ...application,
      state: granted ? 'granted' : 'refused',
      decidedBy: person.code,
      decidedAt: at,
      note: reason,
    },
    doing.work,
  )
  note(appeal, granted ? 'unseal' : 'refuseUnsealing', parts, doing)
  doing.audit(granted ? 'appeals.unseal' : 'appeals.refuse-unsealing', number, { application: id, askedBy })
  const applicant = await doing.reach(askedBy)
  const tell = (text: string) => {
    if (applicant !== undefined)
      doing.post(`${letterKey(appeal, 'unsealing-decided', doing)}`, {
        to: applicant,
        text,
        origin: 'automatic',
      })
  }
  if (!granted) {
    reply(texts.refusedDecider(number), doing)
    return tell(texts.refused(number, person.name, reason))
  }
  reply(texts.grantedDecider(number), doing)
  tell(texts.granted(number, person.name))
  await reveal(appeal, askedBy, doing, parts)
  await reveal(appeal, person.code, doing, parts)
  const directory = await doing.directory()
  const asked = officeOf(directory.people.get(askedBy)?.roles ?? ['staff'])
  const decided = person.roles.includes('reviewer') ? officeOf(['reviewer']) : officeOf(person.roles)
  const text = texts.tellAsker(number, asked, decided, application.reason, dayAndHour(at, at))
  await writeToAsker(appeal, 'unsealed', text, parts.store, doing)
}
