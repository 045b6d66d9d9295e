import type { StoredArrival } from '../inbox/arrival.ts'
import { conversationKey, privateChat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import { compose } from './compose.ts'
import type { Conversation } from './conversation.ts'
import type { Corridor } from './corridor.ts'
import { emptyTray, handsFor } from './doing.ts'
import type { Speaker } from './said.ts'
import { sayingOf } from './saying.ts'
import { speakerOf } from './speaker.ts'
import { choicesWaiting, isListenedTo, isWantedInGust, namesChoice } from './unasked.ts'

/** A line said to others, and in a group that listens what else of its speaker is open there. */
export interface OverheardLine {
  readonly arrival: StoredArrival
  readonly open: readonly StoredArrival[] | undefined
}

/**
 * A line said to others. It is for us all the same (`wanted`: it waits now like any other) where its speaker is being
 * listened to after a call, names what we offered them here, or tells a trouble in a group that staff switched to
 * listening. Otherwise it is shown to the features that wait for receipts and the like (`taken` when one took it).
 */
export async function overhear(
  corridor: Corridor,
  { arrival, open }: OverheardLine,
  work: Work,
): Promise<'wanted' | 'taken' | 'left'> {
  const { content, from } = arrival
  if (content.kind !== 'message') return 'left'
  const here = await corridor.conversations.find(arrival.conversation, work)
  if (
    (await goesOnWithACall(corridor, arrival, here, work)) ||
    (await answersUs(corridor, arrival, here, work))
  )
    return want(corridor, arrival, work)
  const by = await speakerOf(corridor, arrival, work)
  const taken = await isTaken(corridor, arrival, by, work)
  if (open !== undefined && from.isBot !== true && isWantedInGust(corridor, by, arrival, open))
    return want(corridor, arrival, work)
  if (!taken) return 'left'
  // What was let us know is the feature's; the words were said to others.
  corridor.inbox.forgetWords([arrival], work)
  return 'taken'
}

async function isTaken(
  corridor: Corridor,
  { id, content, messageId }: StoredArrival,
  by: Speaker,
  work: Work,
): Promise<boolean> {
  const text = content.kind === 'message' ? content.text : ''
  const tray = emptyTray()
  const doing = handsFor({ corridor, by, work, turnKey: id, tray })
  let taken = false
  for (const feature of corridor.features) {
    if (await feature.overhear?.({ by, text, messageId }, doing)) taken = true
  }
  await compose(corridor, tray.drafts, by, work)
  return taken
}

/** They called us a moment ago, and this goes on with it. */
async function goesOnWithACall(
  corridor: Corridor,
  arrival: StoredArrival,
  here: Conversation | undefined,
  work: Work,
): Promise<boolean> {
  if (here?.listeningUntil === undefined || here.listeningUntil <= arrival.at) return false
  const home = await homeOf(corridor, arrival, work)
  if (home === undefined) return here.carriedOn.length === 0
  return isListenedTo(corridor, home, here, sayingOf([arrival]), arrival.at)
}

const homeOf = (corridor: Corridor, { chat, from }: StoredArrival, work: Work) =>
  corridor.conversations.find(conversationKey(privateChat(chat, from.id), from.id), work)

/** A dialogue of theirs that began in this group waits, and they say what it offers. */
async function answersUs(
  corridor: Corridor,
  arrival: StoredArrival,
  here: Conversation | undefined,
  work: Work,
): Promise<boolean> {
  const { content } = arrival
  if (here === undefined || here.carriedOn.length === 0 || content.kind !== 'message') return false
  const home = await homeOf(corridor, arrival, work)
  return home !== undefined && namesChoice(content.text, choicesWaiting(corridor, home, here))
}

function want(corridor: Corridor, { id }: StoredArrival, work: Work): 'wanted' {
  corridor.inbox.markWaiting(id, work)
  return 'wanted'
}
