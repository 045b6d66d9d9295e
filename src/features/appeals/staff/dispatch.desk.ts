import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Listening, Reading } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsQuery, DispatchEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { dispatchAppeal, supportAppeal } from '../life/dispatch-appeal.ts'
import { numberMeant } from '../reading/number-meant.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { dispatchDialogue } from './dispatch.dialogue.ts'
import { planDispatch } from './plan-dispatch.ts'
import { readDispatch, readWish } from './read-dispatch.ts'

/** 派单: to a lead unit and those that help. */
export function dispatchDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [dispatchDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const order = readDispatchOrder(text, listening)
      return order === undefined ? [] : [order]
    },
    performs: {
      'appeals.dispatch': (effect, doing) => dispatchAppeal(effect, parts, doing),
      'appeals.support': (effect, doing) => supportAppeal(effect, parts, doing),
    } satisfies Performs<DispatchEffect>,
    answers: {
      'appeals.plan': (query, doing) => planDispatch(query, parts, doing),
    } satisfies Answers<Extract<AppealsQuery, { ask: 'appeals.plan' }>>,
  }
}

/** One that a person may not give is still known, and refused by the dialogue. */
export function readDispatchOrder(text: string, listening: Listening): Reading | undefined {
  const isStaff = may(listening.by.person, 'appeal.dispatch')
  if (!isStaff && !/^(?:请)?派单/.test(text)) return undefined
  const asked = readDispatch(text, isStaff ? numberMeant(listening) : undefined)
  if (asked !== undefined) return readingOf('appeals.dispatch', 'command', 1, '派单', ['派单'], asked)
  // More of the same, so that 给供电公司，3天 is not taken for anything else while the preview waits.
  return isStaff && listening.inProgress === dispatchDialogue.name && CHANGES.test(text)
    ? readingOf('appeals.dispatch', 'role', 1, '派单', [text], readWish(text))
    : undefined
}

/** Said to a preview: another unit, another term, somebody more or less who helps. */
const CHANGES =
  /^(?:改|换|给|让|由|派|转|交|归|再?加|不要|不用|去掉|还是|请)|(?:工作日|[天周])(?:吧|内)?$|配合|协办|牵头/
