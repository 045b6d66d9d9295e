import type { Doing } from '../../../conversation/feature.ts'
import { tallyOf } from '../chain.ts'
import { signupsTexts as texts } from '../signups.texts.ts'
import { keepList, tellKeepers } from './keep-list.ts'
import type { SignupsParts } from './signups-parts.ts'

/** Lists close by themselves at their time; their keeper hears of it, the group read the time in the heading. */
export async function closeDue(parts: SignupsParts, doing: Doing): Promise<void> {
  for (const chain of await parts.signups.listDue(doing.work.at, doing.work)) {
    const entries = await parts.signups.listEntries(chain.id, doing.work)
    const kept = await keepList({ chain: { ...chain, state: 'closed' }, entries }, entries, [], parts, doing)
    const text = texts.closedByItself(kept.chain, tallyOf(kept.chain, kept.entries))
    await tellKeepers(kept.chain, text, 'closed', parts, doing)
  }
}
