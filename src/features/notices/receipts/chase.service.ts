import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { peopleInGroup } from '../../../kernel/audience.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { whenAwake } from '../../../kernel/quiet-hours.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import { tell } from '../../../mailings/mailing-road.ts'
import { chatOf } from '../../../mailings/routes.ts'
import type { NoticesParts } from '../notices.service.ts'
import type { ChaseOrder } from './chase-order.ts'
import { secretariesToTell } from './pass-names.ts'
import { listReceipts } from './receipt.ts'
import { countsOf, findNotice, listsOf, type NoticeAtHand } from './receipts.service.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'
import { reminderText, whomToRemind } from './remind.ts'

type ChasePlan = Plan<ChaseOrder>

const refused = (text: string): ChasePlan => ({ kind: 'refused', text })

/** The moment itself, or the morning on which people may be written to again. */
const awake = ({ quietHours, workdays }: NoticesParts, doing: Doing) =>
  whenAwake(doing.work.at, quietHours, workdays.calendar)

/** 现在, or the hour at which the quiet hours are over. */
const whenSaid = (parts: NoticesParts, doing: Doing) => {
  const at = awake(parts, doing)
  return at.getTime() === doing.work.at.getTime()
    ? texts.now()
    : texts.whenAwake(dayAndHour(at, doing.work.at))
}

export async function planChase(parts: NoticesParts, order: ChaseOrder, doing: Doing): Promise<ChasePlan> {
  if (!may(doing.by.person, 'notice.prepare')) return refused(texts.mayNotChase())
  const found = await findNotice(parts, order.number, doing)
  if (found === undefined) return refused(mailingTexts.noSuch('通知', order.number))
  const { number } = found.notice
  if (found.notice.openFrom === undefined) return refused(texts.notLeft(number))
  await parts.workdays.refresh(doing.work)
  const preview = await PLANS[order.act](parts, found, doing)
  return typeof preview === 'string'
    ? refused(preview)
    : { kind: 'ready', order: { ...order, number }, ...preview }
}

type Planned = string | { readonly preview: string }

const PLANS: Record<
  ChaseOrder['act'],
  (parts: NoticesParts, at: NoticeAtHand, doing: Doing) => Promise<Planned>
> = {
  async remind(parts, at, doing) {
    const { notice } = at
    const { number, remindedAt } = notice
    if (remindedAt !== undefined) return texts.remindedAlready(number, dayAndHour(remindedAt, doing.work.at))
    const { people, reachable, refusing } = await whomToRemind(parts, at, notice.people, doing)
    if (people === 0) return texts.nobodyMissing(number)
    const counts = texts.remindPreview(number, people, reachable.size, refusing, whenSaid(parts, doing))
    return { preview: `${counts}\n${texts.remindWords(await reminderText(parts, at, doing.work))}` }
  },
  async tally(parts, at, doing) {
    const { number, talliedAt } = at.notice
    if (talliedAt !== undefined) return texts.talliedAlready(number, dayAndHour(talliedAt, doing.work.at))
    const tallies = await talliesOf(parts, at, doing)
    return tallies.length === 0 ? texts.noGroups(number) : { preview: texts.tallyPreview(number, tallies) }
  },
  async pass(parts, { notice }, doing) {
    const { missing } = await listsOf(parts.notices, notice, {}, doing)
    if (missing.length === 0) return texts.nobodyMissing(notice.number)
    const { told, without } = await secretariesToTell(missing, doing)
    if (told.length === 0) return texts.nobodyToPassTo(notice.number)
    const names = told.map(({ name, chamber }) => `${name}（${chamber}）`)
    return { preview: texts.passPreview(notice.number, names, without) }
  },
}

/** One text for each of its groups, of the people who sit there. */
async function talliesOf(parts: NoticesParts, { notice, mailing }: NoticeAtHand, doing: Doing) {
  const directory = await doing.directory()
  const receipts = await parts.notices.listReceipts(notice.id, doing.work)
  const chats = new Set(notice.chats)
  const meant = new Set(notice.people)
  return [...directory.groups.values()].flatMap((group) => {
    const { chat, title } = chatOf(group)
    if (!chats.has(chatKey(chat))) return []
    const people = peopleInGroup(directory, group).flatMap(({ code }) => (meant.has(code) ? [code] : []))
    const text = texts.tally(mailing.title, countsOf(listReceipts(people, receipts)))
    return [{ chat, title, text }]
  })
}

export async function chase(parts: NoticesParts, order: ChaseOrder, doing: Doing): Promise<void> {
  const found = await findNotice(parts, order.number, doing)
  if (found === undefined || !may(doing.by.person, 'notice.prepare'))
    return tell(doing, 'chase', texts.mayNotChase())
  const planned = await planChase(parts, order, doing)
  if (planned.kind === 'refused') return tell(doing, 'chase', planned.text)
  doing.audit(`notices.${order.act}Receipts`, found.notice.id)
  await ACTS[order.act](parts, found, doing)
}

const ACTS: Record<
  ChaseOrder['act'],
  (parts: NoticesParts, at: NoticeAtHand, doing: Doing) => Promise<void>
> = {
  async remind(parts, { notice }, doing) {
    const begun = { ...notice, version: notice.version + 1, remindedAt: doing.work.at, remindFrom: 0 }
    parts.notices.put(begun, doing.work)
    tell(doing, 'chase', texts.reminding(notice.number, whenSaid(parts, doing)))
  },
  async tally(parts, at, doing) {
    const { notice } = at
    const tallies = await talliesOf(parts, at, doing)
    for (const { chat, text } of tallies)
      doing.post(`${notice.id}:tally:${chatKey(chat)}`, {
        to: chat,
        text,
        origin: 'approved',
        dueAt: awake(parts, doing),
      })
    parts.notices.put({ ...notice, version: notice.version + 1, talliedAt: doing.work.at }, doing.work)
    tell(doing, 'chase', texts.tallied(notice.number, tallies.length))
  },
  async pass(parts, { notice, mailing }, doing) {
    const { missing } = await listsOf(parts.notices, notice, {}, doing)
    const { told } = await secretariesToTell(missing, doing)
    for (const { code, chat, missing: theirs } of told)
      doing.post(`${doing.turnKey}:pass:${code}`, {
        to: chat,
        text: texts.forSecretary(notice.number, mailing.title, theirs),
        origin: 'automatic',
        dueAt: awake(parts, doing),
      })
    tell(doing, 'chase', texts.passed(notice.number, told.length))
  },
}
