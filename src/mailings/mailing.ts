import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Group } from '../kernel/directory.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'
import type { LetterState } from '../outbox/letter.ts'

export const MAILING_STATES = [
  'awaitingApproval',
  'sending',
  /** Every letter has one of its three ends. */
  'sent',
  /** A reviewer said no. */
  'refused',
  /** Stopped on the way: what had left has left. */
  'stopped',
  /** Taken back before anything left. */
  'withdrawn',
] as const
export type MailingState = (typeof MAILING_STATES)[number]

export interface MailingChat {
  readonly title: string
  readonly chat: Chat
}

/** A broadcast: one exact text to a list of chats. What it is about is its owner's business. */
export interface Mailing {
  /** `notice:57`; the letters carry it in `mailing`. */
  readonly id: string
  readonly version: number
  readonly owner: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly allow: readonly string[]
  /** As a person would put it, for lists. */
  readonly audience: string
  readonly chats: readonly MailingChat[]
  /** How many people of the roster sit in these chats. */
  readonly people: number
  readonly state: MailingState
  /** Four digits by which a waiting confirmation is named: 确认发送 8841. */
  readonly confirmation: string
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly decidedBy?: string
  readonly reason?: string
  readonly startedAt?: Date
  readonly settledAt?: Date
}

/** One chat's letter of a broadcast, for those who ask what arrived where. */
export interface MailingLetter {
  readonly title: string
  readonly state: LetterState
  readonly failure?: string
}

export type Tally = Readonly<Record<LetterState, number>>

export const noLetters: Tally = { waiting: 0, sending: 0, sent: 0, failed: 0, uncertain: 0, cancelled: 0 }

/** The post for every chat, keyed so that a broadcast approved twice is still sent once. */
export function lettersOf(
  mailing: Mailing,
): readonly { readonly key: string; readonly draft: LetterDraft }[] {
  return mailing.chats.map(({ chat }) => ({
    key: `mailing:${mailing.id}:${chatKey(chat)}`,
    draft: { to: chat, text: mailing.text, origin: 'approved', allow: mailing.allow, mailing: mailing.id },
  }))
}

/** Nothing is on its way any more. `uncertain` is an end: it is never sent again by itself. */
export function isSettled(tally: Tally): boolean {
  return tally.waiting === 0 && tally.sending === 0
}

export function chatOf(group: Group): MailingChat {
  const { platform, account, chatId, title } = group
  return { title, chat: { platform, account, kind: 'group', chatId, title } }
}

/** The first words of a text, for lists: at most 20 characters. */
export function titleOf(text: string): string {
  const line =
    text
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? ''
  const letters = [...line]
  return letters.length <= 20 ? line : `${letters.slice(0, 19).join('')}…`
}
