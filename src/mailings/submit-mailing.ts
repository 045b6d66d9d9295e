import type { Doing } from '../conversation/feature.ts'
import { leavingText } from './leaving-text.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { type Mailing, type Recipient, recipientId } from './mailing.ts'
import type { MailingPlan } from './mailing-plan.ts'
import { mayLeave, type Road, reviewersOf, tell } from './mailing-road.ts'
import { sendOff } from './send-off.ts'

/** What the owner of a broadcast knows of it besides the order. */
export interface AboutMailing {
  /** `notice:57` */
  readonly id: string
  readonly number: number
  readonly title: string
  readonly confirmation: string
  readonly preparedBy: string
  /** Somebody else has to agree whatever the plan says. */
  readonly always?: true
}

/** More codes than this are not kept of one group: who reads there stands in the roster. */
const MOST_CODES = 300

/**
 * The preparer said yes to what they saw. Where one person is enough it leaves when its time comes, at once by default;
 * otherwise everybody who may approve is asked, and nothing leaves before one of them says yes. What is returned has
 * `startedAt` where it has begun to leave. The caller has looked whether anything stops it (`plan.preview.stops`) and
 * whether anybody is reached at all.
 */
export async function submitMailing(
  road: Road,
  plan: MailingPlan,
  about: AboutMailing,
  doing: Doing,
): Promise<Mailing> {
  const { order, preview } = plan
  const { topic, files = [], choices = [], allow = [], because } = order
  const { id, number, title, confirmation, preparedBy, always } = about
  const recipients = recipientsFor(id, plan)
  const mailing: Mailing = {
    id,
    version: 1,
    owner: road.owner,
    number,
    title,
    text: preview.text,
    allow,
    topic,
    files,
    choices,
    audience: preview.audience,
    chats: [],
    people: preview.people,
    state: 'awaitingApproval',
    confirmation,
    preparedBy,
    preparedAt: doing.work.at,
    owed: recipients.length,
    ...(preview.leavesAt === null ? {} : { leavesAt: new Date(preview.leavesAt) }),
    ...(because === undefined ? {} : { because }),
  }
  road.mailings.addRecipients(recipients, doing.work)
  return putOnTheRoad(road, mailing, preview.isForMany || always === true, doing)
}

/** A broadcast that was never on the road before, with its recipients. */
export async function putOnTheRoad(
  road: Road,
  mailing: Mailing,
  needsApproval: boolean,
  doing: Doing,
): Promise<Mailing> {
  const { id, number, preparedBy } = mailing
  doing.audit(`${road.owner}.submit`, id, {
    chats: mailing.owed,
    people: mailing.people,
    needsApproval,
  })
  if (!needsApproval) {
    const may = await mayLeave(road, mailing, doing)
    if (may !== true) {
      tell(doing, 'gate', may)
      const kept: Mailing = { ...mailing, state: 'withdrawn', owed: 0, settledAt: doing.work.at }
      road.mailings.add(kept, doing.work)
      await road.mailings.drop(id, undefined, doing.work)
      return kept
    }
    road.mailings.add(mailing, doing.work)
    const left = await sendOff(road, mailing, doing)
    tell(doing, 'leaving', await leavingText(road, left, doing))
    return left
  }
  road.mailings.add(mailing, doing.work)
  let asked = 0
  for (const { code } of await reviewersOf(preparedBy, doing)) {
    if (await doing.invite(code, `${road.owner}.approve`, { id }, `mailing:${id}:approve:${code}`)) asked++
  }
  tell(
    doing,
    'submitted',
    asked === 0 ? texts.nobodyToAsk(road.noun, number) : texts.submitted(road.noun, number, asked),
  )
  return mailing
}

/** Groups first, then people, in the order of the roster. */
function recipientsFor(id: string, { routes }: MailingPlan): readonly Recipient[] {
  return [...routes.groups, ...routes.private].map(({ chat, title, people }, n) => ({
    id: recipientId(id, chat),
    mailing: id,
    n,
    chat,
    title,
    people: people.length > MOST_CODES ? [] : people,
    heads: people.length,
    state: 'owed',
  }))
}
