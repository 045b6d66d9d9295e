import type { Listening, Reading } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberMeant } from '../reading/number-meant.ts'
import { readingOf } from '../reading-of.ts'
import { readReport } from '../staff/read-command.ts'
import { saysNotOurs } from './not-ours.ts'
import { readProgress, readTold } from './read-progress.ts'

/** 签收, 退回, 已办结, 待办: what a unit says. Those that a person may not say are still known, and refused by the dialogue. */
export function readUnitWords(text: string, listening: Listening): Reading | undefined {
  const { by } = listening
  const handles = may(by.person, 'appeal.see-dispatched')
  const meant = numberMeant(listening)
  for (const verb of ['acknowledge', 'sendBack'] as const) {
    const report = readReport(text, verb)
    // Not a command: an order that is being talked about takes these words itself.
    if (report !== undefined && (handles || report.number !== undefined))
      return readingOf('appeals.order', handles ? 'role' : 'command', 1, '处理派单', [verb], {
        verb,
        ...(meant === undefined ? {} : { number: meant }),
        ...report,
      })
  }
  const progress =
    handles || may(by.person, 'appeal.dispatch') ? readProgress(text, handles ? meant : undefined) : undefined
  if (progress !== undefined) return readingOf('appeals.progress', 'command', 1, '报进展', ['进展'], progress)
  const bare = stripCalls(text)
  const told = handles ? readTold(bare) : undefined
  if (told !== undefined && saysNotOurs(told.words))
    return readingOf('appeals.order', 'role', 0.9, '处理派单', [bare], {
      verb: 'sendBack',
      number: told.number,
      words: told.words,
    })
  if (told !== undefined) return readingOf('appeals.progress', 'role', 0.6, '报进展', [bare], told)
  if (
    handles &&
    /^(?:我?(?:手上|手里|手头|名下)(?:的|还有.{0,6})?|(?:我的|我们?单位的?|看看?)?待办(?:的|列表|事项|清单)?|我?要办的|.{0,4}还有几件(?:没办|要办|待办).{0,3})[?？。]?$/.test(
      bare,
    )
  )
    return readingOf('appeals.unit-list', 'role', 0.95, '看待办', [bare])
  // At a unit's page whatever else is written tells how it goes; what a dialogue waits for comes first.
  if (by.person.confined !== undefined && meant !== undefined)
    return readingOf('appeals.progress', 'role', 0.5, '报进展', [bare], {
      number: meant,
      words: text,
      about: 'progress',
    })
  return undefined
}
