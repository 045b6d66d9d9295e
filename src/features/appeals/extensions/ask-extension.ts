import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import type { Application } from '../applications.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { numberIn } from '../life/acting-on.ts'
import { letterKey } from '../life/appeal-letters.ts'
import { auditFor } from '../life/move-appeal.ts'
import { rolesIn } from '../life/mover-role.ts'
import { lookUp } from '../look-up.ts'
import { asOutside } from '../sealing/outward.ts'
import { unitTexts } from '../unit/unit.texts.ts'
import type { ExtensionOrder } from './ask-extension.dialogue.ts'
import type { ExtensionInvitation } from './decide-extension.dialogue.ts'
import { extensionTexts as texts, type Wanted } from './extensions.texts.ts'
import { newTerm } from './new-term.ts'

type Parts = Pick<AppealsParts, 'store' | 'applications' | 'calendar'>

/** In these states a unit works against the clock. */
export const EXTENDABLE: readonly Appeal['status'][] = ['dispatched', 'inProgress']

interface Extending {
  readonly appeal: Appeal
  readonly role: 'handler' | 'staff'
}

async function extending(
  order: ExtensionOrder,
  { store, applications }: Parts,
  doing: Doing,
): Promise<Extending | { readonly refused: string }> {
  const { person } = doing.by
  if (!may(person, 'appeal.see-dispatched') && !may(person, 'appeal.dispatch'))
    return { refused: texts.notForYou() }
  if (order.number === undefined) return { refused: texts.which() }
  const found = await lookUp(order.number, store, doing)
  if (found.kind === 'last-year') return { refused: appealsTexts.lastYear(found.number) }
  if (found.kind === 'none') return { refused: texts.notYours(spoken(order.number)) }
  const { number } = found.appeal
  const appeal = await store.find(number, doing.work)
  const role = appeal === undefined ? undefined : rolesIn(appeal, person)[0]
  if (appeal === undefined || role === undefined) return { refused: texts.notYours(number) }
  if (role === 'supporter') return { refused: unitTexts.supporterMayNot(number, '申请延期') }
  if (!EXTENDABLE.includes(appeal.status) || appeal.unit === null)
    return { refused: appealsTexts.cannot(number, appeal.status, '申请延期') }
  const open = await applications.listOf(number, doing.work)
  if (open.some(({ kind, state }) => kind === 'extension' && state === 'asked'))
    return { refused: texts.pending(number) }
  return { appeal, role: role as Extending['role'] }
}

export async function planExtension(
  order: ExtensionOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<ExtensionOrder>> {
  const found = await extending(order, parts, doing)
  if ('refused' in found) return { kind: 'refused', text: found.refused }
  const { appeal } = found
  const { number } = appeal
  const { at } = doing.work
  const said = (moment: Date) => dayAndHour(moment, at)
  const term = newTerm(appeal, order.days ?? 1, at, parts.calendar)
  const ask = (question: string): Plan<ExtensionOrder> => ({ kind: 'asking', question })
  const refuse = (text: string): Plan<ExtensionOrder> => ({ kind: 'refused', text })
  if (term.kind === 'no-term') return refuse(texts.noTerm(number))
  if (term.kind === 'no-calendar') return refuse(texts.noCalendar(term.year))
  if (term.kind === 'too-long')
    return term.most < 1
      ? refuse(texts.atTheEnd(number, said(term.latest)))
      : ask(texts.tooLong(said(term.latest), term.most))
  if (order.days === undefined) return ask(texts.howLong(number, said(term.from)))
  if (term.kind === 'too-short') return ask(texts.tooShort(said(term.until)))
  if (order.reason.trim() === '') return ask(texts.why(number))
  const wanted = wantedOf(appeal, order.days, order.reason, term, at)
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(number) },
    preview: texts.preview(wanted),
    number: shortNumber(number),
  }
}

export function wantedOf(
  appeal: Appeal,
  days: number,
  reason: string,
  { from, until }: { readonly from: Date; readonly until: Date },
  at: Date,
): Wanted {
  return {
    number: appeal.number,
    summary: asOutside(appeal).summary,
    days,
    reason,
    from: dayAndHour(from, at),
    until: dayAndHour(until, at),
  }
}

/** 申请延期: kept as an application, and everybody is asked who may grant it and did not ask for it. */
export async function askExtension(order: ExtensionOrder, parts: Parts, doing: Doing): Promise<void> {
  const { store, applications, calendar } = parts
  const { at } = doing.work
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
  const found = await extending(order, parts, doing)
  if ('refused' in found) return say(found.refused)
  const { appeal, role } = found
  const { days = 1, reason } = order
  const term = newTerm(appeal, days, at, calendar)
  // Time went on between the preview and the yes.
  if (term.kind !== 'until') return say(texts.which())
  const { number, status, unit } = appeal
  const { person } = doing.by
  const application: Application = {
    id: newId('ap', at),
    version: 1,
    number,
    kind: 'extension',
    state: 'asked',
    askedBy: person.code ?? `unit:${unit}`,
    askedAt: at,
    reason,
    detail: { days, unit, dueAt: term.until.toISOString() },
    decidedBy: null,
    decidedAt: null,
    note: null,
  }
  applications.add(application, doing.work)
  const wanted = wantedOf(appeal, days, reason, term, at)
  const note = texts.note(days, wanted.until, reason)
  const by = person.code ?? null
  store.note({ number, at, act: 'askExtension', from: status, to: status, role, by, note }, doing.work)
  auditFor(appeal, 'appeals.askExtension', role, { days }, doing)
  const directory = await doing.directory()
  const unitName = directory.units.get(unit ?? '')?.name ?? '承办单位'
  const data: ExtensionInvitation = {
    application: application.id,
    number,
    text: texts.application(wanted, role === 'staff' ? `${person.name}替${unitName}` : unitName),
  }
  let asked = 0
  for (const one of directory.people.values()) {
    if (!may(one, 'appeal.grant-extension') || one.code === person.code) continue
    const key = `${letterKey(appeal, 'extension', doing)}:${one.code}`
    if (await doing.invite(one.code, 'appeals.decide-extension', data, key)) asked++
  }
  say(asked === 0 ? texts.askedToNobody(number) : texts.asked(number))
}
