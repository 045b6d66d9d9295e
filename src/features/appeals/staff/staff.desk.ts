import type { Answers, Desk } from '../../../conversation/desk.ts'
import { may } from '../../../kernel/person.ts'
import { workingDaysBetween } from '../../../kernel/working-days.ts'
import { type AppealsQuery, type ListedPage, PAGE_SIZE } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { COMMAND_CHARACTERS } from '../reading-of.ts'
import { lastLists } from './last-lists.ts'
import { listDialogue } from './list.dialogue.ts'
import { filterFor } from './list-filter.ts'
import { readStaffOrder } from './recognise-orders.ts'
import { showDialogue } from './show.dialogue.ts'

type StaffQuery = Extract<AppealsQuery, { ask: 'appeals.list' | 'appeals.last-list' }>

/** 工作人员: lists, one appeal whole, 派单. */
export function staffDesk(parts: AppealsParts): Desk {
  const last = lastLists()
  return {
    dialogues: [listDialogue, showDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const order = readStaffOrder(text, listening)
      return order === undefined ? [] : [order]
    },
    answers: {
      async 'appeals.list'({ wish, asked, page }, doing) {
        if (!may(doing.by.person, 'appeal.see-all')) return undefined
        const { at } = doing.work
        const filter = filterFor(wish, at, await doing.directory())
        const found = await parts.store.list(filter, (page - 1) * PAGE_SIZE, PAGE_SIZE, doing.work)
        const ages = found.appeals.map(({ filedAt }) => {
          const days = workingDaysBetween(filedAt, at, parts.calendar)
          return typeof days === 'number' ? days : null
        })
        last.remember(doing.by.person.code, asked, at)
        return { ...found, ages, page } satisfies ListedPage
      },
      'appeals.last-list': async (_query, { by, work }) => last.find(by.person.code, work.at),
    } satisfies Answers<StaffQuery>,
  }
}
