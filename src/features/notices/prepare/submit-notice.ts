import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { may } from '../../../kernel/person.ts'
import { callsForGifts } from '../../../mailings/fundraising.ts'
import { titleOf } from '../../../mailings/mailing.ts'
import { tell } from '../../../mailings/mailing-road.ts'
import { submitMailing } from '../../../mailings/submit-mailing.ts'
import { noticeId } from '../notice.ts'
import { type NoticesParts, noticesRoad } from '../notices.service.ts'
import { planNotice } from './plan-notice.ts'
import { prepareTexts as texts } from './prepare.texts.ts'
import type { PrepareEffect } from './prepare-state.ts'

type Submit = Extract<PrepareEffect, { kind: 'notices.submit' }>

/**
 * Puts what was previewed on the road. Whom it reaches and whether a second person is needed are worked out anew from
 * the roster, never taken from the talk; a group that left it meanwhile is left out, and none is added.
 */
export async function submitNotice(parts: NoticesParts, effect: Submit, doing: Doing): Promise<void> {
  const { draft, groups } = effect
  const { number, confirmation } = draft
  const { code } = doing.by.person
  if (code === undefined || !may(doing.by.person, 'notice.prepare'))
    return tell(doing, 'gone', texts.mayNotPrepare())
  const planned = callsForGifts(draft.text, draft.files)
    ? undefined
    : await planNotice(parts, draft, doing, groups)
  if (planned === undefined) return tell(doing, 'gone', texts.fundraising())
  const { plan, awaits, quietly, answerBy } = planned
  if (plan.routes.groups.length + plan.routes.private.length === 0) return tell(doing, 'gone', texts.gone())
  if (plan.preview.stops || plan.preview.text !== effect.text)
    return tell(doing, 'gone', texts.changedMeanwhile())
  const id = noticeId(number)
  const mailing = await submitMailing(
    noticesRoad(parts),
    plan,
    { id, number, title: titleOf(draft.text), confirmation, preparedBy: code },
    doing,
  )
  parts.notices.add(
    {
      id,
      version: 1,
      number,
      people: plan.people,
      awaitsReceipts: awaits,
      chats: plan.routes.groups.map(({ chat }) => chatKey(chat)),
      quietly,
      ...(answerBy === undefined ? {} : { answerBy }),
      ...(mailing.startedAt === undefined ? {} : { openFrom: mailing.startedAt }),
    },
    doing.work,
  )
}
