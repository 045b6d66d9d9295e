import type { BoundAccount } from '../../features/membership/membership.store.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { Work } from '../../kernel/work.ts'
import { roundOf } from './round.ts'
import type { Client, Table } from './table.ts'

interface AccountRow {
  readonly key: string
  readonly platform: string
  readonly accountId: string
  readonly person: string
  readonly boundAt: Date
  readonly boundBy: string
  readonly lastSeenAt: Date | null
  readonly chat: Chat | null
}

export const ACCOUNTS: Table<AccountRow> = {
  name: 'PersonAccount',
  key: 'key',
  columns: ['key', 'platform', 'accountId', 'person', 'boundAt', 'boundBy', 'lastSeenAt', 'chat'],
}

export const accountKeyOf = (platform: string, id: string) => `${platform}:${id}`

export const toAccount = (row: AccountRow): BoundAccount => ({
  platform: row.platform,
  accountId: row.accountId,
  person: row.person,
  lastSeenAt: row.lastSeenAt ?? undefined,
  chat: row.chat ?? undefined,
})

/** Another process may have met somebody elsewhere without changing the roster: read again after this long. */
const FRESH_MS = 5 * 60_000

interface Snapshot {
  readonly version: bigint
  readonly at: number
  readonly byPerson: Promise<ReadonlyMap<string, readonly BoundAccount[]>>
}

interface Meeting {
  readonly lastSeenAt: Date
  readonly chat: Chat
}

/**
 * Who has which accounts, kept beside the directory and good for the same version of it: every letter to staff
 * asks, and a round must not pay a query for each.
 */
export function boundAccounts() {
  let kept: Snapshot | undefined
  /** Noted here when they are written, so that the snapshot need not be read again for it. */
  const met = new Map<string, Meeting>()
  /** Transactions that bound an account: what they see is not for others yet. */
  const changedIn = new WeakSet<Work>()

  function snapshot(version: bigint, work: Work): Snapshot['byPerson'] {
    const at = work.at.getTime()
    if (kept?.version === version && Math.abs(at - kept.at) < FRESH_MS) return kept.byPerson
    // Nothing that this transaction has gathered changes an account, so nothing has to be written first.
    const byPerson = roundOf(work).aside(loadAccounts)
    kept = { version, at, byPerson }
    byPerson.catch(() => {
      kept = undefined
    })
    return byPerson
  }

  function asMet(account: BoundAccount): BoundAccount {
    const meeting = met.get(accountKeyOf(account.platform, account.accountId))
    const isLater = meeting !== undefined && meeting.lastSeenAt > (account.lastSeenAt ?? 0)
    return isLater ? { ...account, ...meeting } : account
  }

  return {
    async list(person: string, version: bigint, work: Work): Promise<readonly BoundAccount[]> {
      const byPerson = changedIn.has(work)
        ? await roundOf(work).aside(loadAccounts)
        : await snapshot(version, work)
      return (byPerson.get(person) ?? []).map(asMet)
    },
    noteSeen({ platform, accountId }: BoundAccount, chat: Chat, at: Date): void {
      met.set(accountKeyOf(platform, accountId), { lastSeenAt: at, chat })
    },
    changed: (work: Work) => void changedIn.add(work),
  }
}

async function loadAccounts(client: Client): Promise<ReadonlyMap<string, readonly BoundAccount[]>> {
  const rows = (await client.personAccount.findMany()) as unknown as readonly AccountRow[]
  return Map.groupBy(rows.map(toAccount), ({ person }) => person)
}
