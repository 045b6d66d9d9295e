import type { Said, Speaker } from '../../../src/conversation/said.ts'
import type { Turn } from '../../../src/conversation/turn.ts'
import { type Appeal, untouched } from '../../../src/features/appeals/appeal.ts'
import type { Category } from '../../../src/kernel/appeal-terms.ts'
import type { Directory } from '../../../src/kernel/directory.ts'
import type { Role } from '../../../src/kernel/person.ts'

/** An invented county for the pure tests: two firms that share half a name, units with long official names. */
export const DIRECTORY: Directory = {
  version: 1,
  federation: '云岭县工商业联合会',
  chambers: new Map([['machinery', { code: 'machinery', name: '农机商会' }]]),
  companies: new Map([
    ['tianhe', company('tianhe', '天禾农机有限公司', ['天禾农机'], 'machinery')],
    ['tianhefeed', company('tianhefeed', '天禾饲料有限公司', ['天禾饲料'], 'machinery')],
  ]),
  units: new Map([
    ['treasury', unit('treasury', '县财政局（金融办）', ['financing'])],
    ['labour', unit('labour', '县人力资源和社会保障局', ['labour'])],
    ['market', unit('market', '县市场监督管理局', ['permits', 'ip'])],
    ['power', unit('power', '供电公司', ['utilities'])],
  ]),
  people: new Map([
    ['jin', { code: 'jin', name: '金波', roles: ['handler'], unit: 'treasury' }],
    ['jiang', { code: 'jiang', name: '江远', roles: ['leader'] }],
  ]),
  groups: new Map(),
  responsibilities: [{ leader: 'jiang', chamber: 'machinery' }],
}

function company(code: string, name: string, aliases: readonly string[], chamber: string) {
  return { code, name, aliases, chamber, tags: [] }
}

function unit(code: string, name: string, categories: readonly Category[]) {
  return { code, name, categories }
}

/** A Monday morning in March. */
export const NOW = new Date('2026-03-02T09:00:00+08:00')

export function speaker(role: Role | undefined, more: Partial<Speaker['person']> = {}): Speaker {
  const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
  const person = { code: 'he', name: '何志平', roles: role === undefined ? [] : [role], ...more }
  return { person, personId: 'u-1', chat: home, home, at: NOW }
}

export const member = speaker('member', { company: 'tianhe' })
export const stranger = speaker(undefined, { code: undefined, name: '访客' })
export const staff = speaker('staff', { code: 'song', name: '宋敏' })
export const handler = speaker('handler', { code: 'jin', name: '金波', unit: 'treasury' })

/** One line, its own message unless named. */
export function said(text: string, message = `m-${text.slice(0, 8)}`): Said {
  return { text, pieces: [{ message, text }], addressed: 'private' }
}

export function says(text: string, by: Speaker = member, message?: string): Turn {
  return { by, kind: 'say', said: said(text, message) }
}

export const APPEAL: Appeal = {
  ...untouched,
  place: null,
  wish: null,
  anonymous: false,
  contactDueAt: new Date('2026-03-03T17:30:00+08:00'),
  resolveDueAt: null,
  number: '2026-0012',
  version: 1,
  status: 'filed',
  category: 'financing',
  urgency: 'normal',
  company: { code: 'tianhe', name: '天禾农机有限公司' },
  chamber: 'machinery',
  asker: { code: 'he', name: '何志平' },
  sealed: false,
  summary: '续贷一直不放款',
  text: '农行的续贷一直不放款',
  files: [],
  sources: ['m-1'],
  filedAt: NOW,
  dueAt: new Date('2026-03-05T17:30:00+08:00'),
  leader: 'jiang',
  route: null,
}
