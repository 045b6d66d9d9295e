import type { Incoming } from '../../../inbox/arrival.ts'
import { decodeMember } from './decode-member.ts'
import { decodeEdited, decodeMessage } from './decode-message.ts'
import type { DecodeParts } from './decode-parts.ts'
import { decodePress } from './decode-press.ts'
import { Envelope, KINDS, type Me, MemberChange, Message, Press } from './update.ts'

export type Decoded =
  | { readonly kind: 'incoming'; readonly incoming: Incoming; readonly press?: Press }
  /** Well formed, and nothing that concerns us. */
  | { readonly kind: 'nothing' }
  /** Not as an update is; `where` names the part, never what stood there. */
  | { readonly kind: 'malformed'; readonly where: string }

/** Total: whatever comes is an arrival, nothing, or malformed. */
export function decode(update: unknown, me: Me, parts: DecodeParts): Decoded {
  const envelope = Envelope.safeParse(update)
  if (!envelope.success) return { kind: 'malformed', where: 'update' }
  const kind = KINDS.find((one) => envelope.data[one] !== undefined)
  if (kind === undefined) return { kind: 'nothing' }
  const given = envelope.data[kind]
  switch (kind) {
    case 'message':
      return read(Message, given, kind, (message) => arrived(decodeMessage(message, me, parts)))
    case 'edited_message':
      return read(Message, given, kind, (message) =>
        arrived(decodeEdited(message, envelope.data.update_id, me, parts)),
      )
    case 'my_chat_member':
      return read(MemberChange, given, kind, (change) => arrived(decodeMember(change, me, parts)))
    case 'callback_query':
      return read(Press, given, kind, (press) => {
        const incoming = decodePress(press, parts)
        return incoming === undefined ? { kind: 'nothing' } : { kind: 'incoming', incoming, press }
      })
  }
}

const arrived = (incoming: Incoming | undefined): Decoded =>
  incoming === undefined ? { kind: 'nothing' } : { kind: 'incoming', incoming }

function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  given: unknown,
  where: string,
  use: (value: T) => Decoded,
): Decoded {
  const parsed = schema.safeParse(given)
  return parsed.success ? use(parsed.data) : { kind: 'malformed', where }
}
