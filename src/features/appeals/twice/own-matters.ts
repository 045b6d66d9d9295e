import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal } from '../appeal.ts'
import { askAsker, identityOf } from '../life/appeal-letters.ts'
import { decidePair } from './decide-pair.ts'
import type { MergingParts } from './plan-merge.ts'
import { proposeToStaff } from './propose.ts'
import type { SameMatterInvitation } from './same-matter.dialogue.ts'
import { twiceTexts as texts } from './twice.texts.ts'

interface Pair {
  readonly number: string
  readonly other: string
}

/** Openly by the same person; of a sealed one nobody is told whose it is, not even by a question. */
export function isOfSamePerson(a: Appeal, b: Appeal): boolean {
  return !a.sealed && !b.sealed && a.asker?.code != null && a.asker.code === b.asker?.code
}

/** Asked where they are answered; staff hear of it once they say yes. */
export function askWhetherSame(
  appeal: Appeal,
  main: Appeal,
  { store }: MergingParts,
  doing: Doing,
): Promise<void> {
  const { number, summary } = appeal
  const data: SameMatterInvitation = { number, summary, other: main.number, otherSummary: main.summary }
  return askAsker(appeal, { dialogue: 'appeals.same-matter', data, occasion: 'same-matter' }, store, doing)
}

async function bothTheirs({ number, other }: Pair, { store }: MergingParts, doing: Doing): Promise<boolean> {
  const who = identityOf(doing.by)
  return (await store.isOwn(number, who, doing.work)) && (await store.isOwn(other, who, doing.work))
}

/** 是同一件事: merging stays with staff, who read it with the asker's word as the reason. */
export async function joinOwn(pair: Pair, parts: MergingParts, doing: Doing): Promise<void> {
  if (!(await bothTheirs(pair, parts, doing))) return
  const appeal = await parts.store.find(pair.number, doing.work)
  const main = await parts.store.find(pair.other, doing.work)
  if (appeal === undefined || main === undefined) return
  await proposeToStaff(main, [{ appeal, why: texts.askerSaysSame() }], doing)
}

export async function keepOwnApart(pair: Pair, parts: MergingParts, doing: Doing): Promise<void> {
  if (await bothTheirs(pair, parts, doing))
    await decidePair(pair.number, pair.other, 'different', parts, doing)
}
