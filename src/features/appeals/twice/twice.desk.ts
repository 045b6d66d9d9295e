import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { COMMAND_CHARACTERS } from '../reading-of.ts'
import { keepApart } from './decide-pair.ts'
import { findTwice } from './find-twice.ts'
import { likenessDialogue } from './likeness.dialogue.ts'
import { type Reasons, reasonsNow } from './likeness.ts'
import { countCompanies, mainOf } from './main-of.ts'
import { mergeDialogue } from './merge.dialogue.ts'
import { mergeAppeals } from './merge-appeals.ts'
import { joinOwn, keepOwnApart } from './own-matters.ts'
import { passOn } from './pass-on.ts'
import { type MergingParts, mayBeMerged, mayTakeIn, planMerge, planUnmerge } from './plan-merge.ts'
import { readTwice } from './recognise-merge.ts'
import { sameMatterDialogue } from './same-matter.dialogue.ts'
import { tellFollowers } from './tell-followers.ts'
import { apartDialogue, likenessesDialogue } from './told-likenesses.dialogue.ts'
import type { OpenLikeness, TwiceEffect, TwiceOf, TwiceQuery } from './twice.effects.ts'
import { unmergeDialogue } from './unmerge.dialogue.ts'
import { unmergeAppeal } from './unmerge-appeal.ts'

const MOST_OPEN = 100

/** 重复的事: likenesses proposed, 并单, 撤销并单, and what the askers of merged ones hear. */
export function twiceDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [
      mergeDialogue,
      unmergeDialogue,
      likenessDialogue,
      sameMatterDialogue,
      likenessesDialogue,
      apartDialogue,
    ],
    recognise(said, listening) {
      const text = said.text.trim()
      return text === '' || text.length > COMMAND_CHARACTERS ? [] : readTwice(text, listening)
    },
    performs: {
      'appeals.merge': (effect, doing) => mergeAppeals(effect, parts, doing),
      'appeals.unmerge': (effect, doing) => unmergeAppeal(effect, parts, doing),
      'appeals.join-own': (effect, doing) => joinOwn(effect, parts, doing),
      'appeals.keep-own': (effect, doing) => keepOwnApart(effect, parts, doing),
      'appeals.different': (effect, doing) => keepApart(effect, parts, doing),
    } satisfies Performs<TwiceEffect>,
    answers: {
      'appeals.merge-plan': async (query, doing) =>
        may(doing.by.person, 'appeal.merge') ? planMerge(query, parts, doing) : undefined,
      'appeals.unmerge-plan': async ({ number }, doing) =>
        may(doing.by.person, 'appeal.merge') ? planUnmerge(number, parts, doing) : undefined,
      'appeals.likenesses': async (_query, doing) =>
        may(doing.by.person, 'appeal.merge') ? openLikenesses(parts, doing) : undefined,
      'appeals.twice-of': async ({ number }, doing) =>
        may(doing.by.person, 'appeal.see-all') ? besideOf(number, parts, doing) : undefined,
    } satisfies Answers<TwiceQuery>,
    async hear(fact, doing) {
      if (fact.kind === 'appealFiled' || fact.kind === 'appealAmended')
        parts.twice.mark(fact.number, doing.work)
      if (fact.kind !== 'appealMoved') return
      if (fact.act === 'withdraw') await passOn(fact.number, fact.from, parts, doing)
      else await tellFollowers(fact, parts, doing)
    },
    ...whenDue(
      async (work) => ((await parts.twice.hasMarked(work)) ? work.at : undefined),
      (doing) => findTwice(parts, doing),
    ),
  }
}

/** Pairs of which both can still be put together. */
async function openLikenesses(
  { store, twice }: MergingParts,
  doing: Doing,
): Promise<readonly OpenLikeness[]> {
  const found: OpenLikeness[] = []
  for (const { number, other, reasons } of await twice.listOpen(MOST_OPEN, doing.work)) {
    const appeal = await store.find(number, doing.work)
    const main = await store.find(other, doing.work)
    if (appeal === undefined || main === undefined || !mayBeMerged(appeal) || !mayTakeIn(main)) continue
    if ('minutes' in reasons)
      found.push({ appeal, main, reasons: reasonsNow(reasons as Reasons, [appeal, main]) })
  }
  return found
}

async function besideOf(
  number: string,
  { store, twice }: MergingParts,
  doing: Doing,
): Promise<TwiceOf | undefined> {
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined) return undefined
  const main = await mainOf(number, store, doing.work)
  const followers = appeal.followers > 0 ? await twice.listFollowers(number, doing.work) : []
  const pairs = mayTakeIn(appeal) ? await twice.listOpenOf(number, doing.work) : []
  const likenesses: TwiceOf['likenesses'][number][] = []
  for (const pair of pairs) {
    const other = await store.find(pair.number === number ? pair.other : pair.number, doing.work)
    if (other === undefined || !('minutes' in pair.reasons)) continue
    likenesses.push({
      number: other.number,
      reasons: reasonsNow(pair.reasons as Reasons, [appeal, other]),
    })
  }
  return {
    main: main === undefined || main.number === number ? null : main.number,
    followers,
    companies: countCompanies([appeal, ...followers]),
    likenesses,
  }
}
