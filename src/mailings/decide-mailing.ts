import type { Doing } from '../conversation/feature.ts'
import { mayApprove } from '../kernel/person.ts'
import { leavesWhen, leavingText } from './leaving-text.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { Mailing } from './mailing.ts'
import { mayLeave, type Road, reviewersOf, tell, tellPerson } from './mailing-road.ts'
import { sendOff } from './send-off.ts'

/** `mailing` as it stands afterwards: with `startedAt` where it has begun to leave. */
export type Decision =
  | { readonly kind: 'approved'; readonly mailing: Mailing }
  | { readonly kind: 'refused' | 'late' | 'notAllowed' | 'keptBack' }

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
    return { kind: 'notAllowed' }
  }
  if (mailing.state !== 'awaitingApproval') {
    tell(doing, 'late', texts.tooLate(road.noun, mailing.number, texts.state[mailing.state]))
    return { kind: 'late' }
  }
  const may = answer.approve ? await mayLeave(road, mailing, doing) : true
  if (may !== true) {
    tell(doing, 'gate', may)
    return { kind: 'keptBack' }
  }
  const decidedBy = person.code as string
  doing.audit(`${road.owner}.${answer.approve ? 'approve' : 'refuse'}`, id)
  if (!answer.approve) {
    const { reason } = answer
    const refused: Mailing = {
      ...mailing,
      version: mailing.version + 1,
      state: 'refused',
      decidedBy,
      settledAt: doing.work.at,
      ...(reason === undefined ? {} : { reason }),
    }
    road.mailings.put(refused, doing.work)
    await road.mailings.drop(id, undefined, doing.work)
    await tellOfDecision(road, refused, doing)
    return { kind: 'refused' }
  }
  const left = await sendOff(road, { ...mailing, decidedBy }, doing)
  await tellOfDecision(road, left, doing)
  return { kind: 'approved', mailing: left }
}

async function tellOfDecision(road: Road, mailing: Mailing, doing: Doing): Promise<void> {
  const { id, number, state, preparedBy } = mailing
  const who = doing.by.person.name
  const isRefused = state === 'refused'
  const news = isRefused
    ? texts.refusedBy(road.noun, number, who, mailing.reason)
    : texts.approvedBy(road.noun, number, who, leavesWhen(mailing, doing))
  tell(
    doing,
    'decided',
    isRefused ? texts.youRefused(road.noun, number) : await leavingText(road, mailing, doing),
  )
  await tellPerson(doing, preparedBy, `mailing:${id}:decided:${preparedBy}`, news)
  for (const { code } of await reviewersOf(preparedBy, doing)) {
    if (code !== doing.by.person.code) await tellPerson(doing, code, `mailing:${id}:decided:${code}`, news)
  }
}
