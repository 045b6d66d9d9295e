/** Where something is said. A thread is a topic inside a group, on platforms that have them. */
export interface Chat {
  readonly platform: string
  /** Which of our accounts on that platform: a process opens accounts and sends only for those. */
  readonly account: string
  readonly kind: 'private' | 'group'
  readonly chatId: string
  readonly threadId?: string
  readonly title?: string
}

/** A person as the platform knows them. On some platforms ids are only good until the next login. */
export interface PlatformPerson {
  readonly id: string
  readonly name?: string
  readonly stability: 'permanent' | 'session'
  /** The platform says that this is a program. */
  readonly isBot?: boolean
}

/** The same chat gives the same key; titles change and are no part of it. */
export function chatKey(chat: Chat): string {
  const thread = chat.threadId === undefined ? '' : `#${chat.threadId}`
  return `${chat.platform}:${chat.account}:${chat.kind}:${chat.chatId}${thread}`
}

/** One person's talk in one chat: two people in one group never share a form. */
export function conversationKey(chat: Chat, personId: string): string {
  return `${chatKey(chat)}|${personId}`
}

export function accountKey(chat: Pick<Chat, 'platform' | 'account'>): string {
  return `${chat.platform}:${chat.account}`
}

/** The private chat with a person met in a group of the same account. */
export function privateChat(chat: Chat, personId: string): Chat {
  if (chat.kind === 'private') return chat
  return { platform: chat.platform, account: chat.account, kind: 'private', chatId: personId }
}
