import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { numberMeant } from '../reading/number-meant.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { closeDialogue } from './close.dialogue.ts'
import { closeAppeal, planClose } from './close-appeal.ts'
import { type CloseOrder, type ReopenOrder, readClose, readReopen } from './read-close.ts'
import { type RecategoriseOrder, readRecategorise } from './read-recategorise.ts'
import { type ReferOrder, readRefer } from './read-refer.ts'
import { type ResolveOrder, readResolve } from './read-resolve.ts'
import { recategoriseDialogue } from './recategorise.dialogue.ts'
import { planRecategorise, recategoriseAppeal } from './recategorise-appeal.ts'
import { referDialogue } from './refer.dialogue.ts'
import { planRefer, referAppeal } from './refer-appeal.ts'
import { reopenDialogue } from './reopen.dialogue.ts'
import { planReopen, reopenAppeal } from './reopen-appeal.ts'
import { resolveDialogue } from './resolve.dialogue.ts'
import { planResolve, resolveAppeal } from './resolve-appeal.ts'

type ClosingEffect =
  | OrderEffect<ResolveOrder, 'appeals.resolve'>
  | OrderEffect<CloseOrder, 'appeals.close'>
  | OrderEffect<ReopenOrder, 'appeals.reopen'>
  | OrderEffect<ReferOrder, 'appeals.refer'>
  | OrderEffect<RecategoriseOrder, 'appeals.recategorise'>
type ClosingQuery =
  | PlanQuery<ResolveOrder, 'appeals.plan-resolve'>
  | PlanQuery<CloseOrder, 'appeals.plan-close'>
  | PlanQuery<ReopenOrder, 'appeals.plan-reopen'>
  | PlanQuery<ReferOrder, 'appeals.plan-refer'>
  | PlanQuery<RecategoriseOrder, 'appeals.plan-recategorise'>

/** 办结, 归档, 重办, 转法定渠道, 改类别: what staff and units make of an appeal in the end. */
export function closingDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [resolveDialogue, closeDialogue, reopenDialogue, referDialogue, recategoriseDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      return text === '' || text.length > COMMAND_CHARACTERS ? [] : readClosing(text, listening)
    },
    performs: {
      'appeals.resolve': ({ order }, doing) => resolveAppeal(order, parts, doing),
      'appeals.close': ({ order }, doing) => closeAppeal(order, parts, doing),
      'appeals.reopen': ({ order }, doing) => reopenAppeal(order, parts, doing),
      'appeals.refer': ({ order }, doing) => referAppeal(order, parts, doing),
      'appeals.recategorise': ({ order }, doing) => recategoriseAppeal(order, parts, doing),
    } satisfies Performs<ClosingEffect>,
    answers: {
      'appeals.plan-resolve': ({ order }, doing) => planResolve(order, parts, doing),
      'appeals.plan-close': ({ order }, doing) => planClose(order, parts, doing),
      'appeals.plan-reopen': ({ order }, doing) => planReopen(order, parts, doing),
      'appeals.plan-refer': ({ order }, doing) => planRefer(order, parts, doing),
      'appeals.plan-recategorise': ({ order }, doing) => planRecategorise(order, parts, doing),
    } satisfies Answers<ClosingQuery>,
  }
}

/** Beside a number these are commands, also for those who may not: the dialogue says so. */
function readClosing(text: string, listening: Listening): readonly Reading[] {
  const { person } = listening.by
  const meant = numberMeant(listening)
  const withNumber = <Order extends { readonly number?: unknown }>(order: Order) =>
    order.number === undefined && meant !== undefined ? { ...order, number: meant } : order
  // Who holds an office and may not is told so; whoever only brought a matter means their own.
  const holdsOffice = person.roles.some((role) => role !== 'member' && role !== 'secretary')
  if (holdsOffice) {
    const refer = readRefer(text)
    if (refer !== undefined)
      return [readingOf('appeals.refer', 'command', 1, '转法定渠道', ['转'], withNumber(refer))]
    const close = readClose(text)
    if (close !== undefined)
      return [readingOf('appeals.close', 'command', 1, '归档', ['归档'], withNumber(close))]
    const reopen = readReopen(text)
    if (reopen !== undefined)
      return [readingOf('appeals.reopen', 'command', 1, '重办', ['重办'], withNumber(reopen))]
    const changed = readRecategorise(text)
    if (changed !== undefined)
      return [readingOf('appeals.recategorise', 'command', 1, '改类别', ['改'], withNumber(changed))]
  }
  const resolve = may(person, 'appeal.resolve') ? readResolve(text, meant === undefined) : undefined
  return resolve === undefined
    ? []
    : [readingOf('appeals.resolve', 'command', 1, '报办结', ['办结'], withNumber(resolve))]
}
