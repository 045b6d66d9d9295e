import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { FollowUpInvitation } from '../asker/follow-up.dialogue.ts'
import { askAsker, tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { asFollower, doneForFollowers } from './as-follower.ts'
import { decidePair } from './decide-pair.ts'
import { countCompanies, mainOf } from './main-of.ts'
import { type MergingParts, mayTakeIn } from './plan-merge.ts'
import type { TwiceEffect } from './twice.effects.ts'
import { inOrder } from './twice.store.ts'
import { twiceTexts as texts } from './twice.texts.ts'

type Kind<K extends TwiceEffect['kind']> = Extract<TwiceEffect, { kind: K }>

export function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
}

export async function unitName(unit: string | null, doing: Doing): Promise<string | null> {
  return unit === null ? null : ((await doing.directory()).units.get(unit)?.name ?? unit)
}

/** Counts on the appeal itself; of everybody above it the same number of voices comes or goes. */
export async function countFollowers(
  number: string,
  by: number,
  noted: { readonly act: 'follow' | 'unfollow'; readonly other: string },
  { store }: MergingParts,
  doing: Doing,
): Promise<void> {
  for (let next: string | null = number; next !== null; ) {
    const appeal: Appeal | undefined = await store.find(next, doing.work)
    if (appeal === undefined) return
    await store.save({ ...appeal, followers: Math.max(0, appeal.followers + by) }, doing.work)
    const { status } = appeal
    store.note(
      {
        number: appeal.number,
        at: doing.work.at,
        act: noted.act,
        from: status,
        to: status,
        role: 'staff',
        by: doing.by.person.code ?? null,
        note: noted.other,
      },
      doing.work,
    )
    next = status === 'merged' ? appeal.mergedInto : null
  }
}

/** 并单: the row stays as it is but for its state and whose it is; askers, unit and staff hear what it means for them. */
export async function mergeAppeals(
  { numbers, into, proposed }: Kind<'appeals.merge'>,
  parts: MergingParts,
  doing: Doing,
): Promise<void> {
  if (!may(doing.by.person, 'appeal.merge')) return
  const { store } = parts
  const done: Appeal[] = []
  for (const number of numbers) {
    if (proposed && (await isApart(number, into, parts, doing))) {
      reply(texts.decidedMeanwhile(), doing)
      continue
    }
    const main = await mainOf(into, store, doing.work)
    if (main === undefined || main.number === number || !mayTakeIn(main)) {
      const of = main ?? (await store.find(number, doing.work))
      explainRefusal(
        of === undefined ? { kind: 'missing' } : { kind: 'refused', appeal: of, why: 'not-from-here' },
        into,
        doing,
      )
      continue
    }
    const change = () => ({ mergedInto: main.number })
    const result = await moveAppeal(
      { number, act: 'merge', role: 'staff', note: main.number, change },
      store,
      doing,
    )
    if (result.kind !== 'moved') {
      explainRefusal(result, number, doing)
      continue
    }
    await countFollowers(
      main.number,
      1 + result.appeal.followers,
      { act: 'follow', other: number },
      parts,
      doing,
    )
    await decidePair(number, main.number, 'merged', parts, doing)
    done.push(result.appeal)
  }
  const main = await mainOf(into, store, doing.work)
  if (main === undefined || done.length === 0) return
  await tellOfMerge(main, done, parts, doing)
}

/** 不是一回事 was said of the two, or they were taken apart again. */
async function isApart(a: string, b: string, { twice }: MergingParts, { work }: Doing): Promise<boolean> {
  const { number, other } = inOrder(a, b)
  return (await twice.find(number, other, work))?.decision === 'different'
}

async function tellOfMerge(
  main: Appeal,
  merged: readonly Appeal[],
  { store, twice }: MergingParts,
  doing: Doing,
): Promise<void> {
  const followers = await twice.listFollowers(main.number, doing.work)
  const companies = countCompanies([main, ...followers])
  const names = merged.map(({ number }) => number)
  const unit = await unitName(main.unit, doing)
  reply(texts.merged(names, main.number, companies, unit), doing)
  await tellStaff(main, 'merged', texts.staffMerged(names, main.number, companies), doing)
  await writeToUnit(main, 'merged', texts.unitMerged(main, companies), doing)
  for (const appeal of merged) {
    if (appeal.unit !== null && appeal.unit !== main.unit)
      await writeToUnit(appeal, 'merged-away', texts.unitMergedAway(appeal.number, main.number, unit), doing)
    const seen = await asFollower(appeal, store, doing)
    await writeToAsker(
      appeal,
      'merged',
      texts.askerMerged(seen, companies, unit, doing.work.at),
      store,
      doing,
    )
    if (main.status === 'resolved') await askFollower(appeal, main, unit, store, doing)
  }
}

/** What it was merged into is done already: its asker is asked as the others were. */
async function askFollower(
  appeal: Appeal,
  main: Appeal,
  unit: string | null,
  store: MergingParts['store'],
  doing: Doing,
): Promise<void> {
  const done = await doneForFollowers(main.resolution ?? '', main, store, doing)
  const { number, summary } = appeal
  const data: FollowUpInvitation = { number, summary, unit, done, closeKind: main.closeKind ?? 'fixed' }
  await askAsker(appeal, { dialogue: 'appeals.follow-up', data, occasion: 'follow-up' }, store, doing)
}
