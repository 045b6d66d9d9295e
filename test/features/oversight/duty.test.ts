import { describe, expect, it, test } from 'vitest'
import type { Speaker } from '../../../src/conversation/said.ts'
import type { TurnContent } from '../../../src/conversation/turn.ts'
import { dutyDialogue } from '../../../src/features/oversight/duty.dialogue.ts'
import { readDuty } from '../../../src/features/oversight/read-duty.ts'
import { expectDiagram } from '../../support/diagram.ts'
import { explore } from '../../support/explore.ts'
import { DIRECTORY } from './small-directory.ts'

const AT = new Date('2026-03-20T10:00:00+08:00')
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-1' } as const
const staff: Speaker = {
  person: { code: 'song', name: '宋敏', roles: ['staff'] },
  personId: 'u-1',
  chat: home,
  home,
  at: AT,
}
const say = (text: string): TurnContent => ({
  kind: 'say',
  said: { text, pieces: [{ message: 'm', text }], addressed: 'private' },
})

function ask(text: string): string {
  const asked = readDuty(text, AT)
  if (asked === undefined) throw new Error(`"${text}" asks for nobody's duty`)
  const beginning = { data: asked, onTop: false, frame: 'f' }
  const taken = dutyDialogue.start({ by: staff, ...say(text) }, { directory: DIRECTORY }, beginning)
  return taken.says.map((one) => one.text).join('\n')
}

describe('how it is asked', () => {
  it.each([
    ['3月7日谁分包宏远机械', '2026-03-07', '2026-03-07'],
    ['宏远机械现在谁包', '2026-03-20', '2026-03-20'],
    ['天禾是哪个领导包联的', '2026-03-20', '2026-03-20'],
    ['农机商会的包联领导是谁', '2026-03-20', '2026-03-20'],
    ['去年谁包的天禾', '2025-01-01', '2025-12-31'],
    ['天禾农机历任包联领导都有谁', '', '2026-03-20'],
    ['上个月谁联系五峰钢构', '2026-02-01', '2026-02-28'],
    ['天禾归谁包', '2026-03-20', '2026-03-20'],
    ['江县长包哪些企业', '2026-03-20', '2026-03-20'],
    ['江远联系的是哪几家', '2026-03-20', '2026-03-20'],
  ])('%s', (text, from, to) => expect(readDuty(text, AT)).toMatchObject({ from, to }))

  it.each([
    '天禾那个贷款谁在办',
    '这件诉求谁负责联系',
    '我包的企业有几件没办完',
    '谁没回通知57',
    '我包哪些企业',
  ])('%s asks something else', (text) => expect(readDuty(text, AT)).toBeUndefined())
})

describe('what is answered', () => {
  it('whom a leader answers for, named by title', () => {
    expect(ask('江县长包哪些企业')).toMatch(/^江远副县长包联 \d+ 家商会、\d+ 家企业。\n商会：农机装备商会/u)
  })
  it('by the chamber, with its dates', () => {
    expect(ask('天禾农机现在谁包')).toContain(
      '云岭县天禾农机有限公司今天由江远副县长包联（按农机装备商会，2026年1月1日起）',
    )
  })
  it('by the firm’s own from its first day, and who it is today where that is another', () => {
    expect(ask('2月28日谁包五峰钢构')).toMatch(
      /2026年2月28日由江远副县长包联[\s\S]*今天是县政协副主席唐越包联/u,
    )
  })
  it('before anybody was named it says so', () => {
    expect(ask('2025年10月3日谁包天禾')).toMatch(/2025年10月3日没有登记包联领导。\n今天是江远副县长包联/u)
  })
  it('over a time, one line for each', () => {
    expect(ask('五峰钢构历任包联领导都有谁')).toBe(
      [
        '五峰钢构有限公司的包联领导：',
        '2026年1月1日至2026年2月28日 江远副县长',
        '2026年3月1日起 县政协副主席唐越',
      ].join('\n'),
    )
  })
  it('a part of a name that two firms share is asked about', () => {
    expect(ask('五峰现在谁包')).toContain('您问的是哪一家')
  })
})

test('every state can be left and resumed', () => {
  const start = (text: string) => ({ turn: say(text), data: readDuty(text, AT) })
  const edges = explore(dutyDialogue, {
    by: staff,
    starts: {
      'names one firm': start('天禾农机现在谁包'),
      'names a part of a name': start('五峰现在谁包'),
      'names nobody': start('现在谁包'),
    },
    moves: { 'names it': say('五峰铸件'), 'says something else': say('等一下') },
    facts: () => ({ directory: DIRECTORY }),
    confirmed: () => 'free',
  })
  expectDiagram(dutyDialogue.name, edges)
})
