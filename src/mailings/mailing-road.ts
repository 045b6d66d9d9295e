import type { Doing } from '../conversation/feature.ts'
import { peopleWithRole } from '../kernel/directory.ts'
import { type Act, mayApprove } from '../kernel/person.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { MailingStore } from './mailing.store.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { lettersOf, type Mailing } from './mailing.ts'
import type { MailingOwner } from './mailing-confirmation.ts'

/** A feature's way from a preview to the last letter: every broadcast of the house takes the same. */
export interface Road {
  readonly owner: MailingOwner
  /** What people call it: 通知, 募捐. */
  readonly noun: string
  readonly acts: { readonly prepare: Act; readonly approve: Act; readonly stop: Act }
  readonly mailings: MailingStore
  readonly outbox: Pick<OutboxStore, 'cancelMailing' | 'tally'>
}

export type Decision = 'approved' | 'refused' | 'late' | 'notAllowed'

/** Said to whoever speaks now, in private. */
export const tell = (doing: Doing, what: string, text: string) =>
  doing.post(`${doing.turnKey}:${what}`, { to: doing.by.home, text, origin: 'automatic' })

/** False where there is no way to reach them. */
export async function tellPerson(doing: Doing, code: string, key: string, text: string): Promise<boolean> {
  const to = await doing.reach(code)
  if (to !== undefined) doing.post(key, { to, text, origin: 'automatic' })
  return to !== undefined
}

export async function nameOf(doing: Doing, code: string | undefined): Promise<string> {
  return (await doing.directory()).people.get(code ?? '')?.name ?? code ?? ''
}

/**
 * The preparer said yes to what they saw. Where one person is enough it leaves now; otherwise everybody who
 * may approve is asked, and nothing leaves before one of them says yes.
 */
export async function submitMailing(
  road: Road,
  mailing: Omit<Mailing, 'version' | 'state'>,
  needsApproval: boolean,
  doing: Doing,
): Promise<Mailing> {
  const { id, number } = mailing
  doing.audit(`${road.owner}.submit`, id, {
    groups: mailing.chats.length,
    people: mailing.people,
    needsApproval,
  })
  if (!needsApproval) {
    const leaving: Mailing = { ...mailing, version: 1, state: 'sending', startedAt: doing.work.at }
    road.mailings.add(leaving, doing.work)
    post(leaving, doing)
    tell(
      doing,
      'leaving',
      texts.leaving(road.noun, number, mailing.chats.length, `停止${road.noun} ${number}`),
    )
    return leaving
  }
  const waiting: Mailing = { ...mailing, version: 1, state: 'awaitingApproval' }
  road.mailings.add(waiting, doing.work)
  let asked = 0
  for (const { code } of await reviewersOf(waiting, doing)) {
    if (await doing.invite(code, `${road.owner}.approve`, { id }, `mailing:${id}:approve:${code}`)) asked++
  }
  tell(
    doing,
    'submitted',
    asked === 0 ? texts.nobodyToAsk(road.noun, number) : texts.submitted(road.noun, number, asked),
  )
  return waiting
}

async function reviewersOf(mailing: Mailing, doing: Doing) {
  return peopleWithRole(await doing.directory(), 'reviewer').filter(({ code }) => code !== mailing.preparedBy)
}

function post(mailing: Mailing, doing: Doing): void {
  for (const { key, draft } of lettersOf(mailing)) doing.post(key, draft)
}

/** One reviewer's answer. The first one counts; whoever comes later, or prepared it, changes nothing. */
export async function decideMailing(
  road: Road,
  id: string,
  answer: { readonly approve: boolean; readonly reason?: string },
  doing: Doing,
): Promise<Decision> {
  const mailing = await road.mailings.find(id, doing.work)
  const { person } = doing.by
  if (mailing === undefined || !mayApprove(person, road.acts.approve, mailing.preparedBy)) {
    const isOwn = mailing !== undefined && mailing.preparedBy === person.code
    tell(doing, 'not-yours', isOwn ? texts.ownWork(road.noun, mailing.number) : texts.notYours(road.noun))
    return 'notAllowed'
  }
  if (mailing.state !== 'awaitingApproval') {
    tell(doing, 'late', texts.tooLate(road.noun, mailing.number, texts.state[mailing.state]))
    return 'late'
  }
  const { reason } = answer
  const state = answer.approve ? 'sending' : 'refused'
  const decided: Mailing = {
    ...mailing,
    version: mailing.version + 1,
    state,
    decidedBy: person.code as string,
    ...(answer.approve ? { startedAt: doing.work.at } : { settledAt: doing.work.at }),
    ...(reason === undefined ? {} : { reason }),
  }
  road.mailings.put(decided, doing.work)
  doing.audit(`${road.owner}.${answer.approve ? 'approve' : 'refuse'}`, id)
  if (answer.approve) post(decided, doing)
  await tellOfDecision(road, decided, doing)
  return answer.approve ? 'approved' : 'refused'
}

async function tellOfDecision(road: Road, mailing: Mailing, doing: Doing): Promise<void> {
  const { id, number, chats } = mailing
  const who = doing.by.person.name
  const approved = mailing.state === 'sending'
  const news = approved
    ? texts.approvedBy(road.noun, number, who)
    : texts.refusedBy(road.noun, number, who, mailing.reason)
  tell(
    doing,
    'decided',
    approved
      ? texts.leaving(road.noun, number, chats.length, `停止${road.noun} ${number}`)
      : texts.youRefused(road.noun, number),
  )
  await tellPerson(doing, mailing.preparedBy, `mailing:${id}:decided:${mailing.preparedBy}`, news)
  for (const { code } of await reviewersOf(mailing, doing)) {
    if (code !== doing.by.person.code) await tellPerson(doing, code, `mailing:${id}:decided:${code}`, news)
  }
}
