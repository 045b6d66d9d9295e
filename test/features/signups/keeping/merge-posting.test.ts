import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DIRECTORY } from '../../../../bench/signups/judge-case.ts'
import type { Chain, Entry } from '../../../../src/features/signups/chain.ts'
import type { Conflict } from '../../../../src/features/signups/keeping/conflict.ts'
import { mergeLine } from '../../../../src/features/signups/keeping/merge-line.ts'
import { mergePosting } from '../../../../src/features/signups/keeping/merge-posting.ts'
import { circleIn, posterOf } from '../../../../src/features/signups/keeping/roster-circle.ts'
import { readChain } from '../../../../src/features/signups/reading/read-chain.ts'
import type { Chat } from '../../../../src/kernel/chat.ts'

const AT = new Date('2026-03-02T09:00:00+08:00')
const CHAT: Chat = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-hardware' }
const CIRCLE = circleIn(DIRECTORY, CHAT)
const EMPTY: Chain = {
  id: 'chain:1',
  version: 1,
  number: 1,
  title: '参观',
  heading: '#接龙 参观',
  chat: CHAT,
  chatKey: 'chat',
  state: 'open',
  told: [],
  postings: [],
  startedAt: AT,
  changedAt: AT,
}
/** People whose names and surnames nobody shares. */
const PEOPLE = ['han', 'peng', 'he', 'gong', 'kong', 'fan', 'shao'] as const

const numbered = (rows: readonly string[]) =>
  ['#接龙 参观', ...rows.map((row, n) => `${n + 1}. ${row}`)].join('\n')
const nameOf = (code: string) => DIRECTORY.people.get(code)?.name ?? code

function keeper() {
  let chain = EMPTY
  let entries: readonly Entry[] = []
  const conflicts: Conflict[] = []
  let minutes = 0
  return {
    post(code: string, rows: readonly string[]) {
      const posting = readChain(numbered(rows))
      if (posting === undefined) throw new Error('No chain.')
      const person = DIRECTORY.people.get(code) ?? { code: undefined, name: code, roles: [] }
      const at = new Date(AT.getTime() + ++minutes * 60_000)
      const merged = mergePosting(
        { chain, entries, at },
        posting,
        posterOf(person, CHAT, DIRECTORY, CIRCLE),
        CIRCLE,
        `m-${minutes}`,
      )
      chain = { ...chain, postings: merged.postings }
      entries = merged.entries
      conflicts.push(...merged.conflicts)
    },
    says(code: string) {
      const person = DIRECTORY.people.get(code) ?? { code: undefined, name: code, roles: [] }
      const at = new Date(AT.getTime() + ++minutes * 60_000)
      const by = posterOf(person, CHAT, DIRECTORY, CIRCLE)
      const line = { kind: 'join', heads: 1, isBare: false } as const
      entries = mergeLine({ chain, entries, at }, line, by, `m-${minutes}`, 'told').entries
    },
    entries: () => entries,
    inside: () => entries.filter(({ state }) => state === 'in').map(({ person }) => person),
    conflicts: () => conflicts.map(({ kind }) => kind),
  }
}

describe('a list that is copied and posted again', () => {
  test('loses nobody, whichever earlier copy each of them took', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...PEOPLE], { minLength: 1 }),
        fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
        (people, picks) => {
          const list = keeper()
          const copies: string[][] = [['葛平']]
          list.post('ge', ['葛平'])
          for (const [n, code] of people.entries()) {
            const copy = [...(copies[(picks[n] ?? 0) % copies.length] ?? []), nameOf(code)]
            copies.push(copy)
            list.post(code, copy)
          }
          expect(list.inside().toSorted()).toEqual(['ge', ...people].toSorted())
          expect(list.conflicts().filter((kind) => kind !== 'numbers')).toEqual([])
        },
      ),
    )
  })

  test('posted again as it stands, changes nothing', () => {
    const list = keeper()
    list.post('ge', ['葛平', '韩雪梅 2人'])
    const before = list.entries()
    list.post('peng', ['葛平', '韩雪梅 2人'])
    expect(list.entries()).toEqual(before)
  })

  test('with those in it who only said that they come, is no conflict', () => {
    const list = keeper()
    list.says('han')
    list.post('ge', ['葛平', '韩雪梅'])
    expect(list.conflicts()).toEqual([])
    expect(list.inside().toSorted()).toEqual(['ge', 'han'])
    list.post('peng', ['葛平', '韩雪梅', '韩雪梅', '彭大勇'])
    expect(list.inside().toSorted()).toEqual(['ge', 'han', 'peng'])
  })

  test('does not bring back whoever left, although their row still stands there', () => {
    const list = keeper()
    list.post('ge', ['葛平', '韩雪梅'])
    list.post('han', ['葛平', '韩雪梅', '韩雪梅 去不了了'])
    list.post('peng', ['葛平', '韩雪梅', '韩雪梅 去不了了', '彭大勇'])
    expect(list.inside()).toEqual(['ge', 'peng'])
    list.post('han', ['葛平', '韩雪梅', '韩雪梅 去不了了', '彭大勇', '韩雪梅 又能来了'])
    list.post('fan', ['葛平', '韩雪梅', '韩雪梅 去不了了', '彭大勇', '韩雪梅 又能来了', '范小军'])
    expect(list.inside().toSorted()).toEqual(['fan', 'ge', 'han', 'peng'])
  })

  test('an older copy does not undo what somebody changed of their own since', () => {
    const list = keeper()
    list.post('ge', ['葛平'])
    list.post('han', ['葛平', '韩雪梅 2人'])
    list.post('han', ['葛平', '韩雪梅 3人'])
    list.post('peng', ['葛平', '韩雪梅 2人', '彭大勇'])
    expect(list.entries().find(({ person }) => person === 'han')?.heads).toBe(3)
    expect(list.conflicts()).toEqual([])
  })

  test('what others do to a row waits for its keeper; a colleague and the keeper may', () => {
    const list = keeper()
    list.post('ge', ['葛平', '贺秀英 2人', '龚志强'])
    list.post('gong', ['葛平', '贺秀英 5人', '龚志强'])
    expect(list.entries().map(({ heads, doubt }) => [heads, doubt])).toEqual([
      [1, undefined],
      [2, 'edited'],
      [1, undefined],
    ])
    list.post('ouyang', ['葛平', '贺秀英 3人', '龚志强'])
    expect(list.entries()[1]?.heads).toBe(3)
    list.post('ge', ['葛平', '贺秀英 3人'])
    expect(list.inside()).toEqual(['ge', 'he'])
  })

  test('takes a row of whoever goes with two of one company for nobody', () => {
    const list = keeper()
    list.post('ge', ['小刘', '老唐'])
    expect(list.entries().map(({ person, doubt }) => [person, doubt])).toEqual([
      [undefined, 'who'],
      [undefined, 'who'],
    ])
  })

  test('is read from the name that the group shows where only one person can have it', () => {
    const list = keeper()
    list.post('彭大勇-金禾电器', ['我'])
    list.post('刘洋', ['我', '我 2人'])
    expect(list.entries().map(({ person, shown }) => [person, shown])).toEqual([
      ['peng', '彭大勇'],
      [undefined, '刘洋 2人'],
    ])
  })
})
