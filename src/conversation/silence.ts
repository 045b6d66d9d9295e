import type { NewArrival } from '../inbox/inbox.store.ts'
import { newId } from '../kernel/ids.ts'
import type { Conversation } from './conversation.ts'

/** Deadlines of this conversation that have passed, as arrivals: silence takes the same road as words. */
export function silenceOf(conversation: Conversation, now: Date): readonly NewArrival[] {
  return conversation.frames
    .filter((frame) => frame.silentAt <= now.toISOString())
    .map((frame) => {
      const id = newId('in', now)
      return {
        id,
        // The same silence noticed by two processes is one silence.
        idempotencyKey: `house:silence:${frame.id}:${frame.touchedAt}`,
        chat: conversation.chat,
        from: {
          id: conversation.personId,
          ...(conversation.personName === undefined ? {} : { name: conversation.personName }),
          stability: 'permanent',
        },
        messageId: id,
        at: now,
        content: { kind: 'silence', frame: frame.id },
        conversation: conversation.key,
        state: 'waiting',
        readyAt: now,
      }
    })
}
