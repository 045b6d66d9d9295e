import { type AppealState, isOpen } from '../../kernel/appeal-terms.ts'
import { dayOf, shanghaiDate, shanghaiTime } from '../../kernel/clock.ts'
import { PLATFORMS_BY_CODE } from '../platforms/known.ts'
import { askerColumns } from './appeals-asker.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'
import type { Client } from './table.ts'

/** By what somebody is found in the tables; handed to every statement as one jsonb parameter. */
export interface Who {
  /** Null for a stranger, who is known by an account only. */
  readonly code: string | null
  readonly name: string | null
  /** platform:id */
  readonly accounts: readonly string[]
  /** How the audit names them when they spoke before they were bound, as LIKE patterns. */
  readonly strangers: readonly string[]
  /** Their appeals, sealed ones included. */
  readonly numbers: readonly string[]
  readonly openNumbers: readonly string[]
  /** The last day they were in the roster, should they leave it today. */
  readonly yesterday: string
}

/** `handle` is a roster code, or platform:id for somebody who is in no roster. Undefined: nothing is held. */
export async function findWho(
  handle: string,
  codec: PersonalCodec,
  at: Date,
  client: Client,
): Promise<Who | undefined> {
  const bound = await client.personAccount.findUnique({ where: { key: handle } })
  const person = await client.person.findUnique({ where: { code: bound?.person ?? handle } })
  const code = person?.code ?? null
  const rows = code === null ? [] : await client.personAccount.findMany({ where: { person: code } })
  const accounts = rows.map(({ key }) => key)
  if (code !== null) accounts.push(...PLATFORMS_BY_CODE.map((platform) => `${platform}:${code}`))
  else if (handle.includes(':')) accounts.push(handle)
  else return undefined
  const askers = askerColumns(codec)
  const digests = accounts.flatMap((account) => askers.digestsOf({ code, account }))
  const appeals = await client.appeal.findMany({
    where: { askerDigest: { in: digests } },
    select: { number: true, status: true },
    orderBy: { number: 'asc' },
  })
  const who: Who = {
    code,
    name: person?.name ?? null,
    accounts,
    strangers: accounts.map(strangerPattern),
    numbers: appeals.map(({ number }) => number),
    openNumbers: appeals.filter(({ status }) => isOpen(status as AppealState)).map(({ number }) => number),
    yesterday: yesterdayOf(at),
  }
  return code !== null || (await hasSpoken(who, client)) ? who : undefined
}

async function hasSpoken({ accounts, numbers }: Who, client: Client): Promise<boolean> {
  if (numbers.length > 0) return true
  const [row] = await client.$queryRawUnsafe<{ any: boolean }[]>(
    `SELECT EXISTS (SELECT FROM "Arrival" t WHERE $1::jsonb ? ((t."chat"->>'platform') || ':' || t."personId")) AS any`,
    JSON.stringify(accounts),
  )
  return row?.any === true
}

/** `stranger:platform:our account:their id`, whichever account of ours it was. */
function strangerPattern(account: string): string {
  const [platform = '', ...id] = account.split(':')
  const plain = (text: string) => text.replace(/[\\%_]/gu, '\\$&')
  return `stranger:${plain(platform)}:%:${plain(id.join(':'))}`
}

function yesterdayOf(at: Date): string {
  const { year, month, day } = shanghaiTime(at)
  return dayOf(shanghaiDate(year, month, day - 1))
}
