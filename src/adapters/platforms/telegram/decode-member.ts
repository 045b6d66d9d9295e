import type { Incoming } from '../../../inbox/arrival.ts'
import type { DecodeParts } from './decode-parts.ts'
import { chatOf, personOf } from './place.ts'
import type { Me, Member, MemberChange } from './update.ts'

/** Whether we may be in a chat: blocked in private and thrown out of a group are both `kicked`. */
const isIn = ({ status, is_member }: Member): boolean =>
  status === 'restricted' ? is_member === true : !['left', 'kicked'].includes(status)

/** What became of us in a chat. */
export function decodeMember(change: MemberChange, me: Me, parts: DecodeParts): Incoming | undefined {
  const chat = chatOf(change.chat, parts.account)
  const was = isIn(change.old_chat_member)
  const is = isIn(change.new_chat_member)
  if (chat === undefined || was === is) return undefined
  // Somebody who opens the private chat, or opens it again, says so by /start.
  if (is && chat.kind === 'private') return undefined
  const key = `us:${change.chat.id}:${change.date}:${change.new_chat_member.status}`
  return {
    idempotencyKey: key,
    chat,
    from: personOf(change.from),
    messageId: key,
    at: parts.now(),
    content: {
      kind: 'membership',
      change: is ? 'bot-added' : 'bot-removed',
      people: [{ id: String(me.id), name: me.first_name }],
    },
  }
}
