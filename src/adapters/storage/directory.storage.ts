import { categories } from '../../kernel/appeal-terms.ts'
import { isoShanghai } from '../../kernel/clock.ts'
import type { Audience, Deputy, Directory, Group } from '../../kernel/directory.ts'
import type { Role } from '../../kernel/person.ts'
import type { Client } from './table.ts'

const dayOf = (date: Date | null) => (date === null ? undefined : date.toISOString().slice(0, 10))
const maybe = <K extends string>(key: K, value: string | null | undefined) =>
  (value === null || value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string }

/** An `until` ends a thing: from the day after, it is not there any more. */
function inForceAt(at: Date) {
  const today = isoShanghai(at).slice(0, 10)
  return { OR: [{ until: null }, { until: { gte: new Date(`${today}T00:00:00Z`) } }] }
}

const UNBOUND = 'unbound:'
/** What stands for a chat where a group of the roster has none; the column must say something of its own. */
export const unboundChat = (code: string): string => `${UNBOUND}${code}`
export const isUnbound = (chatId: string): boolean => chatId.startsWith(UNBOUND)

/** Also those that no chat is bound to. */
export async function loadGroups(client: Client, at: Date): Promise<readonly Group[]> {
  const rows = await client.group.findMany({ where: inForceAt(at) })
  return rows.map((row) => ({
    code: row.code,
    platform: row.platform,
    account: row.account,
    chatId: row.chatId,
    title: row.title,
    audience: row.audience as Audience,
    ...maybe('chamber', row.chamber),
  }))
}

/** The whole roster in one go: some thousands of rows, read again only after a change. */
export async function loadDirectory(client: Client, version: number, at: Date): Promise<Directory> {
  const inForce = inForceAt(at)
  const federation = await client.federation.findFirst()
  const chambers = await client.chamber.findMany({ where: inForce })
  const companies = await client.company.findMany({ where: inForce })
  const units = await client.unit.findMany({ where: inForce })
  const people = await client.person.findMany({ where: inForce })
  const groups = await loadGroups(client, at)
  const responsibilities = await client.responsibility.findMany()
  const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.code, row]))
  return {
    version,
    federation: federation?.name ?? '工商业联合会',
    chambers: byCode(chambers.map(({ code, name }) => ({ code, name }))),
    companies: byCode(
      companies.map((row) => ({
        code: row.code,
        name: row.name,
        aliases: row.aliases as string[],
        tags: row.tags as string[],
        ...maybe('chamber', row.chamber),
        ...maybe('town', row.town),
        ...maybe('trade', row.trade),
      })),
    ),
    units: byCode(
      units.map(({ code, name, categories: named, head }) => ({
        code,
        name,
        categories: categories.filter((one) => (named as string[]).includes(one)),
        ...maybe('head', head),
      })),
    ),
    people: byCode(
      people.map((row) => ({
        code: row.code,
        name: row.name,
        roles: row.roles as Role[],
        ...maybe('title', row.title),
        ...maybe('company', row.company),
        ...maybe('chamber', row.chamber),
        ...maybe('unit', row.unit),
      })),
    ),
    // Nobody can be written to in a group that no chat is bound to.
    groups: byCode(groups.filter(({ chatId }) => !isUnbound(chatId))),
    responsibilities: responsibilities.map((row) => ({
      leader: row.leader,
      ...maybe('company', row.company),
      ...maybe('chamber', row.chamber),
      ...maybe('from', dayOf(row.from)),
      ...maybe('until', dayOf(row.until)),
      deputies: row.deputies as unknown as Deputy[],
    })),
  }
}
