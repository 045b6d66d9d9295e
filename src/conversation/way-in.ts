import { accountKey, chatKey } from '../kernel/chat.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'
import { TOLD_ASIDE } from '../kernel/told-aside.ts'
import type { Work } from '../kernel/work.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import { deepLinks } from './deep-link.ts'
import type { Drafted } from './drafted.ts'
import type { Speaker } from './said.ts'

/** How a group tells its speaker where the rest is. */
export interface WayIn {
  readonly words: string
  /** An address in the words, for the gate to let pass. */
  readonly link?: string
  /** Whether it surely works. */
  readonly isSure: boolean
}

/**
 * For somebody whose private chat is closed: the platform's own link to it, a page of ours, or the request to
 * write to us first.
 */
export async function findWayIn(corridor: Corridor, by: Speaker, work: Work): Promise<WayIn> {
  const { home, chat } = by
  const [opens] = (await deepLinks(corridor, 'go', work)).filter(({ key }) => key === accountKey(home))
  if (opens !== undefined)
    return { words: corridorTexts.wayByLink(opens.link), link: opens.link, isSure: true }
  if (await corridor.sideDoor?.isIn(home, work)) return { words: corridorTexts.wayByOpenPage(), isSure: true }
  const link = await corridor.sideDoor?.linkFor(home, chat, by.personId, work)
  if (link !== undefined) return { words: corridorTexts.wayByPage(link), link, isSure: true }
  return { words: corridorTexts.wayByWriting(), isSure: false }
}

const POINTS_ASIDE = new RegExp(`${TOLD_ASIDE}(?:核对)?。?`, 'u')

/** What would be a lie while the letters wait at the door says the way instead; the gate lets its address pass. */
export function withTheWay(draft: LetterDraft, { words, link }: WayIn): LetterDraft {
  const text = POINTS_ASIDE.test(draft.text)
    ? draft.text.replace(POINTS_ASIDE, () => words)
    : `${draft.text.replace(/。$/u, '')}，${corridorTexts.theRest()}${words}`
  return { ...draft, text, ...(link === undefined ? {} : { allow: [...(draft.allow ?? []), link] }) }
}

/**
 * Of a turn said in a group by somebody whose letters wait at the door: every draft for the group that would
 * say "sent to you in private", or else one of them, or the receipt if there is none.
 */
export function draftsToPointFrom(drafts: readonly Drafted[], by: Speaker): ReadonlySet<string> {
  const isHere = ({ draft }: Drafted) =>
    chatKey(draft.to) === chatKey(by.chat) && draft.origin === 'automatic'
  const here = drafts.filter(isHere)
  const pointing = here.filter(({ draft }) => POINTS_ASIDE.test(draft.text))
  const isAside = drafts.some(({ draft }) => chatKey(draft.to) === chatKey(by.home))
  return new Set((pointing.length > 0 || !isAside ? pointing : here.slice(0, 1)).map(({ key }) => key))
}
