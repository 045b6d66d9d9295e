import type { Speaker } from './said.ts'

/** The platform of what nobody said. */
export const HOUSE = 'house'

/** Who acts when the clock does. It holds no role: features decide by their own rules what is owed. */
export function theHouseItself(at: Date): Speaker {
  const chat = { platform: HOUSE, account: 'house', kind: 'private', chatId: 'house' } as const
  return { person: { code: 'house', name: '娘家', roles: [] }, personId: 'house', chat, home: chat, at }
}
