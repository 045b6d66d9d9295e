import { describe, expect, it } from 'vitest'
import { audienceName, everybody, reachOf } from '../../src/kernel/audience.ts'
import { readAudience } from '../../src/kernel/audience-words.ts'
import type { Directory, Group, RosterPerson } from '../../src/kernel/directory.ts'

const chambers = [
  ['machinery', '起重机械商会'],
  ['doors', '门窗行业协会'],
  ['food', '粮油食品商会'],
  ['oil', '粮油贸易商会'],
] as const
const group = (code: string, title: string, audience: Group['audience'], chamber?: string): Group => ({
  code,
  platform: 'stdio',
  account: 'main',
  chatId: `g-${code}`,
  title,
  audience,
  ...(chamber === undefined ? {} : { chamber }),
})
const person = (code: string, more: Partial<RosterPerson>): RosterPerson => ({
  code,
  name: code,
  roles: ['member'],
  ...more,
})

const directory: Directory = {
  version: 1,
  federation: '某县工商联',
  chambers: new Map(chambers.map(([code, name]) => [code, { code, name }])),
  companies: new Map([
    ['c1', { code: 'c1', name: '甲厂', aliases: [], chamber: 'machinery', tags: [] }],
    ['c2', { code: 'c2', name: '乙厂', aliases: [], chamber: 'doors', tags: [] }],
    ['c3', { code: 'c3', name: '丙厂', aliases: [], chamber: 'food', tags: [] }],
  ]),
  units: new Map(),
  people: new Map(
    [
      person('a', { company: 'c1' }),
      person('b', { company: 'c2' }),
      person('c', { company: 'c3' }),
      person('s', { roles: ['secretary'], chamber: 'machinery' }),
      person('li', { roles: ['staff'] }),
    ].map((one) => [one.code, one]),
  ),
  groups: new Map(
    [
      group('machinery-group', '起重机械商会群', 'public', 'machinery'),
      group('machinery-two', '起重机械二群', 'members', 'machinery'),
      group('doors-group', '门窗协会群', 'members', 'doors'),
      group('office', '机关工作群', 'internal'),
    ].map((one) => [one.code, one]),
  ),
  responsibilities: [],
}

const read = (text: string, isWhole = false) => {
  const heard = readAudience(text, directory, isWhole)
  return heard.kind === 'read' ? `${audienceName(directory, heard.spec)}|${heard.rest}` : heard.kind
}

describe('whom a notice is for is read from the words in front of it', () => {
  it.each([
    ['起重机械商会,门窗协会 明天9:30开会，请到。', '起重机械商会、门窗行业协会|明天9:30开会，请到。'],
    ['起重机械商会明天9:30开会', '起重机械商会|明天9:30开会'],
    ['起重机械、门窗：停电通知', '起重机械商会、门窗行业协会|停电通知'],
    ['给门窗行业协会会员：\n第一行\n第二行', '门窗行业协会|第一行\n第二行'],
    ['起重机械商会 和谐劳动关系培训', '起重机械商会|和谐劳动关系培训'],
    ['起重机械商会 明天到商会 开会', '起重机械商会|明天到商会 开会'],
    ['门窗协会企业用工情况请上报', '门窗行业协会|企业用工情况请上报'],
    ['机关工作群 下午三点例会', '机关工作群|下午三点例会'],
    ['全体 下周一闭馆', '全体|下周一闭馆'],
    ['所有商会，除了门窗协会：下周一闭馆', '全体（不含门窗行业协会）|下周一闭馆'],
    [
      '除粮油食品商会、门窗协会以外的所有商会 下周一闭馆',
      '全体（不含粮油食品商会、门窗行业协会）|下周一闭馆',
    ],
    ['全体不要迟到', '全体|不要迟到'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['明天停电', '各会员企业：明天停电', '机械设备检修提醒'])(
    'a text without a name is only a text: %s',
    (text) => {
      expect(read(text)).toBe('none')
    },
  )

  it('a chamber that is not in the roster is said back, not dropped', () => {
    expect(readAudience('起重机械商会、钢铁商会 明天开会', directory)).toEqual({
      kind: 'unknown',
      words: '钢铁商会',
    })
  })

  it('a part of two names is asked about', () => {
    expect(readAudience('粮油', directory, true)).toEqual({
      kind: 'ambiguous',
      words: '粮油',
      names: ['粮油食品商会', '粮油贸易商会'],
    })
  })

  it.each([
    ['机械', '起重机械商会|'],
    ['门窗和食品', '门窗行业协会、粮油食品商会|'],
    ['各会员企业', '全体|'],
  ])('asked to whom, bare words are names: %s', (text, expected) => {
    expect(read(text, true)).toBe(expected)
  })
})

describe('what an audience comes to', () => {
  const of = (text: string) => {
    const heard = readAudience(text, directory, true)
    if (heard.kind !== 'read') throw new Error(heard.kind)
    return reachOf(directory, heard.spec)
  }

  it('a chamber means its groups and its people, each once', () => {
    const reach = of('起重机械商会')
    expect(reach.groups.map(({ code }) => code)).toEqual(['machinery-group', 'machinery-two'])
    expect(reach.people).toEqual(['a', 's'])
    expect(reach.isForOne).toBe(true)
  })

  it('everybody leaves internal groups out and names the chambers that nobody reaches', () => {
    const reach = reachOf(directory, everybody)
    expect(reach.groups.map(({ code }) => code)).not.toContain('office')
    expect(reach.people).toEqual(['a', 'b', 'c', 's'])
    expect(reach.reachable).toEqual(['a', 'b', 's'])
    expect(reach.withoutGroup.map(({ code }) => code)).toEqual(['food', 'oil'])
    expect(reach.isForOne).toBe(false)
  })

  it('an exception takes out a chamber with its groups and its people', () => {
    const reach = of('全体，不含起重机械商会')
    expect(reach.groups.map(({ code }) => code)).toEqual(['doors-group'])
    expect(reach.people).toEqual(['b', 'c'])
  })

  it('an internal group is reached by its name and holds staff', () => {
    const reach = of('机关工作群')
    expect(reach.groups.map(({ code }) => code)).toEqual(['office'])
    expect(reach.reachable).toEqual(['li'])
    expect(reach.isForOne).toBe(true)
  })

  it('two chambers are more than one, two groups of one chamber are not', () => {
    expect(of('起重机械商会、门窗协会').isForOne).toBe(false)
    expect(of('起重机械商会群、起重机械二群').isForOne).toBe(true)
  })
})
