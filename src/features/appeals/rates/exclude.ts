import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { newId } from '../../../kernel/ids.ts'
import { may, mayApprove } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import type { Application } from '../applications.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { numberIn } from '../life/acting-on.ts'
import { auditFor } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import { lookUp } from '../look-up.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { exclusionTexts as texts } from './exclusion.texts.ts'
import { type ExclusionReason, findReason } from './exclusion-reasons.ts'
import { apartStates } from './rate-definitions.ts'
import type { DecisionOrder, ExclusionOrder } from './read-exclusion.ts'

type Parts = Pick<AppealsParts, 'store' | 'applications'>

async function appealOf(
  number: AppealNumber | undefined,
  which: string,
  { store }: Parts,
  doing: Doing,
): Promise<Appeal | { readonly refused: string }> {
  if (number === undefined) return { refused: which }
  const found = await lookUp(number, store, doing)
  if (found.kind === 'last-year') return { refused: appealsTexts.lastYear(found.number) }
  if (found.kind === 'none') return { refused: appealsTexts.noSuchNumber(spoken(number)) }
  return (
    (await store.find(found.appeal.number, doing.work)) ?? {
      refused: appealsTexts.noSuchNumber(spoken(number)),
    }
  )
}

const isRated = ({ satisfaction, outcome }: Appeal) => satisfaction !== null || outcome !== null

/** What may be asked for, and what is missing. */
async function excluding(order: ExclusionOrder, parts: Parts, doing: Doing) {
  if (!may(doing.by.person, 'appeal.ask-exclusion')) return { refused: texts.notForYou() }
  const appeal = await appealOf(order.number, texts.whichAsk(), parts, doing)
  if ('refused' in appeal) return appeal
  const { number, status } = appeal
  if ((apartStates as readonly string[]).includes(status)) return { refused: texts.apart(number) }
  const applications = await parts.applications.listOf(number, doing.work)
  const exclusions = applications.filter(({ kind }) => kind === 'exclusion')
  if (exclusions.some(({ state }) => state === 'asked')) return { refused: texts.pending(number) }
  if (exclusions.some(({ state }) => state === 'granted')) return { refused: texts.already(number) }
  const reason = order.code === null ? undefined : findReason(order.code)
  return { appeal, reason }
}

export async function planExclusion(
  order: ExclusionOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<ExclusionOrder>> {
  const found = await excluding(order, parts, doing)
  if ('refused' in found) return { kind: 'refused', text: found.refused }
  const { appeal, reason } = found
  const ask = (question: string): Plan<ExclusionOrder> => ({ kind: 'asking', question })
  if (reason === undefined)
    return ask(order.code === null ? texts.whichReason(appeal.number) : texts.unknownCode(order.code))
  if (order.words === '') return ask(texts.whyAsk(appeal.number, reason))
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number) },
    preview: texts.askPreview(appeal, reason, order.words),
    number: shortNumber(appeal.number),
  }
}

/** 申请剔除: kept as an application, and whoever may grant it and did not ask for it is told. */
export async function askExclusion(order: ExclusionOrder, parts: Parts, doing: Doing): Promise<void> {
  const found = await excluding(order, parts, doing)
  if ('refused' in found) return reply(found.refused, doing)
  const { appeal, reason } = found
  const { person } = doing.by
  if (reason === undefined || person.code === undefined) return reply(texts.whichAsk(), doing)
  const { number, status } = appeal
  const { at } = doing.work
  const application: Application = {
    id: newId('ap', at),
    version: 1,
    number,
    kind: 'exclusion',
    state: 'asked',
    askedBy: person.code,
    askedAt: at,
    reason: order.words,
    detail: detailOf(reason, appeal),
    decidedBy: null,
    decidedAt: null,
    note: null,
  }
  parts.applications.add(application, doing.work)
  const note = texts.note(reason, order.words)
  parts.store.note(
    { number, at, act: 'askExclusion', from: status, to: status, role: 'staff', by: person.code, note },
    doing.work,
  )
  auditFor(appeal, 'appeals.askExclusion', 'staff', { code: reason.code }, doing)
  const text = texts.application(appeal, reason, order.words, person.name)
  let told = 0
  for (const one of (await doing.directory()).people.values()) {
    if (!mayApprove(one, 'appeal.grant-exclusion', person.code)) continue
    const chat = await doing.reach(one.code)
    if (chat === undefined) continue
    told++
    doing.post(`${doing.turnKey}:exclusion:${one.code}`, { to: chat, text, origin: 'automatic' })
  }
  reply(texts.asked(number, told), doing)
}

/** As it is kept, so that what a code meant then still counts when the list of reasons changes. */
const detailOf = ({ code, rates }: ExclusionReason, appeal: Appeal) => ({
  code,
  response: rates.includes('response'),
  resolution: rates.includes('resolution'),
  satisfaction: rates.includes('satisfaction'),
  rated: isRated(appeal),
})

async function deciding(order: DecisionOrder, parts: Parts, doing: Doing) {
  const { person } = doing.by
  if (!may(person, 'appeal.grant-exclusion')) return { refused: texts.decideNotForYou() }
  const number = order.number
  // A reviewer sees no appeal but what is put before them.
  const asked = await parts.applications.listAsked('exclusion', doing.work)
  const fits = asked.filter(
    (one) =>
      number !== undefined &&
      one.number.endsWith(`-${String(number.serial).padStart(4, '0')}`) &&
      (number.year === undefined || one.number.startsWith(`${number.year}-`)),
  )
  const application = number === undefined && asked.length === 1 ? asked[0] : fits.at(-1)
  if (application === undefined)
    return { refused: number === undefined ? texts.whichDecide() : texts.nonePending(spoken(number)) }
  if (!mayApprove(person, 'appeal.grant-exclusion', application.askedBy))
    return { refused: texts.ownAsk(application.number) }
  const appeal = await parts.store.find(application.number, doing.work)
  const reason = findReason(String(application.detail.code))
  if (appeal === undefined || reason === undefined) return { refused: texts.nonePending(application.number) }
  return { application, appeal, reason }
}

export async function planDecision(
  order: DecisionOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<DecisionOrder>> {
  const found = await deciding(order, parts, doing)
  if ('refused' in found) return { kind: 'refused', text: found.refused }
  const { application, appeal, reason } = found
  if (!order.grant && order.words === '') return { kind: 'asking', question: texts.whyNot(appeal.number) }
  const directory = await doing.directory()
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number) },
    preview: texts.decidePreview(
      appeal,
      application,
      reason,
      order.grant,
      order.words,
      directory,
      doing.work.at,
    ),
    number: shortNumber(appeal.number),
  }
}

/** 同意剔除 and 不同意剔除: by another person than asked, and told to whoever asked. */
export async function decideExclusion(order: DecisionOrder, parts: Parts, doing: Doing): Promise<void> {
  const found = await deciding(order, parts, doing)
  if ('refused' in found) return reply(found.refused, doing)
  const { appeal, reason } = found
  // By key, so that somebody else's decision in the same moment is a conflict and not overwritten.
  const application = await parts.applications.find(found.application.id, doing.work)
  if (application?.state !== 'asked') return reply(texts.nonePending(appeal.number), doing)
  const { person } = doing.by
  const { at } = doing.work
  const by = person.code ?? null
  const { number, status } = appeal
  const note = order.words === '' ? null : order.words
  parts.applications.save(
    {
      ...application,
      state: order.grant ? 'granted' : 'refused',
      // It may have been rated since it was asked for.
      detail: order.grant ? { ...application.detail, rated: isRated(appeal) } : application.detail,
      decidedBy: by,
      decidedAt: at,
      note,
    },
    doing.work,
  )
  const act = order.grant ? 'exclude' : 'refuseExclusion'
  const noted = order.grant ? texts.note(reason, application.reason) : note
  parts.store.note({ number, at, act, from: status, to: status, role: 'staff', by, note: noted }, doing.work)
  auditFor(appeal, `appeals.${act}`, 'staff', { code: reason.code, application: application.id }, doing)
  reply(order.grant ? texts.granted(number) : texts.refused(number), doing)
  const chat = await doing.reach(application.askedBy)
  if (chat === undefined) return
  const text = order.grant
    ? texts.toldGranted(number, person.name)
    : texts.toldRefused(number, person.name, order.words)
  doing.post(`${doing.turnKey}:exclusion-decided`, { to: chat, text, origin: 'automatic' })
}
