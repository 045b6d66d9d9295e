import type { KnownGroup, People } from '../../conversation/people.ts'
import type { Chat, PlatformPerson } from '../../kernel/chat.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Person } from '../../kernel/person.ts'
import { type NameList, prepareNames } from '../../kernel/privacy.ts'
import type { Work } from '../../kernel/work.ts'
import type { BoundAccount, MembershipStore } from './membership.store.ts'

export interface PeopleParts {
  readonly store: MembershipStore
  /** Platforms on which a person's id is the roster's code: the terminal and the web chat's personas. */
  readonly platformsByCode: readonly string[]
  /** Which account of ours writes to somebody on this platform whom it has not met yet. */
  defaultAccount(platform: string): string
}

/** Where somebody was last met is written down again after this long. */
const SEEN_AGAIN_MS = 60 * 60_000

/** Account → person → roles, company, chamber. */
export function createPeople(parts: PeopleParts): People {
  const { store } = parts
  const names = new WeakMap<Directory, NameList>()

  async function accountOf(chat: Chat, from: PlatformPerson, work: Work): Promise<BoundAccount | undefined> {
    const account = await store.findAccount(chat.platform, from.id, work)
    if (account === undefined || chat.kind === 'group') return account
    const seen = account.lastSeenAt?.getTime() ?? 0
    if (work.at.getTime() - seen > SEEN_AGAIN_MS) store.noteSeen(account, chat, work)
    return account
  }

  return {
    async identify(chat, from, work) {
      const directory = await store.directory(work)
      const account = await accountOf(chat, from, work)
      const code = account?.person ?? (parts.platformsByCode.includes(chat.platform) ? from.id : undefined)
      const known = code === undefined ? undefined : directory.people.get(code)
      const shown = shownName(from.name, directory)
      if (known !== undefined) return known
      return { code: undefined, name: shown ?? '访客', roles: [] } satisfies Person
    },
    async groupOf(chat, work) {
      const directory = await store.directory(work)
      for (const group of directory.groups.values()) {
        const same = group.chatId === chat.chatId && group.platform === chat.platform
        const byCode = parts.platformsByCode.includes(chat.platform) && group.code === chat.chatId
        if (same || byCode) return knownGroup(group, chat)
      }
      return undefined
    },
    async reach(code, work) {
      const accounts = await store.listAccounts(code, work)
      const [latest] = [...accounts].sort(
        (a, b) => (b.lastSeenAt?.getTime() ?? 0) - (a.lastSeenAt?.getTime() ?? 0),
      )
      if (latest === undefined) return undefined
      return latest.chat ?? privateChatOf(latest, parts.defaultAccount(latest.platform))
    },
    async names(work) {
      const directory = await store.directory(work)
      const there = names.get(directory)
      if (there !== undefined) return there
      const made = prepareNames({
        people: [...directory.people.values()].map(({ name }) => name),
        companies: [...directory.companies.values()].flatMap(({ name, aliases }) => [name, ...aliases]),
      })
      names.set(directory, made)
      return made
    },
    directory: (work) => store.directory(work),
  }
}

const knownGroup = (group: Omit<KnownGroup, 'chat'>, chat: Chat): KnownGroup => ({ ...group, chat })

const privateChatOf = (account: BoundAccount, through: string): Chat => ({
  platform: account.platform,
  account: through,
  kind: 'private',
  chatId: account.accountId,
})

/** Group nicknames carry the company: 周建国-宏远机械. Only what stands before it is the name. */
function shownName(shown: string | undefined, directory: Directory): string | undefined {
  if (shown === undefined) return undefined
  const [first] = shown.trim().split(/[-—_|｜/／（(]/u)
  const name = first?.trim() ?? ''
  return name === '' || directory.federation === name ? shown : name
}
