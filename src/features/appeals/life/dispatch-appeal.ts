/** 派单 and 增加协办 once staff said yes. What the handlers then read is `order` in unit/unit.texts.ts. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { DispatchEffect } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { workingDaysFrom } from '../deadlines.ts'
import { keepLink } from '../links/issue-link.ts'
import { linkTexts } from '../links/links.texts.ts'
import { asOutside, needsCoarsening } from '../sealing/outward.ts'
import { dispatchTexts as texts, type UnitTold } from '../staff/dispatch.texts.ts'
import { planUnit } from '../staff/plan-dispatch.ts'
import { dispatchNote } from '../staff/sent-back.ts'
import type { OrderInvitation } from '../unit/order.dialogue.ts'
import { unitTexts } from '../unit/unit.texts.ts'
import { handlersOf, letterKey, SHEET, tellStaff, writeToAsker, writeToHandlers } from './appeal-letters.ts'
import { type MoveResult, moveAppeal } from './move-appeal.ts'

type Kind<K extends DispatchEffect['kind']> = Extract<DispatchEffect, { kind: K }>

/** Says to whoever acted that somebody else was faster, or that the matter is not there. */
export function explainRefusal(
  result: Exclude<MoveResult, { kind: 'moved' }>,
  number: string,
  doing: Doing,
): void {
  const text =
    result.kind === 'missing'
      ? appealsTexts.noSuchNumber(number)
      : appealsTexts.overtaken(number, result.appeal.status)
  doing.post(`${doing.turnKey}:refused`, { to: doing.by.home, text, origin: 'automatic' })
}

/** 派单: the lead's handlers get it, those who help are asked, the unit that had it is told, so are asker and staff. */
export async function dispatchAppeal(
  { number, unit, supporting, days }: Kind<'appeals.dispatch'>,
  parts: AppealsParts,
  doing: Doing,
): Promise<void> {
  const { store, calendar } = parts
  const { at } = doing.work
  if (!may(doing.by.person, 'appeal.dispatch')) return
  const before = await store.find(number, doing.work)
  // Looked through when it was previewed; sealed since, it does not go out.
  if (before !== undefined && needsCoarsening(before))
    return explainRefusal({ kind: 'refused', appeal: before, why: 'not-from-here' }, number, doing)
  const dueAt = workingDaysFrom(days, at, calendar)
  const directory = await doing.directory()
  const nameOf = (code: string) => directory.units.get(code)?.name ?? code
  if (before !== undefined && isAlreadySo(before, { unit, supporting, dueAt }))
    return reply(texts.alreadySo(number, nameOf(unit), dueAt === null ? null : dayAndHour(dueAt, at)), doing)
  const note = dispatchNote(nameOf(unit), days, supporting.map(nameOf))
  const change = (appeal: Appeal) => ({
    unit,
    supporting,
    resolveDueAt: dueAt,
    dueAt,
    contactedAt: appeal.contactedAt ?? at,
  })
  const result = await moveAppeal({ number, act: 'dispatch', role: 'staff', note, change }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  const gone = (before?.supporting ?? []).filter((code) => code !== unit && !supporting.includes(code))
  await takeFrom(before, appeal, gone, nameOf(unit), parts, doing)
  const told = [await order(appeal, parts, doing)]
  for (const code of supporting.filter((one) => !(before?.supporting ?? []).includes(one)))
    told.push(await askHelp(code, appeal, parts, doing))
  const due = dueAt === null ? null : dayAndHour(dueAt, at)
  reply(texts.dispatched(number, due, told), doing)
  passLinks(number, told, doing)
  const helping = supporting.map(nameOf)
  await writeToAsker(
    appeal,
    'dispatched',
    texts.askerDispatched(number, nameOf(unit), helping, due),
    store,
    doing,
  )
  await tellStaff(appeal, 'dispatched', texts.otherStaffDispatched(number, nameOf(unit), due), doing)
}

/** The same order typed or confirmed once more: nobody is written to twice. */
function isAlreadySo(
  { status, unit, supporting, dueAt }: Appeal,
  asked: Pick<Appeal, 'unit' | 'supporting' | 'dueAt'>,
): boolean {
  return (
    (status === 'dispatched' || status === 'inProgress') &&
    unit === asked.unit &&
    // Without the year's calendar nobody can say that the terms are the same.
    asked.dueAt !== null &&
    dueAt?.getTime() === asked.dueAt.getTime() &&
    [...supporting].sort().join() === [...asked.supporting].sort().join()
  )
}

/** 增加协办: lead and term stay. */
export async function supportAppeal(
  { number, supporting }: Kind<'appeals.support'>,
  parts: AppealsParts,
  doing: Doing,
): Promise<void> {
  const { store } = parts
  if (!may(doing.by.person, 'appeal.dispatch')) return
  const before = await store.find(number, doing.work)
  if (before === undefined || before.unit === null || needsCoarsening(before))
    return explainRefusal(
      before === undefined ? { kind: 'missing' } : { kind: 'refused', appeal: before, why: 'not-from-here' },
      number,
      doing,
    )
  const fresh = supporting.filter((code) => code !== before.unit && !before.supporting.includes(code))
  if (fresh.length === 0) return reply(texts.nothingToAdd(number), doing)
  const directory = await doing.directory()
  const names = fresh.map((code) => directory.units.get(code)?.name ?? code)
  const appeal = { ...before, supporting: [...before.supporting, ...fresh] }
  await store.save(appeal, doing.work)
  const { status } = appeal
  const by = doing.by.person.code ?? null
  store.note(
    {
      number,
      at: doing.work.at,
      act: 'support',
      from: status,
      to: status,
      role: 'staff',
      by,
      note: names.join('、'),
    },
    doing.work,
  )
  doing.audit('appeals.support', number, { units: fresh.join(',') })
  const told: UnitTold[] = []
  for (const code of fresh) told.push(await askHelp(code, appeal, parts, doing))
  await writeToHandlers(before.unit, appeal, 'support-joins', texts.supportJoins(number, names), doing)
  reply(texts.supported(number, told), doing)
  passLinks(number, told, doing)
}

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:dispatched`, { to: doing.by.home, text, origin: 'automatic' })
}

/** Each link in a letter of its own, whose words are not kept once it is sent. */
function passLinks(number: string, told: readonly UnitTold[], doing: Doing): void {
  for (const { name, code, link } of told) {
    if (link?.kind !== 'new') continue
    const text = linkTexts.issued(number, name, link.url)
    doing.post(`${doing.turnKey}:link:${code}`, {
      to: doing.by.home,
      text,
      origin: 'automatic',
      passing: true,
    })
  }
}

/** The unit that had it, and those that need not help any more; their pages close. */
async function takeFrom(
  before: Appeal | undefined,
  appeal: Appeal,
  gone: readonly string[],
  newName: string,
  { unitLinks }: AppealsParts,
  doing: Doing,
): Promise<void> {
  const { number, unit } = appeal
  if (before?.unit != null && before.unit !== unit) {
    await unitLinks.close(number, before.unit, doing.work)
    if (!appeal.supporting.includes(before.unit))
      await writeToHandlers(before.unit, appeal, 'taken-away', texts.takenAway(number, newName), doing)
  }
  for (const code of gone) {
    await unitLinks.close(number, code, doing.work)
    await writeToHandlers(code, appeal, 'support-ended', texts.supportEnded(number), doing)
  }
}

/** Opens the order with every handler of the lead; a page where nobody can be written to. */
async function order(appeal: Appeal, parts: AppealsParts, doing: Doing): Promise<UnitTold> {
  const { number, unit } = appeal
  const code = unit ?? ''
  const directory = await doing.directory()
  const outside = asOutside(appeal)
  const helping = appeal.supporting.map((one) => directory.units.get(one)?.name ?? one)
  const data: OrderInvitation = {
    number,
    summary: outside.summary,
    text: unitTexts.order(outside, doing.work.at, helping),
    ...(outside.files.length === 0 ? {} : { files: outside.files.map(bare) }),
  }
  const plan = await planUnit(code, doing)
  for (const handler of handlersOf(code, directory))
    await doing.invite(
      handler.code,
      'appeals.order',
      data,
      `${letterKey(appeal, 'order', doing)}:${handler.code}`,
    )
  return { ...plan, link: plan.told.length > 0 ? null : await keepLink(code, appeal, parts, doing) }
}

/** Whether it may go out is settled by then. */
const bare = ({ sha256, name, kind }: Appeal['files'][number]) => ({ sha256, name, kind })

/** 协办: what it is about, who leads and whom to talk to. */
async function askHelp(code: string, appeal: Appeal, parts: AppealsParts, doing: Doing): Promise<UnitTold> {
  const directory = await doing.directory()
  const lead = {
    name: directory.units.get(appeal.unit ?? '')?.name ?? '主办单位',
    people: handlersOf(appeal.unit ?? '', directory).map(({ name }) => name),
  }
  const text = unitTexts.supportOrder(asOutside(appeal), lead, doing.work.at)
  await writeToHandlers(code, appeal, SHEET, text, doing)
  const plan = await planUnit(code, doing)
  return { ...plan, link: plan.told.length > 0 ? null : await keepLink(code, appeal, parts, doing) }
}
