import type { Addressed } from '../../../inbox/arrival.ts'
import type { addressingByName } from '../addressing.ts'
import { readCommand } from './commands.ts'
import type { Entity, Me } from './update.ts'

export interface Words {
  readonly text: string
  readonly addressed: Addressed
  /** Somebody pressed Start, with what the link carried. */
  readonly start?: { readonly payload: string }
}

export interface Where {
  readonly isPrivate: boolean
  readonly isReplyToUs: boolean
}

/** A call and what separates it from the words after it. */
const AFTER_CALL = /^[\s\u2005,，:：]+/u

/** How a text reads without its calls to us, and whether it was meant for us: by command, entity, name or reply. */
export function hearWords(
  text: string,
  entities: readonly Entity[],
  me: Me,
  byName: ReturnType<typeof addressingByName>,
  where: Where,
): Words {
  const command = readCommand(text, me, where.isPrivate)
  if (command.kind === 'start') return { text: '', addressed: 'private', start: command }
  if (command.kind === 'others') return { text, addressed: 'none' }
  if (command.kind === 'ours')
    return { text: command.text, addressed: where.isPrivate ? 'private' : 'command' }
  const without = withoutCalls(text, entities, me)
  const heard = byName(without ?? text, where)
  if (without === undefined) return heard
  return { text: heard.text.trim(), addressed: where.isPrivate ? 'private' : 'mention' }
}

/** Undefined where nobody called us. Offsets count UTF-16 units, as strings here do. */
function withoutCalls(text: string, entities: readonly Entity[], me: Me): string | undefined {
  const calls = entities
    .filter(({ type, offset, length, user }) => {
      if (type === 'text_mention') return user?.id === me.id
      const said = text.slice(offset, offset + length)
      return type === 'mention' && said.toLowerCase() === `@${me.username.toLowerCase()}`
    })
    .sort((a, b) => b.offset - a.offset)
  if (calls.length === 0) return undefined
  let rest = text
  for (const { offset, length } of calls)
    rest = `${rest.slice(0, offset)} ${rest.slice(offset + length).replace(AFTER_CALL, '')}`
  return rest.trim()
}
