import type { StoredArrival } from '../inbox/arrival.ts'
import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Speaker } from './said.ts'

/**
 * The way to somebody whose private chat we may not open: a page in a browser, by a link that is good once and
 * that its holder proves in the group to be theirs. Letters at their door are read there; see `one-time-link`.
 */
export interface SideDoor {
  /** A link for this person, given in this group; an earlier one that nobody opened is void from now on. */
  linkFor(home: Chat, group: Chat, personId: string, work: Work): Promise<string>
  /** Whether they are at the page now. */
  isIn(home: Chat, work: Work): Promise<boolean>
  /** A number that somebody said in a group; `none`: it can have nothing to do with a page. */
  prove(by: Speaker, number: string, work: Work): Promise<'proved' | 'wrong' | 'none'>
}

/** Numbers of messages from the page begin with it; they say nothing about the platform's own door. */
export const SIDE_DOOR_PREFIX = 'once-'

export const cameByTheSideDoor = ({ messageId }: Pick<StoredArrival, 'messageId'>) =>
  messageId.startsWith(SIDE_DOOR_PREFIX)
