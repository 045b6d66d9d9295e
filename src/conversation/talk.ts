import { newId } from '../kernel/ids.ts'
import type { Target } from './advance.ts'
import type { Conversation } from './conversation.ts'
import type { Speaker } from './said.ts'

/** One person's talk while a round works on it: the private conversation, and the group's if said there. */
export interface Talk {
  home: Conversation
  here: Conversation
  readonly by: Speaker
}

/** A dialogue that is to begin; what begins in a group remembers it, because the receipt goes there. */
export function startTarget(dialogue: string, data: unknown, talk: Talk): Target {
  return {
    kind: 'start',
    dialogue,
    data,
    frame: newId('fr', talk.by.at),
    ...(talk.by.chat.kind === 'group' ? { group: talk.by.chat } : {}),
  }
}
