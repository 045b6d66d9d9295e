import type { AuditTrail } from '../audit/audit-trail.ts'
import type { BurstSettings } from '../inbox/burst.ts'
import type { InboxStore, NewArrival } from '../inbox/inbox.store.ts'
import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'
import type { OutboxStore } from '../outbox/outbox.store.ts'
import type { AccountStore } from './account-health.ts'
import type { ContactsStore } from './contacts.ts'
import type { ConversationStore } from './conversation.store.ts'
import type { Dialogue } from './dialogue.ts'
import type { ErrandsStore, StoredErrand } from './errands.store.ts'
import type { Feature } from './feature.ts'
import type { GroupManners } from './group-manners.ts'
import type { People } from './people.ts'
import type { Capabilities } from './platform.ts'
import type { SideDoor } from './side-door.ts'
import { whichDialogue } from './which.dialogue.ts'

/** Everything the corridor works with; made once in front-desk.ts. */
export interface Corridor {
  readonly inbox: InboxStore
  readonly conversations: ConversationStore
  readonly outbox: OutboxStore
  readonly errands: ErrandsStore
  readonly audit: AuditTrail
  readonly people: People
  readonly features: readonly Feature[]
  readonly burst: BurstSettings
  readonly contacts: ContactsStore
  readonly groupManners: GroupManners
  readonly accounts: Pick<AccountStore, 'list'>
  /** Undefined where there is no page for whoever cannot be written to. */
  readonly sideDoor?: SideDoor
  /**
   * Names of donors who did not agree to be named, as far as letters of this broadcast are concerned; of any, where it
   * is undefined (kernel/privacy.ts).
   */
  readonly silentDonors?: (mailing: string | undefined, work: Work) => Promise<readonly string[]>
  /** What a platform can do, whether or not this process serves it; undefined for what is none. */
  capabilitiesOf(platform: string): Capabilities | undefined
  /** Whether this process may send to the account now, and nothing stands before a new letter to the chat. */
  maySendNow(letter: Pick<Letter, 'to' | 'mailing' | 'dueAt'>, now: Date): boolean
  /** From now on new letters to this chat stand behind those that wait. */
  holdBack(chat: Chat): void
  /** What a model made of these arrivals before the round, if it was asked (reading.ts). */
  slotsOf(lastArrivalId: string): unknown
  /** A problem an operator should see; ids only. */
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

/** What a round leaves behind for the worker, once it is committed. */
export interface RoundResult {
  /** Arrivals the house wrote to itself: they can be worked on at once. */
  readonly invited: readonly NewArrival[]
  /** Slow work that can begin now. */
  readonly ordered: readonly StoredErrand[]
  /** Conversations that another worker had. */
  readonly skipped: readonly string[]
  /** Conversations whose enclosures have to be fetched first. */
  readonly enclosed: readonly string[]
  /** Conversations in which more waits than this round was to take. */
  readonly unfinished: readonly string[]
  /** Group conversations in which a person's next lines are meant for us, and until when. */
  readonly listening: ReadonlyMap<string, Date>
  /** The earliest silence among the conversations saved. */
  readonly silentAt: Date | undefined
}

export function dialogueFinder(features: readonly Feature[]): (name: string) => Dialogue | undefined {
  const all = new Map<string, Dialogue>([[whichDialogue.name, whichDialogue]])
  for (const feature of features) for (const dialogue of feature.dialogues) all.set(dialogue.name, dialogue)
  return (name) => all.get(name)
}

export function ownerOf(features: readonly Feature[], verb: string): Feature | undefined {
  const name = verb.slice(0, verb.indexOf('.'))
  return features.find((feature) => feature.name === name)
}
