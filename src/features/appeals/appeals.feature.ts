import type { Effect } from '../../conversation/dialogue.ts'
import type { Doing, Feature } from '../../conversation/feature.ts'
import { chatKey } from '../../kernel/chat.ts'
import type { Fact } from '../../kernel/requests.ts'
import { type AnsweringParts, answerQuery } from './answer-queries.ts'
import type { AppealsEffect } from './appeals.effects.ts'
import { beginIntake, piecesOf, rateAppeal, remindAppeal, withdrawAppeal } from './asker/act-for-asker.ts'
import { followUpDialogue } from './asker/follow-up.dialogue.ts'
import { statusDialogue } from './asker/status.dialogue.ts'
import { withdrawDialogue } from './asker/withdraw.dialogue.ts'
import { amendAppeal, fileAppeal } from './intake/file-appeal.ts'
import { filedTexts } from './intake/filed.texts.ts'
import { intakeDialogue } from './intake/intake.dialogue.ts'
import { tellStaff } from './life/appeal-letters.ts'
import { dispatchAppeal } from './life/dispatch-appeal.ts'
import { acknowledgeAppeal, resolveAppeal, sendBackAppeal } from './life/handle-appeal.ts'
import { actorOf } from './life/move-appeal.ts'
import { openedByModel, recogniseAppeals } from './recognise.ts'
import { dispatchDialogue } from './staff/dispatch.dialogue.ts'
import { listDialogue } from './staff/list.dialogue.ts'
import { showDialogue } from './staff/show.dialogue.ts'
import { orderDialogue } from './unit/order.dialogue.ts'
import { resolveDialogue } from './unit/resolve.dialogue.ts'
import { unitListDialogue } from './unit/unit-list.dialogue.ts'

/** 诉求: from the first word somebody says to the answer whether it is solved. */
export function appealsFeature(parts: AnsweringParts): Feature {
  const { store } = parts
  return {
    name: 'appeals',
    dialogues: [
      intakeDialogue,
      statusDialogue,
      withdrawDialogue,
      followUpDialogue,
      listDialogue,
      showDialogue,
      dispatchDialogue,
      orderDialogue,
      resolveDialogue,
      unitListDialogue,
    ],
    recognise: recogniseAppeals,
    opens: (intent) => openedByModel(intent),
    answer: (query, doing) => answerQuery(query, parts, doing),
    perform: (effect, doing) => perform(effect, doing),
    async carryOut(request, doing) {
      if (request.kind !== 'appeal.begin') return false
      // The words were said where their dialogue began, wherever the yes came from.
      const place = chatKey(doing.group ?? doing.by.chat)
      beginIntake(piecesOf(request.text, request.sources, doing), place, doing)
      return true
    },
    async hear(fact, doing) {
      if (fact.kind === 'messageChanged') await markChanged(fact, doing)
    },
  }

  async function perform(effect: Effect, doing: Doing): Promise<void> {
    const asked = effect as AppealsEffect
    switch (asked.kind) {
      case 'appeals.file':
        return fileAppeal(asked, parts, doing)
      case 'appeals.amend':
        return amendAppeal(asked, parts, doing)
      case 'appeals.begin':
        return beginIntake(asked.pieces, chatKey(doing.by.chat), doing)
      case 'appeals.remind':
        return remindAppeal(asked, parts, doing)
      case 'appeals.withdraw':
        return withdrawAppeal(asked, parts, doing)
      case 'appeals.rate':
        return rateAppeal(asked, parts, doing)
      case 'appeals.dispatch':
        return dispatchAppeal(asked, parts, doing)
      case 'appeals.acknowledge':
        return acknowledgeAppeal(asked, store, doing)
      case 'appeals.sendBack':
        return sendBackAppeal(asked, store, doing)
      case 'appeals.resolve':
        return resolveAppeal(asked, store, doing)
    }
  }

  /** What was filed stays as it was said; that its author changed it is marked, and staff look. */
  async function markChanged(fact: Extract<Fact, { kind: 'messageChanged' }>, doing: Doing): Promise<void> {
    const source = { place: chatKey(doing.by.chat), message: fact.message }
    const found = await store.findSource(source, doing.work)
    const appeal = found === undefined ? undefined : await store.find(found.number, doing.work)
    if (appeal === undefined) return
    const { number, status } = appeal
    await store.markSource(source, fact.text, doing.work)
    const by = actorOf(appeal, 'asker', doing)
    const note = fact.text === null ? '撤回了一条原话' : '改了一条原话'
    store.note(
      { number, at: doing.work.at, act: 'sourceChanged', from: status, to: status, role: 'asker', by, note },
      doing.work,
    )
    // A sealed asker's new words may name them; staff learn that something changed, not what.
    const shown = appeal.sealed && fact.text !== null ? '（身份封存，不显示）' : fact.text
    await tellStaff(appeal, 'source-changed', filedTexts.sourceChanged(number, shown), doing)
  }
}
