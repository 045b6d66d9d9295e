import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { audience, county, groupOf } from '../../../../bench/receipts/county.ts'
import { attribute, type Sayer } from '../../../../src/features/notices/receipts/attribute.ts'
import { listReceipts, outweighs, type Receipt } from '../../../../src/features/notices/receipts/receipt.ts'
import { couldAnswer } from '../../../../src/features/notices/receipts/said-clauses.ts'

const known = (code: string): Sayer => ({
  code,
  shown: county.people.get(code)?.name ?? '',
  chamber: groupOf(code),
})
const stranger = (shown: string): Sayer => ({ code: undefined, shown, chamber: 'motors' })

/** 雷振华 acknowledged → `lei acknowledged`; what staff have to look at → `? acknowledged`. */
function come(words: string, sayer: Sayer): string {
  const { receipts, doubt } = attribute(words, sayer, audience, county)
  const sure = receipts.filter(({ kind }) => kind !== 'unclear')
  return [
    ...sure.map(({ person, kind }) => `${person} ${kind}`).sort(),
    ...(doubt === undefined ? [] : [`? ${doubt}`]),
  ].join(', ')
}

describe('a short line of somebody whom the roster knows', () => {
  it.each([
    ['收到', 'lei acknowledged'],
    ['收到！', 'lei acknowledged'],
    ['好的收到🤝', 'lei acknowledged'],
    ['1', 'lei acknowledged'],
    ['👌🏻👌🏻', 'lei acknowledged'],
    ['＠娄敏 收到，准时参加', 'lei acknowledged'],
    ['收到 我们带两台设备过去', 'lei acknowledged'],
    ['收到我叫会计把报表准备好', 'lei acknowledged'],
    ['收到，请问停车方便吗', 'lei acknowledged'],
    ['收到，但出差去不了', 'lei onLeave'],
    ['我请个假，家里有事', 'lei onLeave'],
    ['收到，让小孙去参加', 'lei onLeave'],
    ['在高速 晚点看', 'lei seen'],
    ['收到，回头细看', 'lei seen'],
    ['收到，不一定能去', '? unclear'],
    ['收到，人在外地', '? unclear'],
    ['收到 周六不行啊', 'lei onLeave'],
    ['好的', '? unclear'],
    ['好的主任', 'lei acknowledged'],
    ['通知57 收到', 'lei acknowledged'],
    ['通知57 我去不了了，让小孙去', 'lei onLeave'],
    ['代回 谭小军', 'tan acknowledged'],
    ['代回 通知57 谭小军', 'tan acknowledged'],
    ['代回 查无此人', ''],
  ])('%s → %s', (line, expected) => {
    expect(come(line, known('lei'))).toBe(expected)
  })

  it.each([
    '没收到啊',
    '谁收到货款了',
    '收到了吗？',
    '大家收到请回复',
    '收到款了 谢谢',
    '几点开始',
    '明天来我厂里看看',
    '厂里工人都请假回家了',
    '今天请假的人多',
    '我出差了，机器先放你那',
    '谢谢',
    '1.5 吨',
    '1 吨',
    `收到${'的材料已经按要求交上去了'.repeat(6)}`,
  ])('is no answer and is forgotten: %s', (line) => {
    expect(come(line, known('lei'))).toBe('')
  })
})

describe('an answer for somebody else', () => {
  it.each([
    ['hu', '雷总收到，胡会计代', 'lei acknowledged'],
    ['hu', '我替老雷回一个', 'lei acknowledged'],
    ['hu', '我和雷总都收到', 'hu acknowledged, lei acknowledged'],
    ['hu', '雷总在外面不方便，他收到了', 'lei acknowledged'],
    ['hu', '收到，雷总', 'hu acknowledged'],
    ['bao', '潘国强、何春生收到', 'he acknowledged, pan acknowledged'],
    ['bao', '谭小军收到 潘国强请假', 'pan onLeave, tan acknowledged'],
    ['bao', '永福五金收到', 'qian acknowledged'],
    ['bao', '娄主任收到', 'bao acknowledged'],
  ])('%s: %s → %s', (code, line, expected) => {
    expect(come(line, known(code))).toBe(expected)
  })

  it.each([
    ['two of that name in the chamber', 'bao', '张总收到'],
    ['nobody of that name', 'bao', '龚总收到'],
    ['nobody was named', 'hu', '收到，我代回'],
    ['everybody, in one word', 'bao', '都收到了'],
    ['kin', 'hu', '我们老板收到'],
  ])('is left to staff: %s', (_why, code, line) => {
    expect(come(line, known(code))).toMatch(/^\? /u)
  })

  test('the same company comes first: 张总 of those who work for one is that one', () => {
    expect(come('张总收到，前台代', stranger('金宇电机 前台'))).toBe('zhang2 acknowledged')
  })

  test('an employee whom nobody knows speaks of no 钱总 of another company', () => {
    expect(come('钱总收到', stranger('金宇电机 前台'))).toBe('? acknowledged')
  })
})

describe('somebody whose account nobody knows', () => {
  it.each([
    ['雷振华-宏达起重', 'lei acknowledged'],
    ['A瑞丰农机-孟祥瑞 138专线', 'meng acknowledged'],
    ['建平模具罗建平', 'luo acknowledged'],
    ['春生钣金何总', 'he acknowledged'],
    ['何春生～接单中', 'he acknowledged'],
    ['平安是福', '? acknowledged'],
    ['宏达起重小吴', '? acknowledged'],
    ['何春生的助理', '? acknowledged'],
    ['雷振华-恒昌铸造', '? acknowledged'],
    ['马超市', '? acknowledged'],
    ['娄敏', ''],
  ])('showing %s', (shown, expected) => {
    expect(come('收到', stranger(shown))).toBe(expected)
  })

  test('signs with a name that one of the audience has', () => {
    expect(come('收到 谭小军', stranger('平安是福'))).toBe('tan acknowledged')
    expect(come('我是谭小军，收到', stranger('平安是福'))).toBe('tan acknowledged')
  })

  test('and says 好的: no news to anybody', () => {
    expect(come('好的', stranger('平安是福'))).toBe('')
  })
})

const lines = ['open.tsv', 'held.tsv'].flatMap((file) =>
  readFileSync(join(import.meta.dirname, '../../../../bench/receipts', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [by = '', words = ''] = line.split('\t')
      return { sayer: by.startsWith('=') ? stranger(by.slice(1)) : known(by), words }
    }),
)
const everyone = [...audience]

test('whoever is meant, and whatever is said, nobody else gets a receipt', () => {
  fc.assert(
    fc.property(
      fc.subarray(everyone),
      fc.constantFrom(...lines),
      fc.constantFrom(...lines),
      fc.constantFrom('，', ' ', '', '\n'),
      (some, one, other, between) => {
        const meant = new Set(some)
        const said = `${one.words}${between}${other.words}`
        const { receipts } = attribute(said, one.sayer, meant, county)
        expect(receipts.filter(({ person }) => !meant.has(person))).toEqual([])
        expect(new Set(receipts.map(({ person }) => person)).size).toBe(receipts.length)
      },
    ),
  )
})

test('what is an answer passes the first look, before the store is asked', () => {
  const missed = lines.filter(({ sayer, words }) => {
    const { receipts, doubt } = attribute(words, sayer, audience, county)
    return (receipts.length > 0 || doubt !== undefined) && !couldAnswer(words)
  })
  expect(missed).toEqual([])
})

describe('receipts', () => {
  const receipt = (person: string, kind: Receipt['kind']) => ({ person, kind })

  it('put everybody of the audience into exactly one list, and nobody else', () => {
    const people = ['a', 'b', 'c', 'd', 'e']
    const lists = listReceipts(people, [
      receipt('a', 'acknowledged'),
      receipt('b', 'onLeave'),
      receipt('c', 'seen'),
      receipt('d', 'unclear'),
      receipt('stranger', 'acknowledged'),
    ])
    expect(lists).toEqual({
      acknowledged: ['a'],
      onLeave: ['b'],
      seen: ['c'],
      unclear: ['d'],
      missing: ['e'],
    })
  })

  it('a word that says less does not undo one that said more', () => {
    expect(outweighs('acknowledged', 'seen')).toBe(true)
    expect(outweighs('onLeave', 'acknowledged')).toBe(true)
    expect(outweighs('unclear', 'acknowledged')).toBe(false)
    expect(outweighs('acknowledged', 'onLeave')).toBe(false)
  })
})
