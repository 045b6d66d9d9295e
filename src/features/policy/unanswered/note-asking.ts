/** Every question is noted with what was told; what was not answered counts on the staff's list. */

import type { Doing } from '../../../conversation/feature.ts'
import { mask } from '../../../kernel/privacy.ts'
import type { Asking } from '../answers/answers.effects.ts'
import { askingId } from './asking-id.ts'
import { withoutNames } from './personal-words.ts'
import { isAlike, keyOf } from './question-key.ts'
import { numberInWords, type Unanswered, type UnansweredReason } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'
import { audienceOfAsker, widened } from './who-may-read.ts'

type Parts = Pick<DeskParts, 'askings' | 'unanswered' | 'counters'>

/** Questions compared with a new one when none is asked in the same words: those asked most. */
const MOST_COMPARED = 500
/** Longer ones are stories; their beginning tells what is asked. */
const LONGEST_QUESTION = 300

export async function noteAsking(asking: Asking, parts: Parts, doing: Doing): Promise<void> {
  const { by, work } = doing
  const isInVain = asking.tier === 'nothing' || asking.tier === 'nearest'
  const reason = asking.tier === 'nearest' ? 'nearest' : 'nothing'
  const unanswered = isInVain ? await countIn(asking.question, reason, parts, doing) : undefined
  parts.askings.add(
    {
      ...asking,
      id: askingId(work.at),
      question: masked(asking.question),
      person: by.person.code ?? null,
      home: by.home,
      chat: by.chat,
      askedAt: work.at,
      unanswered: unanswered?.number ?? null,
      feedback: null,
      note: null,
      toldAt: null,
    },
    work,
  )
}

/** Phones, identity numbers, plates and accounts starred. */
export const masked = (question: string): string => mask(question).slice(0, LONGEST_QUESTION)

/** Counts one more asking where the same is on the list, or puts it there; undefined where nothing is asked. */
export async function countIn(
  question: string,
  reason: UnansweredReason,
  parts: Pick<Parts, 'unanswered' | 'counters'>,
  doing: Doing,
): Promise<Unanswered | undefined> {
  const { work } = doing
  const directory = await doing.directory()
  const words = withoutNames(masked(question), directory)
  const key = keyOf(words)
  if (key === '') return undefined
  const audience = audienceOfAsker(doing.by, directory)
  const there = await findSame(key, parts, doing)
  if (there !== undefined) {
    const counted: Unanswered = {
      ...there,
      times: there.times + 1,
      lastAt: work.at,
      // An answer that is written stays for those it was written for.
      audience: there.state === 'open' ? widened(there.audience, audience) : there.audience,
      reason: reason === 'wrong' ? 'wrong' : there.reason,
    }
    parts.unanswered.save(counted, work)
    return { ...counted, version: counted.version + 1 }
  }
  const fresh: Unanswered = {
    number: numberInWords(await parts.counters.next('policy-unanswered', work)),
    question: words,
    key,
    reason,
    times: 1,
    firstAt: work.at,
    lastAt: work.at,
    audience,
    state: 'open',
    answer: null,
    basis: null,
    answeredBy: null,
    answeredAt: null,
    reviewedBy: null,
    reviewedAt: null,
    lookAgainOn: null,
    version: 1,
  }
  parts.unanswered.add(fresh, work)
  return fresh
}

/** The number that answers it, where staff said that two ask one. */
const mergedInto = ({ state, basis }: Unanswered): string | undefined =>
  state === 'dismissed' && basis !== null && /^W-\d+$/u.test(basis) ? basis : undefined

/** In the same words, whatever became of it; in nearly the same, while it waits. */
async function findSame(
  key: string,
  { unanswered }: Pick<Parts, 'unanswered'>,
  { work }: Doing,
): Promise<Unanswered | undefined> {
  const [same] = await unanswered.listOfKey(key, work)
  if (same !== undefined) return unanswered.find(mergedInto(same) ?? same.number, work)
  const { questions } = await unanswered.list(['open', 'drafted'], 0, MOST_COMPARED, work)
  const alike = questions.find((one) => isAlike(one.key, key))
  return alike === undefined ? undefined : unanswered.find(alike.number, work)
}
