import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import type { ReceiptReport } from './receipt-report.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'

const State = z.object({ step: z.literal('told') })
type MissingState = z.infer<typeof State>

export interface ReceiptsQuery {
  readonly ask: 'notices.receipts'
  readonly number?: number
}

/** What `notices.receipts` answers; `report` is missing while the notice has not left. */
export interface ReceiptsAnswer {
  readonly number: number
  readonly title: string
  readonly awaited: boolean
  readonly report?: ReceiptReport
  /** It went to nobody whom this person may see. */
  readonly elsewhere?: true
}

/** 谁没回 通知57: names, so in private only. */
export const missingDialogue: Dialogue<MissingState, { readonly receipts?: ReceiptsAnswer }, never> = {
  name: 'notices.missing',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  needs(state, turn, beginning) {
    if (state !== undefined || !may(turn.by.person, 'notice.see-receipts')) return {}
    const { number } = (beginning?.data ?? {}) as { number?: number }
    const query: ReceiptsQuery = { ask: 'notices.receipts', ...(number === undefined ? {} : { number }) }
    return { receipts: query }
  },
  start(turn, { receipts }, beginning) {
    const told = (text: string) => step<MissingState, never>({ step: 'told' }, [{ text }])
    if (!may(turn.by.person, 'notice.see-receipts')) return told(texts.mayNotSee())
    if (receipts === undefined)
      return told(mailingTexts.noSuch('通知', (beginning.data as { number?: number } | undefined)?.number))
    const { number, title, awaited, report, elsewhere } = receipts
    if (elsewhere) return told(texts.elsewhere(number))
    if (report === undefined) return told(texts.notLeft(number))
    return told(texts.report(number, title, awaited, dayAndHour(turn.by.at, turn.by.at), report))
  },
  next: (state) => step<MissingState, never>(state),
  resume: () => [],
}
