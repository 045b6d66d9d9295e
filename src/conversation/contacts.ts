import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'

/** Whether a private chat can be written to: its person wrote first, or closed it since. */
export interface Contact {
  readonly chat: Chat
  readonly openedAt?: Date
  /** The last word we noted; not every word is. */
  readonly wroteAt?: Date
  readonly closedAt?: Date
  /** Why it is closed, as the platform had it. */
  readonly why?: string
}

export interface ContactsStore {
  find(chat: Chat, work: Work): Promise<Contact | undefined>
  /** One that `find` did not give. */
  add(contact: Contact, work: Work): void
  put(contact: Contact, work: Work): void
}
