import type { Doing } from '../../../conversation/feature.ts'
import type { Fact } from '../../../kernel/requests.ts'
import { apartFromSpeaker, writeToAsker } from '../life/appeal-letters.ts'
import { unitName } from './merge-appeals.ts'
import type { MergingParts } from './plan-merge.ts'
import { twiceTexts as texts } from './twice.texts.ts'

type Moved = Extract<Fact, { kind: 'appealMoved' }>

/**
 * What the main one's asker is written, the others are written too, under their own numbers and without anything
 * that is about the main one only. Asking whether it is solved is not for here: everybody is asked on resolving.
 */
export async function tellFollowers(
  { number, act }: Moved,
  parts: MergingParts,
  doing: Doing,
): Promise<void> {
  const write = texts.followerSteps[act]
  if (write === undefined) return
  const main = await parts.store.find(number, doing.work)
  // Most appeals are nobody's main one: that is known without a statement.
  if (main === undefined || main.followers === 0 || main.status === 'merged') return
  const unit = await unitName(main.unit, doing)
  const hands = apartFromSpeaker(doing)
  for (const follower of await parts.twice.listFollowers(number, doing.work)) {
    // Who said that it is solved is done with it.
    if (follower.outcome !== null && act === 'close') continue
    await writeToAsker(
      follower,
      `main-${act}`,
      write(follower.number, main, unit, doing.work.at),
      parts.store,
      hands,
    )
  }
}
