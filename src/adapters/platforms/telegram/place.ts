import type { Chat, PlatformPerson } from '../../../kernel/chat.ts'
import type { TelegramChat, User } from './update.ts'

/** Undefined for channels: what is published there is said to nobody in particular. */
export function chatOf(chat: TelegramChat, account: string, thread?: number): Chat | undefined {
  if (chat.type === 'channel') return undefined
  const base = { platform: 'telegram', account, chatId: String(chat.id) }
  // A person's private chat is one, whatever topics they sort it into.
  if (chat.type === 'private') return { ...base, kind: 'private' }
  return {
    ...base,
    kind: 'group',
    ...(thread === undefined ? {} : { threadId: String(thread) }),
    ...(chat.title === undefined ? {} : { title: chat.title }),
  }
}

export function personOf(user: User): PlatformPerson {
  const name = nameOf(user)
  return {
    id: String(user.id),
    ...(name === '' ? {} : { name }),
    stability: 'permanent',
    ...(user.is_bot ? { isBot: true } : {}),
  }
}

export const nameOf = ({ first_name, last_name }: User): string =>
  [first_name, last_name ?? ''].join(' ').trim()
