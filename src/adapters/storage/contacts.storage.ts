import type { Contact, ContactsStore } from '../../conversation/contacts.ts'
import { accountKey, chatKey } from '../../kernel/chat.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface ContactRow {
  readonly key: string
  readonly account: string
  readonly openedAt: Date | null
  readonly wroteAt: Date | null
  readonly closedAt: Date | null
  readonly why: string | null
}

const CONTACTS: Table<ContactRow> = {
  name: 'Contact',
  key: 'key',
  // Two processes may meet somebody new at the same moment; the first one's row will do for both.
  once: 'key',
  columns: ['key', 'account', 'openedAt', 'wroteAt', 'closedAt', 'why'],
}

function toRow({ chat, openedAt, wroteAt, closedAt, why }: Contact): ContactRow {
  return {
    key: chatKey(chat),
    account: accountKey(chat),
    openedAt: openedAt ?? null,
    wroteAt: wroteAt ?? null,
    closedAt: closedAt ?? null,
    why: why ?? null,
  }
}

export function contactsStorage(): ContactsStore {
  return {
    async find(chat, work) {
      const row = await roundOf(work).get(CONTACTS, chatKey(chat))
      if (row === undefined) return undefined
      const { openedAt, wroteAt, closedAt, why } = row
      return {
        chat,
        ...(openedAt === null ? {} : { openedAt }),
        ...(wroteAt === null ? {} : { wroteAt }),
        ...(closedAt === null ? {} : { closedAt }),
        ...(why === null ? {} : { why }),
      }
    },
    add: (contact, work) => roundOf(work).add(CONTACTS, toRow(contact)),
    put: (contact, work) => roundOf(work).put(CONTACTS, toRow(contact)),
  }
}
