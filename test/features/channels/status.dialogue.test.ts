import { expect, test } from 'vitest'
import type { AccountRecord } from '../../../src/conversation/account-health.ts'
import type { Speaker } from '../../../src/conversation/said.ts'
import { type News, newsOf, tellAt } from '../../../src/features/channels/owed-to-staff.ts'
import { statusDialogue } from '../../../src/features/channels/status.dialogue.ts'
import { ROLES } from '../../../src/kernel/person.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'

const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-song' } as const
const at = new Date('2026-03-05T10:00:00+08:00')
const speaker = (roles: Speaker['person']['roles']): Speaker => ({
  person: { code: 'song', name: '宋敏', roles },
  personId: 'u-song',
  chat: home,
  home,
  at,
})
const asked = {
  kind: 'say',
  said: { text: '渠道状态', pieces: [{ message: 'm', text: '渠道状态' }], addressed: 'private' },
} as const
const account: AccountRecord = {
  key: 'wechat:wechat',
  platform: 'wechat',
  account: 'wechat',
  state: 'offline',
  since: at,
  reportedAt: at,
}

test('the channels are shown at once, and nothing is awaited', () => {
  const edges = explore(statusDialogue, {
    by: speaker(['staff']),
    starts: { asks: { turn: asked } },
    moves: {},
    facts: () => ({ now: { accounts: [account], waiting: new Map() } }),
    confirmed: () => 'needs-yes',
  })
  expectDiagram(statusDialogue.name, edges)
})

test('they are looked up for staff and auditors only', () => {
  const allowed = ROLES.filter((role) => {
    const needs = statusDialogue.needs?.(undefined, { by: speaker([role]), ...asked }, undefined, {})
    return Object.keys(needs ?? {}).length > 0
  })
  expect(allowed).toEqual(['staff', 'auditor'])
})

test.each<[AccountRecord['state'], AccountRecord['toldState'], News | undefined]>([
  ['online', undefined, undefined],
  ['connecting', undefined, 'offline'],
  ['offline', undefined, 'offline'],
  ['offline', 'online', 'offline'],
  ['offline', 'offline', undefined],
  ['connecting', 'offline', undefined],
  ['needs-login', 'offline', 'needs-login'],
  ['needs-login', 'needs-login', undefined],
  ['offline', 'needs-login', undefined],
  ['connecting', 'needs-login', undefined],
  ['restricted', 'needs-login', 'restricted'],
  ['restricted', 'restricted', undefined],
  ['offline', 'restricted', 'offline'],
  ['online', 'restricted', 'online'],
  ['online', 'offline', 'online'],
  ['online', 'online', undefined],
])('%s, when staff know it %s: %s is news', (state, toldState, news) => {
  const one = { ...account, state, ...(toldState === undefined ? {} : { toldState }) }
  expect(newsOf(one)).toBe(news)
  const due = tellAt(one)
  expect(due === undefined).toBe(news === undefined)
  // Within a minute, and not for a mere reconnect.
  const seconds = due === undefined ? 30 : (due.getTime() - at.getTime()) / 1000
  expect(seconds).toBeGreaterThanOrEqual(20)
  expect(seconds).toBeLessThan(60)
})
