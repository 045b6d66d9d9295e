import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Reading } from '../../../conversation/feature.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import { hearOfCritical, tellAlerts } from './alert.ts'
import { digestDialogue } from './digest.dialogue.ts'
import { keepWish } from './keep-wish.ts'
import { planDigests, prepareDigests } from './prepare-digests.ts'
import { readWish } from './read-wish.ts'
import { findPrepared, tellDigest } from './tell-digest.ts'
import type { ToldEffect, ToldQuery } from './told.effects.ts'
import type { ToldParts } from './told-parts.ts'
import { wishDialogue } from './wish.dialogue.ts'

/** Between a few leaders and the next: everybody who talks at eight o'clock is answered in between. */
const PAUSE_MS = 1_000

/** 不问也说: the morning digest, and what cannot wait for it. */
export function toldDesk(parts: ToldParts): Desk {
  return {
    dialogues: [digestDialogue, wishDialogue],
    recognise(said, { by }): readonly Reading[] {
      const wish = may(by.person, 'appeal.see-in-scope') ? readWish(said.text) : undefined
      if (wish === undefined) return []
      return [
        {
          ...{ dialogue: wishDialogue.name, band: 'command', score: 0.95, label: '早报' },
          ...{ words: [said.text], data: wish },
        },
      ]
    },
    performs: {
      'oversight.tellDigest': (effect, doing) => tellDigest(effect, parts, doing),
      'oversight.wishDigest': ({ wish }, doing) => keepWish(wish, parts, doing),
    } satisfies Performs<ToldEffect>,
    answers: {
      'oversight.digestPrepared': ({ day }, doing) => findPrepared(day, parts, doing),
    } satisfies Answers<ToldQuery>,
    hear: (fact, doing) => hearOfCritical(fact, parts, doing),
    ...openClock(parts),
  }
}

/** One statement in a pass of the clock with nothing due; once a day it is looked whether a leader has no row yet. */
function openClock(parts: ToldParts): Required<Pick<Desk, 'due' | 'nextDueAt'>> {
  let plannedOn: string | undefined
  const next = async (work: Work): Promise<Date | undefined> =>
    plannedOn === dayOf(work.at) ? parts.told.nextDueAt(['alert', 'digest'], work) : work.at
  const timed = whenDue(next, async (doing) => {
    // Believed once nobody was missing: what a pass that fails had planned is planned by the next.
    if (plannedOn !== dayOf(doing.work.at) && (await planDigests(parts, doing)) === 0)
      plannedOn = dayOf(doing.work.at)
    await tellAlerts(parts, doing)
    await prepareDigests(parts, doing)
  })
  return {
    due: timed.due,
    async nextDueAt(work) {
      const at = await timed.nextDueAt(work)
      return at !== undefined && at <= work.at ? new Date(work.at.getTime() + PAUSE_MS) : at
    },
  }
}
