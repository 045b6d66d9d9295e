/** Who is told an answer or a correction: whoever asked, and whoever was told what was wrong. Each once. */

import type { Doing } from '../../../conversation/feature.ts'
import { type Chat, chatKey } from '../../../kernel/chat.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { StoredAsking } from './askings.store.ts'
import type { Tellings } from './office.texts.ts'
import { isAlike, keyOf } from './question-key.ts'
import type { Unanswered } from './unanswered.ts'
import type { DeskParts } from './unanswered-parts.ts'
import { mayBeTold } from './who-may-read.ts'

export interface Addressee {
  readonly home: Chat
  readonly person: string | null
  /** The newest first. */
  readonly askings: readonly StoredAsking[]
  /** The day on which they were told what was wrong; undefined: they were told that nothing was found. */
  readonly wrongOn: string | undefined
}

export interface Addressees {
  readonly told: readonly Addressee[]
  readonly tellings: Tellings
  /** How many more were shown the same passage for another question. */
  readonly wider: number
}

/** `wide`: also those who were shown the same passage for another question. */
export async function listAddressees(
  one: Unanswered,
  { wide }: { readonly wide: boolean },
  parts: DeskParts,
  doing: Doing,
): Promise<Addressees> {
  const asked = await parts.askings.listOf(one.number, doing.work)
  const shown = await parts.askings.listCitingDocument(one.number, doing.work)
  const wrong = asked.filter(({ feedback }) => feedback === 'wrong').flatMap(({ cited }) => cited)
  const citing = wrong.length === 0 ? [] : await parts.askings.listCiting(wrong, doing.work)
  const sameQuestion = citing.filter(({ question }) => isAlike(keyOf(question), one.key))
  const near = gather([...asked, ...shown, ...sameQuestion])
  const all = gather([...asked, ...shown, ...citing])
  const directory = await doing.directory()
  const may = ({ person }: Addressee) => mayBeTold(person, one.audience, directory, doing.work.at)
  const chosen = wide ? all : near
  const told = chosen.filter(may)
  const corrected = told.filter(({ wrongOn }) => wrongOn !== undefined).length
  return {
    told,
    tellings: { answered: told.length - corrected, corrected, untold: chosen.length - told.length },
    wider: all.filter(may).length - near.filter(may).length,
  }
}

/** One of each person; a stranger by their chat. */
function gather(askings: readonly StoredAsking[]): readonly Addressee[] {
  const unique = [...new Map(askings.map((asking) => [asking.id, asking])).values()]
  const byPerson = Map.groupBy(unique, ({ person, home }) => person ?? chatKey(home))
  return [...byPerson.values()].flatMap((theirs) => {
    const [newest, ...rest] = theirs.toSorted((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
    if (newest === undefined) return []
    const wrong = [newest, ...rest].find(wasToldSomething)
    return {
      home: newest.home,
      person: newest.person,
      askings: [newest, ...rest],
      wrongOn: wrong === undefined ? undefined : dayOf(wrong.toldAt ?? wrong.askedAt),
    }
  })
}

/** Nearest is no answer, and said so, unless they took it for one and called it wrong. */
const wasToldSomething = ({ tier, toldAt, feedback }: StoredAsking) =>
  tier === 'sure' || tier === 'probable' || feedback === 'wrong' || toldAt !== null
