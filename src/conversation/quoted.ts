import type { StoredArrival } from '../inbox/arrival.ts'
import type { Person } from '../kernel/person.ts'
import type { Work } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'
import type { Quoted, Said } from './said.ts'
import type { Talk } from './talk.ts'

/**
 * What the lines of a burst answer and that is not ours: found among what is still remembered of that chat, or else
 * the words that the platform hands in. `isOurs` says which answers are to letters of ours.
 */
export async function findQuoted(
  corridor: Corridor,
  { by }: Talk,
  burst: readonly StoredArrival[],
  isOurs: (arrival: StoredArrival) => Promise<boolean>,
  work: Work,
): Promise<readonly Quoted[]> {
  const said = new Set(burst.map(({ messageId }) => messageId))
  const found: Quoted[] = []
  for (const arrival of burst) {
    const { content } = arrival
    if (content.kind !== 'message' || (content.replyTo ?? content.quote) === undefined) continue
    // A line of their own that is said along with it needs no quoting.
    if (content.replyTo !== undefined && said.has(content.replyTo)) continue
    if (await isOurs(arrival)) continue
    const quoted = await quotedBy(corridor, arrival, by.personId, work)
    if (quoted !== undefined && !found.some(({ message }) => message === quoted.message)) found.push(quoted)
  }
  return found
}

async function quotedBy(
  corridor: Corridor,
  { chat, content, conversation, messageId, at }: StoredArrival,
  speaker: string,
  work: Work,
): Promise<Quoted | undefined> {
  if (content.kind !== 'message') return undefined
  const since = new Date(at.getTime() - corridor.burst.lookBackMs)
  const source =
    content.replyTo === undefined
      ? undefined
      : await corridor.inbox.findSaid({ chat, conversation, message: content.replyTo, since }, work)
  if (source?.content.kind === 'message') {
    const { text, files } = source.content
    const whose =
      source.from.id === speaker
        ? { of: 'self' as const }
        : roleOf(await corridor.people.identify(source.chat, source.from, work))
    return { message: source.messageId, text, ...(files?.length ? { files } : {}), ...whose }
  }
  const words = content.quote?.trim() ?? ''
  return words === '' ? undefined : { message: `${messageId}#quoted`, text: words, of: 'unknown' }
}

function roleOf({ code, roles, company }: Person): Pick<Quoted, 'of' | 'company'> {
  if (code === undefined) return { of: 'other' }
  const of = roles.includes('staff') ? 'staff' : roles.includes('member') ? 'member' : 'other'
  return company === undefined ? { of } : { of, company }
}

/** The same words with what they answer. */
export const withQuoted = (said: Said, quoted: readonly Quoted[]): Said =>
  quoted.length === 0 ? said : { ...said, quoted }
