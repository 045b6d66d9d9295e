import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Corridor } from './corridor.ts'
import type { Doing } from './feature.ts'

/** What the corridor keeps about a group, wherever it is kept. */
export type KeptOfGroups = Pick<Corridor, 'outbox' | 'conversations' | 'groupManners'>

/**
 * Letters that wait, people's talk, and what staff switched go with the group; gives how many letters. Done twice, it
 * changes nothing more.
 */
export async function moveGroup(kept: KeptOfGroups, from: Chat, to: Chat, work: Work): Promise<number> {
  if (chatKey(from) === chatKey(to)) return 0
  const letters = await kept.outbox.moveChat(from, to, work)
  await kept.conversations.moveGroup(from, to, work)
  await kept.groupManners.move(from, to, work)
  return letters
}

/** The platform gave the group another number; topics were none before that. */
export async function followMigration(corridor: Corridor, chatId: string, doing: Doing): Promise<void> {
  const { threadId: _, ...from } = doing.by.chat
  const to: Chat = { ...from, chatId }
  await moveGroup(corridor, from, to, doing.work)
  await doing.tell({ kind: 'chatMoved', from, to })
}
