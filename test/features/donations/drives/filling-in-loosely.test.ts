import { expect, it } from 'vitest'
import { hearDraft } from '../../../../src/features/donations/drives/drive-draft.ts'
import { readFields } from '../../../../src/features/donations/drives/drive-fields.ts'
import { everybody } from '../../../../src/kernel/audience.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'

const NOW = new Date('2026-11-02T01:00:00Z')
const directory: Directory = {
  version: 1,
  federation: '某县工商联',
  chambers: new Map(),
  companies: new Map(),
  units: new Map(),
  people: new Map(),
  groups: new Map(),
  responsibilities: [],
}
const before = { fields: { title: '防汛救灾' }, audience: everybody }
const hear = (asked: Parameters<typeof hearDraft>[1], said: string) =>
  hearDraft(before, asked, said, directory, NOW)

it('several things in one sentence are told apart', () => {
  expect(readFields('慈善组织是云岭县慈善会，证书编号 53330000MJ0000123X', NOW).fields).toEqual({
    charity: '云岭县慈善会',
    certificateNumber: '53330000MJ0000123X',
  })
  expect(readFields('备案编号 FA20261101，11月25日到12月25日', NOW).fields).toEqual({
    planNumber: 'FA20261101',
    period: '2026-11-25/2026-12-25',
  })
  expect(readFields('用途：买水泵，查询 慈善会网站', NOW).fields).toEqual({
    use: '买水泵',
    howToCheck: '慈善会网站',
  })
})

it('a value with a comma of its own stays whole', () => {
  expect(readFields('用途：买水泵，安置灾民，时间紧迫', NOW).fields).toEqual({
    use: '买水泵，安置灾民，时间紧迫',
  })
})

it('what was written wrongly is put right by its name', () => {
  for (const said of [
    '户名写错了，是云岭县慈善会',
    '户名不对，应该是云岭县慈善会',
    '户名错了 是云岭县慈善会',
  ])
    expect(readFields(said, NOW).fields, said).toEqual({ accountHolder: '云岭县慈善会' })
})

it('the answer to the question may be followed by others', () => {
  expect(hear('charity', '云岭县慈善会，证书编号 53330000MJ0000123X').draft?.fields).toEqual({
    title: '防汛救灾',
    charity: '云岭县慈善会',
    certificateNumber: '53330000MJ0000123X',
  })
})

it('a question or a remark about something else is no answer', () => {
  for (const said of ['还缺啥', '还差什么', '好了吗', '捐款发到哪了', '能发了没', '现在到哪一步了'])
    expect(hear('charity', said).draft, said).toBeUndefined()
})

it('a period is known by its shape, whatever was asked', () => {
  expect(hear('certificateNumber', '11月25日到12月25日').draft?.fields).toEqual({
    title: '防汛救灾',
    period: '2026-11-25/2026-12-25',
  })
})

it('an account number is never taken for an answer', () => {
  const heard = hear('certificateNumber', '某银行 账号 6222021234567890128 ，查询 慈善会网站')
  expect(JSON.stringify(heard.draft)).not.toContain('6222')
  expect(heard.draft?.fields.howToCheck).toBe('慈善会网站')
  expect(heard.draft?.fields.certificateNumber).toBeUndefined()
  expect(hear('beneficiary', '某银行 账号 6222021234567890128').draft).toBeUndefined()
  expect(heard.problems).toHaveLength(1)
  const bare = hear('certificateNumber', '6222021234567890128')
  expect(bare.draft).toBeUndefined()
  expect(bare.problems).toHaveLength(1)
})
