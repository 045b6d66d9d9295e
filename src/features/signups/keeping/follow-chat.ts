import type { Doing } from '../../../conversation/feature.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Fact } from '../../../kernel/requests.ts'
import { openSince } from '../chain.ts'
import type { SignupsParts } from './signups-parts.ts'

type Moved = Extract<Fact, { kind: 'chatMoved' }>

/** The platform gave the group another number: its lists go along. */
export async function followChat(
  { from, to }: Moved,
  { signups }: SignupsParts,
  { work }: Doing,
): Promise<void> {
  for (const chain of await signups.listIn(chatKey(from), openSince(work.at), work))
    signups.put({ ...chain, version: chain.version + 1, chat: to, chatKey: chatKey(to) }, work)
}
