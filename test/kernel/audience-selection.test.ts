import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AudienceSpec, audienceName, membershipIn, nobody, reachOf } from '../../src/kernel/audience.ts'
import { readAudience } from '../../src/kernel/audience-words.ts'
import type { Directory, Group, RosterPerson } from '../../src/kernel/directory.ts'
import type { Role } from '../../src/kernel/person.ts'

const byCode = <One extends { readonly code: string }>(some: readonly One[]) =>
  new Map(some.map((one) => [one.code, one]))
const person = (code: string, name: string, more: Partial<RosterPerson>): RosterPerson => ({
  code,
  name,
  roles: ['member'],
  ...more,
})
const group = (code: string, title: string, chamber?: string): Group => ({
  code,
  platform: 'stdio',
  account: 'main',
  chatId: code,
  title,
  audience: 'public',
  ...(chamber === undefined ? {} : { chamber }),
})
const company = (
  code: string,
  name: string,
  chamber: string,
  town: string,
  trade: string,
  tags: string[],
) => ({
  code,
  name,
  aliases: [],
  chamber,
  town,
  trade,
  tags,
})
const people = [
  person('gao', '高远山', { company: 'beida' }),
  person('lin', '林小雨', { company: 'qingshan' }),
  person('lin2', '林小雨', { company: 'beida' }),
  person('tao', '陶然', { company: 'hexi' }),
  person('shu', '舒敏', { roles: ['secretary'], chamber: 'pump' }),
  person('ban', '班宁', { roles: ['secretary'], chamber: 'bamboo' }),
  person('qu', '曲波', { roles: ['handler'], unit: 'water' }),
  person('zeng', '曾会长', { title: '会长', chamber: 'bamboo' }),
]
const directory: Directory = {
  version: 1,
  federation: '某县工商联',
  chambers: byCode([
    { code: 'pump', name: '水泵商会' },
    { code: 'bamboo', name: '竹木商会' },
  ]),
  companies: byCode([
    company('beida', '北大泵业有限公司', 'pump', '石桥镇', '铸造', ['规上']),
    company('qingshan', '青山竹艺有限公司', 'bamboo', '石桥镇', '竹制品', []),
    company('hexi', '河西泵阀厂', 'pump', '沙湾乡', '铸造', ['规上', '专精特新']),
  ]),
  units: byCode([{ code: 'water', name: '水务局', categories: [] }]),
  people: byCode(people),
  groups: byCode([group('pump-group', '水泵商会群', 'pump'), group('all-group', '企业家大群')]),
  responsibilities: [],
}
const read = (text: string, isWhole = true) => {
  const heard = readAudience(text, directory, isWhole)
  if (heard.kind !== 'read') return heard.kind
  return `${audienceName(directory, heard.spec)}: ${reachOf(directory, heard.spec).people.join(' ')}`
}
const specOf = (text: string): AudienceSpec => {
  const heard = readAudience(text, directory, true)
  if (heard.kind !== 'read') throw new Error(heard.kind)
  return heard.spec
}

describe('people are meant by what the roster says of them', () => {
  it.each([
    ['石桥镇的企业和各商会秘书', '石桥镇的企业、各商会秘书: ban gao lin lin2 shu'],
    ['石桥镇的企业和各商会秘书，不含青山竹艺', '石桥镇的企业、各商会秘书（不含青山竹艺）: ban gao lin2 shu'],
    ['石桥的铸造企业', '石桥镇的铸造企业: gao lin2'],
    ['石桥镇和沙湾乡的规上企业', '石桥镇、沙湾乡的规上企业: gao lin2 tao'],
    ['水泵商会、竹木商会的秘书', '水泵商会、竹木商会的秘书: ban shu'],
    ['所有专精特新企业', '专精特新企业: tao'],
    ['会长们', '全体会长: zeng'],
    ['水务局和高远山总', '水务局的人员、高远山: gao qu'],
    ['1. 高远山\n2、陶然\n3. 舒敏', '高远山、陶然、舒敏: gao shu tao'],
    ['青山竹艺的林小雨', '青山竹艺的林小雨: lin'],
    ['水泵商会，河西泵阀除外', '水泵商会（不含河西泵阀）: gao lin2 shu'],
    ['除了青山竹艺以外的所有企业', '全体（不含青山竹艺）: ban gao lin2 shu tao zeng'],
    ['做铸造的', '铸造企业: gao lin2 tao'],
    ['河西', '河西泵阀: tao'],
    ['水泵商会，不含河西', '水泵商会（不含河西泵阀）: gao lin2 shu'],
    ['石桥镇做铸造的，除了河西泵阀', '石桥镇的铸造企业（不含河西泵阀）: gao lin2'],
    ['搞铸造的老板们', '铸造企业: gao lin2 tao'],
    ['石桥镇的 做铸造的 除了河西泵阀', '石桥镇的铸造企业（不含河西泵阀）: gao lin2'],
    ['水泵商会里沙湾乡的', '水泵商会沙湾乡的企业: tao'],
    ['水泵商会的老板们', '水泵商会: gao lin2 shu tao'],
    ['专精特新企业', '专精特新企业: tao'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['各商会秘书明天下班前报表', '各商会秘书: ban shu'],
    ['石桥镇的企业：明天停水', '石桥镇的企业: gao lin lin2'],
    ['高远山 明天来一趟', '高远山: gao'],
    ['高远山 陶然 明天来一趟', '高远山、陶然: gao tao'],
    ['石桥镇的 做铸造的 除了青山竹艺 明天开会', '石桥镇的铸造企业（不含青山竹艺）: gao lin2'],
    ['做铸造的：明天开会', '铸造企业: gao lin2 tao'],
  ])('at the head of a notice: %s', (text, expected) => {
    expect(read(text, false)).toBe(expected)
  })

  it.each([
    '石桥镇停水通告',
    '做好防汛工作',
    '做铸造安全检查的准备',
    '会长办公会明天召开',
    '铸造安全培训明天举行',
    '竹制品展销会',
  ])('words that only begin like a name are the text: %s', (text) => {
    expect(read(text, false)).toBe('none')
  })

  it('an exception that nobody has is said back, never left out in silence', () => {
    for (const isWhole of [true, false]) {
      const heard = readAudience('水泵商会，不含玉石加工厂：明天开会', directory, isWhole)
      expect(heard).toMatchObject({ kind: 'unknown', words: '玉石加工厂' })
      expect(readAudience('水泵商会，不含河西：明天开会', directory, isWhole)).toMatchObject({
        kind: 'read',
        spec: { except: [{ companies: ['hexi'] }] },
        rest: '明天开会',
      })
    }
    expect(readAudience('水泵商会，除了玉石加工厂', directory, true)).toMatchObject({ kind: 'unknown' })
    expect(readAudience('水泵商会 除了周三都可以来', directory)).toMatchObject({ rest: '除了周三都可以来' })
    expect(readAudience('水泵商会 不要迟到', directory)).toMatchObject({ rest: '不要迟到' })
  })

  it('two of one name are asked about, and names that nobody has are all said back', () => {
    expect(readAudience('林小雨', directory, true)).toMatchObject({
      kind: 'ambiguous',
      names: ['林小雨（青山竹艺）', '林小雨（北大泵业）'],
    })
    expect(readAudience('高远山\n甲某某\n乙某某', directory, true)).toEqual({
      kind: 'unknown',
      words: '甲某某、乙某某',
    })
    expect(readAudience('高远山、甲某某 明天来一趟', directory)).toMatchObject({ kind: 'unknown' })
    // The trade of a name is not the chamber of that name.
    expect(readAudience('铸造商会', directory, true)).toMatchObject({ kind: 'unknown' })
  })
})

describe('what such an audience comes to', () => {
  it('a group in which somebody excepted reads is not used, unless that is said', () => {
    const spec = specOf('水泵商会，河西泵阀除外')
    expect(reachOf(directory, spec)).toMatchObject({ groups: [], insteadOf: [{ code: 'pump-group' }] })
    const despite = reachOf(directory, { ...spec, despite: true })
    expect(despite.groups.map(({ code }) => code)).toEqual(['pump-group'])
    expect(despite.people).not.toContain('tao')
  })

  it('people of several chambers are for more than one, a list of names is not', () => {
    expect(reachOf(directory, specOf('石桥镇的企业')).isForOne).toBe(false)
    expect(reachOf(directory, specOf('石桥镇的铸造企业')).isForOne).toBe(true)
    expect(reachOf(directory, specOf('高远山、青山竹艺')).isForOne).toBe(true)
  })

  it('nobody excepted is ever among the people, and nobody reachable is outside them', () => {
    const some = fc.subarray(['pump', 'bamboo'])
    const picked = fc.array(
      fc.oneof(
        fc.record({ towns: fc.subarray(['石桥镇', '沙湾乡'], { minLength: 1 }) }),
        fc.record({ companies: fc.subarray(['beida', 'qingshan', 'hexi'], { minLength: 1 }) }),
        fc.record({
          people: fc.subarray(
            people.map(({ code }) => code),
            { minLength: 1 },
          ),
        }),
        fc.record({ roles: fc.constant<Role[]>(['secretary']) }),
      ),
      { maxLength: 3 },
    )
    const anySpec = fc.record({
      everybody: fc.boolean(),
      chambers: some,
      groups: fc.subarray(['pump-group', 'all-group']),
      exceptChambers: some,
      also: picked,
      except: picked,
    })
    fc.assert(
      fc.property(anySpec, (parts) => {
        const spec: AudienceSpec = { ...nobody, ...parts }
        const reach = reachOf(directory, spec)
        const left = reachOf(directory, { ...nobody, chambers: spec.exceptChambers, also: spec.except })
        const excepted = left.people
        expect(reach.people.filter((code) => excepted.includes(code))).toEqual([])
        expect(reach.reachable.every((code) => reach.people.includes(code))).toBe(true)
        // None of the groups that are used is read by somebody excepted.
        const seats = membershipIn(directory, reach.groups)
        for (const code of excepted) expect(seats(directory.people.get(code) as RosterPerson)).toEqual([])
      }),
    )
  })
})
