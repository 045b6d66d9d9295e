/** 对外的样子: an appeal as units may see it, and what has to happen before they do. */
import type { Doing } from '../../../conversation/feature.ts'
import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { summarise } from '../reading/summary.ts'
import { withoutIdentity } from '../sealed-text.ts'
import { outwardTexts } from './outward.texts.ts'

/** A sealed appeal that nobody has looked through yet: it may not go to a unit. */
export const needsCoarsening = (appeal: Pick<Appeal, 'sealed' | 'outward'>): boolean =>
  appeal.sealed && appeal.outward === null

/**
 * What anybody outside the office may see of an appeal. Of a sealed one neither company nor place nor wish: only
 * the words that staff let out, a summary made of these, and the files they let out one by one. Pure.
 */
export function asOutside(appeal: Appeal): Appeal {
  if (!appeal.sealed) return appeal.outward === null ? appeal : { ...appeal, text: appeal.outward }
  const { outward } = appeal
  return {
    ...appeal,
    text: outward ?? outwardTexts.notYet(),
    summary:
      (outward === null ? '' : summarise(outward)) || outwardTexts.summary(categoryLabels[appeal.category]),
    files: appeal.files.filter((file) => file.outward === true),
    company: null,
    asker: null,
    chamber: null,
    leader: null,
    place: null,
    wish: null,
  }
}

/** An asker's later words on their way to staff, a unit or the history: of a sealed one without what names them. */
export async function withoutAsker(
  appeal: Pick<Appeal, 'number' | 'sealed'>,
  words: string,
  store: Pick<AppealsStore, 'askerOf'>,
  doing: Pick<Doing, 'work' | 'directory'>,
): Promise<string> {
  if (!appeal.sealed) return words
  const asker = await store.askerOf(appeal.number, doing.work)
  return withoutIdentity(words, asker?.name ?? '', asker?.company ?? null, await doing.directory())
}

/** The same of its history: what a sealed asker said later has not been looked through, so only that they said something. */
export const historyOutside = (
  { sealed }: Pick<Appeal, 'sealed'>,
  history: readonly AppealEvent[],
): readonly AppealEvent[] =>
  sealed ? history.map((event) => (event.role === 'asker' ? { ...event, note: null } : event)) : history
