import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { type Chain, type Entry, openSince } from '../chain.ts'
import type { List } from '../keeping/hear-words.ts'
import { circleIn, isKeeperOf } from '../keeping/roster-circle.ts'
import type { SignupsParts } from '../keeping/signups-parts.ts'

export type FoundChain =
  | { readonly kind: 'one'; readonly list: List }
  | { readonly kind: 'several'; readonly chains: readonly Chain[] }
  | { readonly kind: 'none' }

/** Lists are their group's: its people's, their keepers', and of whoever stands in one. */
function maySee(chain: Chain, entries: readonly Entry[], directory: Directory, { by }: Doing): boolean {
  const { code } = by.person
  if (chain.chatKey === chatKey(by.chat) || isKeeperOf(by.person, chain.chat, directory)) return true
  if (code === undefined || chain.chat.kind !== 'group') return false
  return (
    entries.some(({ person }) => person === code) || circleIn(directory, chain.chat).people.byCode.has(code)
  )
}

/** Those that the speaker may ask about, the newest first; in a group only its own. */
export async function visibleLists(parts: SignupsParts, doing: Doing): Promise<readonly List[]> {
  const { signups } = parts
  const { by, work } = doing
  const since = openSince(work.at)
  const chains =
    by.chat.kind === 'group'
      ? await signups.listIn(chatKey(by.chat), since, work)
      : await signups.listOpen(since, work)
  const directory = await doing.directory()
  const lists: List[] = []
  for (const chain of chains) {
    const entries = await signups.listEntries(chain.id, work)
    if (maySee(chain, entries, directory, doing)) lists.push({ chain, entries })
  }
  return lists
}

/** Which list is meant: by its number, the only one that is open, or the newest of this group. */
export async function findChain(
  number: number | undefined,
  parts: SignupsParts,
  doing: Doing,
): Promise<FoundChain> {
  if (number !== undefined) {
    const chain = await parts.signups.find(number, doing.work)
    if (chain === undefined) return { kind: 'none' }
    const entries = await parts.signups.listEntries(chain.id, doing.work)
    const seen = maySee(chain, entries, await doing.directory(), doing)
    return seen ? { kind: 'one', list: { chain, entries } } : { kind: 'none' }
  }
  const lists = await visibleLists(parts, doing)
  const open = lists.filter(({ chain }) => chain.state === 'open')
  const [only] = open.length > 0 ? open : lists
  if (only === undefined) return { kind: 'none' }
  return open.length > 1
    ? { kind: 'several', chains: open.map(({ chain }) => chain) }
    : { kind: 'one', list: only }
}
