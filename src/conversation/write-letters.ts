import { newId } from '../kernel/ids.ts'
import type { Work } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'
import { DOOR_SECONDS, NOT_OPEN } from '../outbox/outcome.ts'
import type { Corridor } from './corridor.ts'
import type { Drafted } from './drafted.ts'
import { fitLetter } from './fit.ts'

/** A draft that passed the gate, as the letters its platform can take: `key`, `key:2` and so on. */
export function writeLetters(
  corridor: Corridor,
  { key, draft }: Drafted,
  isDoorClosed: boolean,
  work: Work,
): void {
  const dueAt = draft.dueAt ?? work.at
  for (const [n, piece] of fitLetter(draft, corridor.capabilitiesOf(draft.to.platform)).entries()) {
    const letter = {
      ...piece,
      id: newId('out', work.at),
      key: n === 0 ? key : `${key}:${n + 1}`,
      tries: 0,
      writtenAt: work.at,
      messageIds: [],
    }
    corridor.outbox.add(
      { ...letter, ...standingOf(corridor, { ...letter, dueAt }, isDoorClosed, work.at) },
      work,
    )
  }
}

type Standing = Pick<Letter, 'state' | 'dueAt' | 'failure'>

function standingOf(
  corridor: Corridor,
  letter: Pick<Letter, 'to' | 'mailing' | 'dueAt'>,
  isDoorClosed: boolean,
  now: Date,
): Standing {
  const { dueAt } = letter
  // Nothing is tried in vain; what is for later finds out then.
  if (isDoorClosed && dueAt <= now)
    return { state: 'waiting', dueAt: new Date(now.getTime() + DOOR_SECONDS * 1000), failure: NOT_OPEN }
  return { state: corridor.maySendNow(letter, now) ? 'sending' : 'waiting', dueAt }
}
