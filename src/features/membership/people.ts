import type { KnownGroup, People } from '../../conversation/people.ts'
import { accountKey, type Chat, type PlatformPerson } from '../../kernel/chat.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Person } from '../../kernel/person.ts'
import { type NameList, prepareNames } from '../../kernel/privacy.ts'
import type { Work } from '../../kernel/work.ts'
import { isOfEarlierLogin } from './login-ids.ts'
import type { BoundAccount, MembershipStore } from './membership.store.ts'

export interface PeopleParts {
  readonly store: MembershipStore
  /** Platforms on which a person's id is the roster's code: the terminal and the web chat's personas. */
  readonly platformsByCode: readonly string[]
  /** Which account of ours writes to somebody on this platform whom it has not met yet. */
  defaultAccount(platform: string): string
  /** Keys of accounts of ours that cannot speak now; somebody's other chats come before them. */
  listSpeechless?(work: Work): Promise<ReadonlySet<string>>
  /** Names the present login of an account whose ids are only good for one. */
  loginOf?(account: string, work: Work): Promise<string | undefined>
  /** Whether somebody shut this private chat. */
  isClosed?(chat: Chat, work: Work): Promise<boolean>
}

/** Where somebody was last met is written down again after this long. */
const SEEN_AGAIN_MS = 60 * 60_000

/** Account → person → roles, company, chamber. */
export function createPeople(parts: PeopleParts): People {
  const { store } = parts
  const names = new WeakMap<Directory, NameList>()
  const speechless = new WeakMap<Work, Promise<ReadonlySet<string>>>()

  /** Asked for once in a transaction, however many people are written to. */
  function speechlessIn(work: Work): Promise<ReadonlySet<string>> {
    const asked = speechless.get(work) ?? parts.listSpeechless?.(work) ?? Promise.resolve(new Set<string>())
    speechless.set(work, asked)
    return asked
  }

  async function accountOf(chat: Chat, from: PlatformPerson, work: Work): Promise<BoundAccount | undefined> {
    const account = await store.findAccount(chat.platform, from.id, work)
    if (account === undefined || chat.kind === 'group') return account
    const seen = account.lastSeenAt?.getTime() ?? 0
    if (work.at.getTime() - seen > SEEN_AGAIN_MS) store.noteSeen(account, chat, work)
    return account
  }

  /** Ids that were good for an earlier login lead nowhere now, or to somebody else. */
  async function isStale(chat: Chat, work: Work): Promise<boolean> {
    if (!chat.chatId.includes('~')) return false
    return isOfEarlierLogin(chat.chatId, await parts.loginOf?.(accountKey(chat), work))
  }

  /** Somebody's chats that lead to them, the newest first. */
  async function chatsOf(code: string, work: Work): Promise<readonly Chat[]> {
    const accounts = await store.listAccounts(code, work)
    const chats = [...accounts]
      .sort((a, b) => (b.lastSeenAt?.getTime() ?? 0) - (a.lastSeenAt?.getTime() ?? 0))
      .map((one) => one.chat ?? privateChatOf(one, parts.defaultAccount(one.platform)))
    const stale = await Promise.all(chats.map((chat) => isStale(chat, work)))
    return chats.filter((_, n) => !stale[n])
  }

  /** Of somebody's chats, the newest first: one that can be written to now, or else the newest. */
  async function best(chats: readonly Chat[], work: Work): Promise<Chat | undefined> {
    if (chats.length < 2) return chats[0]
    const speechless = await speechlessIn(work)
    const speaking = chats.filter((chat) => !speechless.has(accountKey(chat)))
    const closed = await Promise.all(speaking.map((chat) => parts.isClosed?.(chat, work) ?? false))
    return speaking.find((_, n) => !closed[n]) ?? speaking[0] ?? chats[0]
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
    async reach(code, work, { avoid } = {}) {
      const chats = await chatsOf(code, work)
      return best(
        chats.filter((chat) => accountKey(chat) !== avoid),
        work,
      )
    },
    // Accounts are kept in memory, and what is looked up about chats is gathered by the round.
    async reachAll(codes, work) {
      const found = await Promise.all(
        codes.map(async (code) => {
          const chats = await chatsOf(code, work)
          const chat = await best(chats, work)
          return chat === undefined ? [] : [[code, { chat, ways: chats.length }] as const]
        }),
      )
      return new Map(found.flat())
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
