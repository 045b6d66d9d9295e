import type { StoredArrival } from '../inbox/arrival.ts'
import type { Work } from '../kernel/work.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Corridor } from './corridor.ts'
import type { Speaker } from './said.ts'

const PAGE_NUMBER = /^\s*(\d{4})[\s。.]*$/u

/**
 * The number that a page showed, said in the group by the person whom its link was given to: before any feature
 * hears it. Gives what to answer; undefined: it has nothing to do with a page.
 */
export async function proveThePage(
  corridor: Corridor,
  by: Speaker,
  { content }: StoredArrival,
  work: Work,
): Promise<string | undefined> {
  if (corridor.sideDoor === undefined || by.chat.kind !== 'group') return undefined
  if (content.kind !== 'message' || content.addressed === 'none') return undefined
  const number = PAGE_NUMBER.exec(content.text.normalize('NFKC'))?.[1]
  if (number === undefined) return undefined
  const result = await corridor.sideDoor.prove(by, number, work)
  if (result === 'none') return undefined
  return result === 'proved' ? corridorTexts.pageProved() : corridorTexts.wrongPageNumber()
}
