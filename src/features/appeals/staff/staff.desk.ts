import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { may } from '../../../kernel/person.ts'
import { type AppealsQuery, type DispatchEffect, type ListedPage, PAGE_SIZE } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { dispatchAppeal } from '../life/dispatch-appeal.ts'
import { COMMAND_CHARACTERS } from '../reading-of.ts'
import { dispatchDialogue } from './dispatch.dialogue.ts'
import { listDialogue } from './list.dialogue.ts'
import { filterOf } from './list-filter.ts'
import { planDispatch } from './plan-dispatch.ts'
import { readStaffOrder } from './recognise-orders.ts'
import { showDialogue } from './show.dialogue.ts'

type StaffQuery = Extract<AppealsQuery, { ask: 'appeals.list' | 'appeals.plan' }>

/** 工作人员: lists, one appeal whole, 派单. */
export function staffDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [listDialogue, showDialogue, dispatchDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const order = readStaffOrder(text, listening)
      return order === undefined ? [] : [order]
    },
    performs: {
      'appeals.dispatch': (effect, doing) => dispatchAppeal(effect, parts, doing),
    } satisfies Performs<DispatchEffect>,
    answers: {
      async 'appeals.list'({ list, page }, doing) {
        if (!may(doing.by.person, 'appeal.see-all')) return undefined
        const filter = filterOf(list, doing.work.at)
        const found = await parts.store.list(filter, (page - 1) * PAGE_SIZE, PAGE_SIZE, doing.work)
        return { ...found, page } satisfies ListedPage
      },
      'appeals.plan': ({ unit, days }, doing) => planDispatch(unit, days, parts.calendar, doing),
    } satisfies Answers<StaffQuery>,
  }
}
