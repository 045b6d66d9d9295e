import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import type { AskParts } from '../ask-parts.ts'
import { AskData } from '../ask-state.ts'
import { fromModel } from './believe-model.ts'

/** So long somebody waits for a second reading; after that the question is asked back. */
const PATIENCE_MS = 60_000

/**
 * A model reads what the grammar could not. What it says is data: names and times that do not stand in the words fall
 * away, and who may see what is decided where it always is. Where it is of no help the words come back as they were.
 */
export function readAgainErrand({ questionModel }: Pick<AskParts, 'questionModel'>): ErrandRun {
  return {
    atOnce: 2,
    async run(data, { orderedAt, now, signal }) {
      const { asked, figure } = AskData.parse(data)
      const isLate = now().getTime() - orderedAt.getTime() > PATIENCE_MS
      const answer = isLate ? undefined : await questionModel?.read(asked.text, signal)
      const read = answer === undefined ? undefined : fromModel(answer, asked.text, orderedAt)
      return brought({ asked: read ?? asked, figure, modelRead: true })
    },
    gaveUp(data) {
      const read = AskData.safeParse(data)
      return brought(read.success ? { ...read.data, modelRead: true } : data)
    },
  }
}

const brought = (data: unknown): Brought => ({ dialogue: 'oversight.ask', data })
