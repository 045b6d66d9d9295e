import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory, Group } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { chatOf } from '../../../mailings/routes.ts'
import { newChain } from '../keeping/hear-in-chat.ts'
import { keepList } from '../keeping/keep-list.ts'
import { groupOf, isKeeperOf } from '../keeping/roster-circle.ts'
import type { SignupsParts } from '../keeping/signups-parts.ts'
import { speaksOfGiving } from '../reading/read-chain.ts'
import { readLimits } from '../reading/read-heading.ts'
import { signupsTexts } from '../signups.texts.ts'
import type { OpenOrder } from './open-order.ts'
import { orderTexts as texts } from './orders.texts.ts'

/** Groups in which this person may open a list. */
function groupsFor(directory: Directory, { by }: Doing): readonly Group[] {
  return [...directory.groups.values()].filter((group) =>
    isKeeperOf(by.person, chatOf(group).chat, directory),
  )
}

function groupFor(order: OpenOrder, directory: Directory, doing: Doing): readonly Group[] {
  const all = groupsFor(directory, doing)
  const chat = doing.group ?? doing.by.chat
  const here = chat.kind === 'group' ? groupOf(directory, chat) : undefined
  if (order.group !== undefined) return all.filter(({ code }) => code === order.group)
  if (order.to === null)
    return here === undefined ? (all.length === 1 ? all : []) : all.filter(({ code }) => code === here.code)
  const wanted = order.to.replace(/[\s群里]/gu, '')
  const named = all.filter(({ title }) => wanted !== '' && title.replace(/[\s群]/gu, '').includes(wanted))
  const exact = named.filter(({ title }) => title.replace(/[\s群]/gu, '') === wanted)
  return exact.length > 0 ? exact : named
}

export async function planOpening(
  order: OpenOrder,
  { workdays }: SignupsParts,
  doing: Doing,
): Promise<Plan<OpenOrder>> {
  if (!may(doing.by.person, 'signup.open')) return { kind: 'refused', text: texts.notForYou() }
  if (speaksOfGiving(order.text)) return { kind: 'refused', text: signupsTexts.notForGiving() }
  const directory = await doing.directory()
  const all = groupsFor(directory, doing)
  if (all.length === 0) return { kind: 'refused', text: texts.noGroup() }
  if (order.text === '') return { kind: 'asking', question: texts.askText() }
  const [group, ...others] = groupFor(order, directory, doing)
  if (group === undefined || others.length > 0)
    return {
      kind: 'asking',
      question: texts.askGroup((group === undefined ? all : [group, ...others]).map(({ title }) => title)),
    }
  const { at } = doing.work
  const { places, perCompany, closesAt } = readLimits(order.text, at, workdays.calendar)
  const until = closesAt === undefined ? undefined : dayAndHour(closesAt, at)
  return {
    kind: 'ready',
    order: { ...order, group: group.code },
    preview: texts.preview(group.title, texts.post(order.text), places, perCompany, until),
  }
}

/** Everything is asked anew of the roster: a group may have left it since. */
export async function openList(order: OpenOrder, parts: SignupsParts, doing: Doing): Promise<void> {
  const directory = await doing.directory()
  const [group] = order.group === undefined ? [] : groupFor(order, directory, doing)
  const tell = (text: string) =>
    doing.post(`${doing.turnKey}:signups`, { to: doing.by.home, text, origin: 'automatic' })
  if (!may(doing.by.person, 'signup.open') || group === undefined) return tell(texts.goneGroup())
  const { chat } = chatOf(group)
  const chain = await newChain(order.text, chat, doing.by.person.code, parts, doing)
  const kept = await keepList({ chain, entries: [] }, [], [], parts, doing)
  doing.post(`${chain.id}:opened`, { to: chat, text: texts.post(order.text), origin: 'approved' })
  doing.audit('signups.open', chain.id, { group: group.code })
  tell(texts.opened(kept.chain, group.title))
}
