import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { decidePair } from './decide-pair.ts'
import { countCompanies, mainOf } from './main-of.ts'
import { countFollowers, reply, unitName } from './merge-appeals.ts'
import type { MergingParts } from './plan-merge.ts'
import type { TwiceEffect } from './twice.effects.ts'
import { twiceTexts as texts } from './twice.texts.ts'

/** 撤销并单: everything as it was before; what was merged into it goes with it. */
export async function unmergeAppeal(
  { number, reason }: Extract<TwiceEffect, { kind: 'appeals.unmerge' }>,
  parts: MergingParts,
  doing: Doing,
): Promise<void> {
  if (!may(doing.by.person, 'appeal.merge')) return
  const { store } = parts
  const before = await store.find(number, doing.work)
  const change = () => ({ mergedInto: null })
  const result = await moveAppeal(
    { number, act: 'unmerge', role: 'staff', note: reason, change },
    store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  const direct = before?.mergedInto ?? null
  if (direct === null) return
  await countFollowers(direct, -(1 + appeal.followers), { act: 'unfollow', other: number }, parts, doing)
  await decidePair(number, direct, 'different', parts, doing)
  const main = await mainOf(direct, store, doing.work)
  const unit = await unitName(appeal.unit, doing)
  reply(texts.unmerged(appeal, main?.number ?? direct, unit, doing.work.at), doing)
  await tellStaff(appeal, 'unmerged', texts.staffUnmerged(number, main?.number ?? direct, reason), doing)
  await writeToAsker(appeal, 'unmerged', texts.askerUnmerged(appeal, unit, doing.work.at), store, doing)
  await writeToUnit(appeal, 'unmerged', texts.unitUnmerged(appeal, doing.work.at), doing)
  if (main !== undefined && main.unit !== null) {
    const left = countCompanies([main, ...(await parts.twice.listFollowers(main.number, doing.work))])
    await writeToUnit(main, 'one-less', texts.unitOneLess(main.number, left), doing)
  }
}
