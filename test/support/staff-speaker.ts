import type { Speaker } from '../../src/conversation/said.ts'
import type { TurnContent } from '../../src/conversation/turn.ts'
import type { Role } from '../../src/kernel/person.ts'

const chat = { platform: 'stdio', account: 'main', kind: 'private', chatId: 'u-1' } as const

/** Somebody of this role in their private chat, on a Monday morning. */
export const speakerAs = (role: Role): Speaker => ({
  person: { code: 'one', name: '某人', roles: [role] },
  personId: 'u-1',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
})

export const saying = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: `m-${text}`, text }], addressed: 'private' },
})
