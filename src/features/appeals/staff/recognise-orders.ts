import type { Listening, Reading } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { stripCalls } from '../reading/calls.ts'
import { readingOf } from '../reading-of.ts'
import { readListAsked, readPageTurn, readShowAsked } from './read-list.ts'

/** 待派单, 看 0312. Those that a person may not give are still known, and refused by the dialogue. */
export function readStaffOrder(text: string, { by, inProgress }: Listening): Reading | undefined {
  const bare = stripCalls(text)
  const handles = may(by.person, 'appeal.see-dispatched')
  const seesAll = may(by.person, 'appeal.see-all')
  const shown = readShowAsked(bare)
  if (shown !== undefined)
    return readingOf('appeals.show', seesAll || handles ? 'command' : 'own', 0.95, '看一件诉求', [bare], {
      number: shown,
    })
  // 第4页 of the list that was shown last; other features' lists turn their own pages.
  const turned =
    inProgress === undefined || inProgress.startsWith('appeals.') ? readPageTurn(bare) : undefined
  if (turned !== undefined && seesAll)
    return readingOf('appeals.list', 'role', 0.99, '看诉求列表', [bare], turned)
  const list = readListAsked(bare, by.at)
  if (list !== undefined && seesAll)
    return readingOf('appeals.list', 'role', list.score, '看诉求列表', [bare], list.asked)
  // 台账 and 待派单 mean the office's lists and nothing else; they are refused kindly. A leader asks oversight with them.
  if (list !== undefined && list.score === 1 && !handles && !may(by.person, 'appeal.see-in-scope'))
    return readingOf('appeals.list', 'command', 1, '看诉求列表', [bare], list.asked)
  return undefined
}
