import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { lookUp } from '../look-up.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { numberMeant } from '../reading/number-meant.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { elapsedOf } from './elapsed.ts'
import { endPause, resumeAppeal } from './end-pause.ts'
import { pauseDialogue } from './pause.dialogue.ts'
import { pauseAppeal, planPause } from './pause-appeal.ts'
import { type PauseOrder, readPause, readResume } from './read-pause.ts'
import { type ResumeEffect, resumeDialogue } from './resume.dialogue.ts'

type PausesEffect = OrderEffect<PauseOrder, 'appeals.pause'> | ResumeEffect
type PausesQuery =
  | PlanQuery<PauseOrder, 'appeals.plan-pause'>
  | (Query & { readonly ask: 'appeals.elapsed'; readonly number: AppealNumber })

/** 暂停与恢复: the clock stops for a reason, and runs again. */
export function pausesDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [pauseDialogue, resumeDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      const { by } = listening
      if (text === '' || text.length > COMMAND_CHARACTERS) return []
      const pause = readPause(text, by.at)
      if (pause !== undefined) {
        const number = pause.number ?? numberMeant(listening)
        // 暂停 alone may mean anything; beside a number it is this, also for those who may not.
        if (number === undefined && !may(by.person, 'appeal.pause')) return []
        const data = { ...pause, ...(number === undefined ? {} : { number }) } satisfies PauseOrder
        const band = number === undefined ? 'role' : 'command'
        return [readingOf('appeals.pause', band, 0.98, '暂停办理', ['暂停'], data)]
      }
      const resume = readResume(text)
      if (resume === undefined || (resume.number ?? numberMeant(listening)) === undefined) return []
      const data = { ...resume, number: resume.number ?? numberMeant(listening) }
      return [readingOf('appeals.resume', 'command', 0.98, '恢复办理', ['恢复'], data)]
    },
    performs: {
      'appeals.pause': ({ order }, doing) => pauseAppeal(order, parts, doing),
      'appeals.resume': (asked, doing) => resumeAppeal(asked, parts, doing),
    } satisfies Performs<PausesEffect & Effect>,
    answers: {
      'appeals.plan-pause': ({ order }, doing) => planPause(order, parts, doing),
      async 'appeals.elapsed'({ number }, doing) {
        const found = await lookUp(number, parts.store, doing)
        return found.kind === 'found' ? elapsedOf(found.appeal, doing.work.at, parts.calendar) : undefined
      },
    } satisfies Answers<PausesQuery>,
    async hear(fact, doing) {
      if (fact.kind === 'appealMoved' && fact.from === 'paused')
        await endPause(fact.number, fact.act, parts, doing)
    },
  }
}
