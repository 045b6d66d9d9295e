import type { StoredArrival } from '../inbox/arrival.ts'
import type { Work } from '../kernel/work.ts'
import { compose } from './compose.ts'
import type { Corridor } from './corridor.ts'
import { handsFor, type Tray } from './doing.ts'
import { speakerOf } from './speaker.ts'

/**
 * A line said to others. Its speaker may be listened to after a call (`wanted`: it waits now like any other);
 * otherwise it is shown to the features that wait for such (`taken` when one took it).
 */
export async function overhear(
  corridor: Corridor,
  arrival: StoredArrival,
  work: Work,
): Promise<'wanted' | 'taken' | 'left'> {
  const { content } = arrival
  if (content.kind !== 'message') return 'left'
  const here = await corridor.conversations.find(arrival.conversation, work)
  if (here?.listeningUntil !== undefined && here.listeningUntil > arrival.at) {
    corridor.inbox.markWaiting(arrival.id, work)
    return 'wanted'
  }
  const by = await speakerOf(corridor, arrival, work)
  const tray: Tray = { drafts: [], invited: [] }
  const doing = handsFor({ corridor, by, work, turnKey: arrival.id, tray })
  let taken = false
  for (const feature of corridor.features) {
    if (await feature.overhear?.({ by, text: content.text, messageId: arrival.messageId }, doing))
      taken = true
  }
  if (!taken) return 'left'
  corridor.inbox.markDone([arrival], work)
  await compose(corridor, tray.drafts, by, work)
  return 'taken'
}
