import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Choice, FileRef, LetterDraft } from '../kernel/letter-draft.ts'
import type { LetterState } from '../outbox/letter.ts'
import type { Refusable, Topic } from './topics.ts'

export type MailingState =
  | 'awaitingApproval'
  /** Nothing stands against it; it leaves when its time comes. */
  | 'scheduled'
  | 'sending'
  /** Somebody holds it: what was handed to a platform goes on, nothing else leaves. */
  | 'paused'
  /** Every letter has one of its three ends. */
  | 'sent'
  /** A reviewer said no. */
  | 'refused'
  /** Stopped on the way: what had left has left. */
  | 'stopped'
  /** Taken back before anything left. */
  | 'withdrawn'

/** What may still be stopped. */
export const isStoppable = ({ state }: { readonly state: MailingState }) =>
  state === 'sending' || state === 'paused' || state === 'scheduled' || state === 'awaitingApproval'

export interface MailingChat {
  readonly title: string
  readonly chat: Chat
}

/** What one broadcast does to an earlier one. */
export type RevisionKind = 'correct' | 'withdraw'

/** A broadcast: one exact text to many chats. What it is about is its owner's business. */
export interface Mailing {
  /** `notice:57`; the letters carry it in `mailing`. */
  readonly id: string
  readonly version: number
  readonly owner: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly allow: readonly string[]
  /** People may refuse it by this; a group reads it all the same. */
  readonly topic: Topic
  readonly files: readonly FileRef[]
  /** Buttons under each letter; somebody who presses one is asked about by `pressed` of its owner. */
  readonly choices: readonly Choice[]
  /** As a person would put it, for lists. */
  readonly audience: string
  /** Only of broadcasts older than the recipients' own table; see `Recipient`. */
  readonly chats: readonly MailingChat[]
  /** How many people of the roster it reaches. */
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
  /** Not before; set where it does not leave as soon as nothing stands against it. */
  readonly leavesAt?: Date
  /** Why it may leave in quiet hours: 紧急，因为… */
  readonly because?: string
  /** The broadcast that this one corrects or takes back. */
  readonly revises?: string
  readonly revisesHow?: RevisionKind
  /** Recipients whose letters are not written yet. */
  readonly owed: number
}

/** `owed`: its letter comes into being when its turn comes. `dropped`: it never will. */
export type RecipientState = 'owed' | 'written' | 'dropped'

/** One chat that a broadcast goes to. What became of it is told by its letters, the worst of them where it took several. */
export interface Recipient {
  /** `notice:57:telegram:telegram:group:-100…` */
  readonly id: string
  readonly mailing: string
  /** The order in which they are written. */
  readonly n: number
  readonly chat: Chat
  /** A group's, or the name of whose private chat it is. */
  readonly title: string
  /** Codes of those of the audience whom it reaches; left empty for a group of hundreds. */
  readonly people: readonly string[]
  readonly heads: number
  readonly state: RecipientState
  /** Key of its letter, once it is written. */
  readonly letter?: string
  /** Of a correction: id of the letter whose place it takes, where the platform can replace it. */
  readonly replaces?: string
}

export const recipientId = (mailing: string, chat: Chat) => `${mailing}:${chatKey(chat)}`

/** What somebody may have refused not to get this, in private. */
export function refusablesOf({ owner, number, topic }: Pick<Mailing, 'owner' | 'number' | 'topic'>) {
  const drive: readonly Refusable[] = owner === 'donations' ? [`drive:${number}`] : []
  return [topic, ...drive] as const
}

/** One chat's letter of a broadcast, for those who ask what arrived where. */
export interface MailingLetter {
  readonly title: string
  readonly state: LetterState
  readonly failure?: string
}

export type Tally = Readonly<Record<LetterState, number>>

export const noLetters: Tally = { waiting: 0, sending: 0, sent: 0, failed: 0, uncertain: 0, cancelled: 0 }

/** A group's letter is known by its chat; one person's must not name them, because keys are kept when they are forgotten. */
export const letterKeyOf = (mailing: string, { chat, n }: Pick<Recipient, 'chat' | 'n'>) =>
  `mailing:${mailing}:${chat.kind === 'group' ? chatKey(chat) : `to:${n}`}`

/** Its letter to one chat, keyed so that whatever is done twice is sent once. */
export function letterTo(
  mailing: Pick<Mailing, 'id' | 'text' | 'allow' | 'files' | 'choices'>,
  recipient: Pick<Recipient, 'chat' | 'n'>,
): { readonly key: string; readonly draft: LetterDraft } {
  const { id, text, allow, files, choices } = mailing
  return {
    key: letterKeyOf(id, recipient),
    draft: {
      to: recipient.chat,
      text,
      origin: 'approved',
      allow,
      mailing: id,
      ...(files.length === 0 ? {} : { files }),
      ...(choices.length === 0 ? {} : { choices }),
    },
  }
}

/** Nothing is on its way any more. `uncertain` is an end: it is never sent again by itself. */
export function isSettled(tally: Tally): boolean {
  return tally.waiting === 0 && tally.sending === 0
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
