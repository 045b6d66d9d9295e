/** 报进展: who may, how it reads before the yes, and who is told after it. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import type { MoverRole } from '../life/appeal-moves.ts'
import { contacted } from '../life/contacted.ts'
import { auditFor, moveAppeal } from '../life/move-appeal.ts'
import { rolesIn } from '../life/mover-role.ts'
import { lookUp } from '../look-up.ts'
import { asOutside } from '../sealing/outward.ts'
import type { ProgressOrder } from './progress.dialogue.ts'
import { progressTexts as texts } from './progress.texts.ts'

type Parts = Pick<AppealsParts, 'store'>
type Role = Extract<MoverRole, 'staff' | 'handler' | 'supporter'>

interface Reporting {
  readonly appeal: Appeal
  readonly role: Role
}

/** Who may report on it now, or why not. */
async function reporting(
  order: ProgressOrder,
  { store }: Parts,
  doing: Doing,
): Promise<Reporting | { readonly refused: string }> {
  const { person } = doing.by
  if (!may(person, 'appeal.see-dispatched') && !may(person, 'appeal.dispatch'))
    return { refused: texts.notForYou() }
  if (order.number === undefined) return { refused: texts.which() }
  const found = await lookUp(order.number, store, doing)
  if (found.kind === 'last-year') return { refused: appealsTexts.lastYear(found.number) }
  if (found.kind === 'none') return { refused: appealsTexts.noSuchNumber(spoken(order.number)) }
  const appeal = await store.find(found.appeal.number, doing.work)
  const role = appeal === undefined ? undefined : rolesIn(appeal, person)[0]
  if (appeal === undefined || role === undefined) return { refused: texts.notForYou() }
  if (!isOpen(appeal.status)) return { refused: texts.notOpen(appeal.number) }
  return { appeal, role: role as Role }
}

export async function planProgress(
  order: ProgressOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<ProgressOrder>> {
  const found = await reporting(order, parts, doing)
  if ('refused' in found) return { kind: 'refused', text: found.refused }
  const { appeal, role } = found
  const { number } = appeal
  if (order.words.trim() === '') return { kind: 'asking', question: texts.whatHappened(number) }
  const { summary } = asOutside(appeal)
  const preview =
    role === 'supporter'
      ? texts.previewSupporter(number, summary, order.words, await unitName(appeal.unit, doing))
      : order.about === 'contact'
        ? texts.previewContact(number, summary)
        : texts.preview(number, summary, order.words)
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(number) },
    preview,
    number: shortNumber(number),
  }
}

/** 进展: the asker is told in these words, the first time also that somebody spoke to them; helpers tell lead and staff. */
export async function reportProgress(order: ProgressOrder, parts: Parts, doing: Doing): Promise<void> {
  const { store } = parts
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
  const found = await reporting(order, parts, doing)
  if ('refused' in found) return say(found.refused)
  const { role } = found
  const { person } = doing.by
  const { at } = doing.work
  const isHelper = role === 'supporter'
  const act = order.about === 'contact' && !isHelper ? 'contact' : 'progress'
  // Staff who spoke to the asker have taken it up.
  const accepting = { number: found.appeal.number, act: 'accept', role: 'staff', note: null } as const
  const accepted =
    found.appeal.status === 'filed' && role === 'staff'
      ? await moveAppeal(accepting, store, doing)
      : undefined
  const before = accepted?.kind === 'moved' ? accepted.appeal : found.appeal
  const appeal = isHelper ? before : { ...before, ...contacted(before, at) }
  const by = role === 'staff' ? '工商联' : await unitName(person.unit ?? null, doing)
  const words = order.words.trim()
  const { number, status } = appeal
  if (appeal.contactedAt !== before.contactedAt || appeal.dueAt !== before.dueAt)
    await store.save(appeal, doing.work)
  const note = isHelper ? `${by}：${words}` : act === 'contact' ? texts.contactNote() : words
  store.note({ number, at, act, from: status, to: status, role, by: person.code ?? null, note }, doing.work)
  auditFor(appeal, `appeals.${act}`, role, {}, doing)
  await tellStaff(appeal, 'progress', texts.staff(number, by, words), doing)
  if (isHelper) {
    await writeToUnit(appeal, 'progress', texts.lead(number, by, words), doing)
    return say(texts.notedSupporter(number, await unitName(appeal.unit, doing)))
  }
  const letter = act === 'contact' ? texts.askerContact(number, by) : texts.asker(number, by, words)
  await writeToAsker(appeal, 'progress', letter, store, doing)
  say(act === 'contact' ? texts.notedContact(number) : texts.noted(number))
  // The reminder of a word with the asker is settled by it.
  if (before.contactedAt === null) await doing.tell({ kind: 'termChanged', number })
}

async function unitName(unit: string | null, doing: Doing): Promise<string> {
  return (await doing.directory()).units.get(unit ?? '')?.name ?? '承办单位'
}
