import type { Chat } from '../../../kernel/chat.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { refuse } from './answers.ts'
import { findPersona, groupsOf, type Persona } from './personas.ts'
import { webChatTexts } from './web-chat.texts.ts'

/** Who is looking, and where they are. */
export interface Place {
  readonly persona: Persona
  readonly chat: Chat
  readonly directory: Directory
}

/** All chats of one persona under the names that the page uses: `private`, and each group's id. */
export function chatsOf(directory: Directory, persona: Persona, account: string): ReadonlyMap<string, Chat> {
  const here = { platform: 'web-chat', account } as const
  const chats = new Map<string, Chat>([['private', { ...here, kind: 'private', chatId: persona.id }]])
  for (const { chatId, title } of groupsOf(directory, persona)) {
    // A group that is called `private` would be taken for the private chat; it is then out of reach here.
    if (!chats.has(chatId)) chats.set(chatId, { ...here, kind: 'group', chatId, title })
  }
  return chats
}

/** A private chat is always the viewer's own: there is no way to name somebody else's. */
export function findPlace(
  directory: Directory,
  account: string,
  as: string,
  chatName: string,
): Place | { readonly refused: Response } {
  const persona = findPersona(directory, as)
  if (persona === undefined) return { refused: refuse(403, webChatTexts.unknownPersona) }
  const chat = chatsOf(directory, persona, account).get(chatName)
  if (chat === undefined) return { refused: refuse(403, webChatTexts.unknownChat) }
  return { persona, chat, directory }
}
