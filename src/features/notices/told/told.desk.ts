import type { Answers, Desk } from '../../../conversation/desk.ts'
import type { Query } from '../../../conversation/dialogue.ts'
import type { NoticesParts } from '../notices.service.ts'
import type { ReceiptsAsked } from './asked.ts'
import { tellReceipts } from './tell-receipts.ts'

/** How a notice's receipts stand, within what the asker may see; undefined where that is nothing. */
type ToldQuery = Query & { readonly ask: 'notices.told' } & ReceiptsAsked

/** What other features may hear of the receipts. */
export function toldDesk(parts: NoticesParts): Desk {
  return {
    answers: {
      'notices.told': (query, doing) => tellReceipts(parts, query, doing),
    } satisfies Answers<ToldQuery>,
  }
}
