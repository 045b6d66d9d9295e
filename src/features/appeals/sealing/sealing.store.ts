import type { Chat } from '../../../kernel/chat.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Source } from '../appeal.ts'
import type { Look } from './sealing.effects.ts'

/** Port: what secrecy asks of storage beyond the appeals themselves. Each is a statement of its own. */
export interface SealingStore {
  /** Takes the asker out of the history of an appeal that was sealed after it was filed, and what `hide` hides out of its notes. */
  unname(number: string, hide: (note: string) => string, work: Work): Promise<void>
  /** Takes number and turn out of the keys of every letter about it: keys are listed beside chats. */
  unjoin(number: string, work: Work): Promise<void>
  /** The number of the appeal that this code belongs to; the code as `normalCode` writes it. */
  findByCode(code: string, work: Work): Promise<string | undefined>
  /** Wrong codes from this chat in this hour. */
  countMissed(chat: Chat, hour: Date, work: Work): Promise<number>
  noteMissed(chat: Chat, hour: Date, work: Work): Promise<void>
  /** Leaves of these messages only that one came: neither words nor name. Their enclosures are kept. */
  forgetSaid(said: readonly Source[], personId: string, work: Work): Promise<void>
  /** The same of what this dialogue wrote back, also of what is still on its way once it has left. */
  forgetAnswers(frame: string, home: Chat, work: Work): Promise<void>
  /** Who asked to look, and looked, at a sealed asker, the oldest first. */
  listLooks(number: string, work: Work): Promise<readonly Look[]>
}
