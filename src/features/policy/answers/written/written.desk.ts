import type { Desk, Performs } from '../../../../conversation/desk.ts'
import type { Brought as BroughtBack } from '../../../../conversation/errand.ts'
import { dayOf } from '../../../../kernel/clock.ts'
import { eyesOfListeners } from '../../library/document-audience.ts'
import type { PolicyService } from '../../policy.service.ts'
import type { AnswersEffect } from '../answers.effects.ts'
import { type Brought, eyesIn, Ordered } from './brought.ts'

/** Questions that a model is asked about at once; who waits longer than is bearable gets the quoted answer. */
const AT_ONCE = 4
/** Kept back from the limit: handing over takes a moment on a busy machine. */
const MARGIN_MS = 500

/** 由模型整理答复: an answer is worded after the commit and comes back as the answer's own dialogue. */
export function writtenDesk(service: PolicyService): Desk {
  const performs: Performs<Extract<AnswersEffect, { kind: 'policy.write' }>> = {
    async 'policy.write'({ question, sources }, doing) {
      const eyes = eyesOfListeners(doing.by, await doing.directory())
      const data: Ordered = {
        question,
        sources: [...sources],
        today: dayOf(doing.work.at),
        eyes: eyes === 'all' ? null : [...eyes],
      }
      doing.order({ kind: 'policy.write', data, key: `${doing.turnKey}:policy.write` })
    },
  }
  return {
    performs,
    runs: {
      'policy.write': {
        atOnce: AT_ONCE,
        async run(data, { orderedAt, now, transactions, signal }) {
          const ordered = Ordered.parse(data)
          const { question, today } = ordered
          const waited = now().getTime() - orderedAt.getTime()
          const consultation = { today, eyes: eyesIn(ordered) }
          const consulted = await service.answer(question, consultation, {
            transactions,
            at: now,
            signal,
            patienceMs: service.patienceMs - waited - MARGIN_MS,
          })
          return broughtBack({ question, sources: ordered.sources, consulted, quoted: true })
        },
        gaveUp(data) {
          const { question = '', sources = [] } = Ordered.partial().catch({}).parse(data)
          return broughtBack({ question, sources, quoted: true })
        },
      },
    },
  }
}

const broughtBack = (data: Brought): BroughtBack => ({ dialogue: 'policy.answer', data })
