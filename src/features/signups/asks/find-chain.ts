import type { Doing } from '../../../conversation/feature.ts'
import { membershipIn } from '../../../kernel/audience.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { chatOf } from '../../../mailings/routes.ts'
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

/** In private, where nothing is open any more: the lists of the groups that the speaker sits in, closed ones too. */
async function listsOver({ signups }: SignupsParts, doing: Doing): Promise<readonly List[]> {
  const { by, work } = doing
  const directory = await doing.directory()
  const person = directory.people.get(by.person.code ?? '')
  if (by.chat.kind === 'group' || person === undefined) return []
  const lists: List[] = []
  for (const group of membershipIn(directory, [...directory.groups.values()])(person))
    for (const chain of await signups.listIn(chatKey(chatOf(group).chat), openSince(work.at), work))
      lists.push({ chain, entries: await signups.listEntries(chain.id, work) })
  return lists.sort((a, b) => b.chain.startedAt.getTime() - a.chain.startedAt.getTime())
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
  const seen = await visibleLists(parts, doing)
  const lists = seen.length > 0 ? seen : await listsOver(parts, doing)
  const open = lists.filter(({ chain }) => chain.state === 'open')
  const [only] = open.length > 0 ? open : lists
  if (only === undefined) return { kind: 'none' }
  return open.length > 1
    ? { kind: 'several', chains: open.map(({ chain }) => chain) }
    : { kind: 'one', list: only }
}
