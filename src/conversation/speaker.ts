import type { StoredArrival } from '../inbox/arrival.ts'
import { privateChat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'
import type { Speaker } from './said.ts'

/** Who said this, and what the place is: a group we do not know counts as public. */
export async function speakerOf(corridor: Corridor, arrival: StoredArrival, work: Work): Promise<Speaker> {
  const { chat, from } = arrival
  const person = await corridor.people.identify(chat, from, work)
  const group = chat.kind === 'group' ? await corridor.people.groupOf(chat, work) : undefined
  return {
    person,
    personId: from.id,
    chat,
    home: privateChat(chat, from.id),
    ...(chat.kind === 'group' ? { audience: group?.audience ?? 'public' } : {}),
    ...(group === undefined ? {} : { group: group.code }),
    at: work.at,
  }
}
