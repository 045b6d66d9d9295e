import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Work } from '../../../kernel/work.ts'
import { eyesOfListeners } from '../library/document-audience.ts'
import type { PolicyService } from '../policy.service.ts'
import { answerDialogue } from './answer.dialogue.ts'
import type { AnswersEffect, AnswersQuery } from './answers.effects.ts'
import { type Before, leansOnBefore } from './follow-up.ts'
import { openedByModel, readQuestion } from './recognise-question.ts'

/** Longer ago, nobody goes on with what they asked. */
const REMEMBERED_MINUTES = 30

/** What somebody asked last, wherever that is kept. */
export interface LastAsked {
  findLast(home: Chat, since: Date, work: Work): Promise<(Before & { readonly chat: Chat }) | undefined>
}

/** 问政策: questions about rules, answered in the documents' own words, or honestly not. */
export function answersDesk(service: PolicyService, asked?: LastAsked): Desk {
  async function beforeOf({ by, work }: Doing): Promise<Before | undefined> {
    const since = new Date(work.at.getTime() - REMEMBERED_MINUTES * 60_000)
    const last = await asked?.findLast(by.home, since, work)
    // What was asked in private is not gone on with before others.
    return by.chat.kind === 'group' && last?.chat.chatId !== by.chat.chatId ? undefined : last
  }

  const answers: Answers<AnswersQuery> = {
    async 'policy.consult'({ question, quoted }, doing) {
      const eyes = eyesOfListeners(doing.by, await doing.directory())
      const before = leansOnBefore(question) ? await beforeOf(doing) : undefined
      const consultation = { today: dayOf(doing.work.at), eyes, ...(before === undefined ? {} : { before }) }
      const consulted = await service.consult(question, consultation, doing.work)
      return quoted || !service.mayHelp(consulted) ? consulted : { ...consulted, writing: true }
    },
  }
  const performs: Performs<Extract<AnswersEffect, { kind: 'policy.beginAppeal' }>> = {
    async 'policy.beginAppeal'({ text, sources }, doing) {
      await doing.request({ kind: 'appeal.begin', text, sources })
    },
  }
  return {
    dialogues: [answerDialogue],
    recognise: readQuestion,
    opens: openedByModel,
    answers,
    performs,
  }
}
