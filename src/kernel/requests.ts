import type { AppealState, Category } from './appeal-terms.ts'
import type { Chat } from './chat.ts'

/**
 * What features may ask of and tell each other, as plain data. Closed on purpose: a feature that needs
 * something from another adds a line here, and the owner carries it out in the same transaction.
 */
export type Request =
  /** Somebody wants a matter taken up; appeals begins its intake with these words. */
  | { readonly kind: 'appeal.begin'; readonly text: string; readonly sources: readonly string[] }
  /** Something the federation's staff have to know; membership knows who they are. */
  | {
      readonly kind: 'staff.tell'
      readonly key: string
      readonly text: string
      readonly except?: string
      /** An account that cannot carry it: `platform:account`. */
      readonly avoid?: string
    }

  /** Staff want this sent to many: notices asks whom, shows the preview and waits for the yes. */
  | { readonly kind: 'notice.begin'; readonly key: string; readonly text: string }

  /** 交办: somebody gives somebody a thing to do, about an appeal or not; tasks keeps track of it. */
  | {
      readonly kind: 'task.give'
      /** Names the occasion; asked twice it is one task. */
      readonly key: string
      readonly task: {
        readonly kind: 'instruction' | 'decision'
        readonly appeal: string | null
        /** The words, to the letter. */
        readonly text: string
        /** Who is to do it: one of the two. */
        readonly person: string | null
        readonly unit: string | null
        readonly dueAt: Date | null
      }
    }

  /** A problem that nobody of the company brought: found on a visit, and registered by the office. */
  | {
      readonly kind: 'appeal.register'
      /** `visit:12`, and the finding in it; asked twice for one item it is one appeal. */
      readonly origin: string
      readonly item: string
      /** The roster's code. */
      readonly company: string
      readonly words: string
      readonly category: Category | null
      /** To the company's people: how it came to be known. */
      readonly told: string
    }
  /** Somebody heard more of an appeal on a visit: it stands in its history. */
  | {
      readonly kind: 'appeal.visited'
      readonly number: string
      readonly item: string
      readonly words: string
    }

/** Something that happened, in the past tense; whoever cares may hear it. */
export type Fact =
  | { readonly kind: 'appealFiled'; readonly number: string; readonly company: string | null }
  | { readonly kind: 'appealResolved'; readonly number: string }
  /** What `appeal.register` asked for is done. */
  | { readonly kind: 'appealRegistered'; readonly number: string; readonly item: string }
  /** Its asker changed it or added to it. */
  | { readonly kind: 'appealAmended'; readonly number: string }
  /** Any step of the table of moves; `act` is the table's. */
  | {
      readonly kind: 'appealMoved'
      readonly number: string
      readonly act: string
      readonly from: AppealState
      readonly to: AppealState
    }
  /** Its deadlines changed without a move: an extension, another urgency, a notice of holidays. */
  | { readonly kind: 'termChanged'; readonly number: string }
  | { readonly kind: 'taskGiven'; readonly task: string; readonly appeal: string | null }
  | { readonly kind: 'taskDone'; readonly task: string; readonly appeal: string | null }
  /** A person of the roster entered themselves, or was entered, in a sign-up of this group: they have seen what it is about. */
  | { readonly kind: 'signedUp'; readonly person: string; readonly chat: Chat }
  /** The charity booked a gift; `drive` and `gift` are the house's own ids. */
  | { readonly kind: 'giftBooked'; readonly drive: string; readonly gift: string }
  /** Something of a drive changed that its disclosure list shows: a booking, a use, a correction, a consent. */
  | { readonly kind: 'giftsChanged'; readonly drive: string }
  /** Somebody changed or took back (text null) a message whose dialogue is over. */
  | { readonly kind: 'messageChanged'; readonly message: string; readonly text: string | null }
  | { readonly kind: 'accountBound'; readonly person: string; readonly chat: Chat }
  /** Somebody took us into a group, or out of it. */
  | { readonly kind: 'botAdded'; readonly chat: Chat }
  | { readonly kind: 'botRemoved'; readonly chat: Chat }
  /** The platform gave the group another number. */
  | { readonly kind: 'chatMoved'; readonly from: Chat; readonly to: Chat }
