import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Heard, type Judged, judge, type Manners, readManners } from '../../src/conversation/manners.ts'
import { isLike, likenessOf } from '../../src/conversation/nearly-same.ts'

const START = Date.parse('2026-03-02T09:00:00+08:00')

interface Said {
  /** Milliseconds after our last answer, or after the start. */
  readonly after: number
  readonly text: string
  readonly isByProgram?: boolean
  readonly isPlainAnswer?: boolean
  /** How many lines of a burst; one a second apart is as fast as it gets here. */
  readonly lines?: number
}

/** Somebody talks; each time we answer as soon as the burst is over. Gives what was judged, in order. */
function talk(said: readonly Said[], quietMs = 1_500): readonly Judged[] {
  let manners: Manners | undefined
  let clock = START
  return said.map(({ after, text, isByProgram = false, isPlainAnswer = false, lines = 1 }) => {
    const at = new Date(clock + after)
    clock = at.getTime() + quietMs
    const heard: Heard = { lines: Array.from({ length: lines }, () => at), text, isByProgram, isPlainAnswer }
    const judged = judge(manners, heard, new Date(clock))
    manners = readManners(JSON.parse(JSON.stringify(judged.manners)))
    expect(manners).toEqual(JSON.parse(JSON.stringify(judged.manners)))
    return judged
  })
}

const times = <T>(n: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, i) => make(i))
const answered = (judged: readonly Judged[]) => judged.map(({ isAnswered }) => isAnswered)
const SENTENCE = '这句话我没看明白。可以直接说遇到的困难、问一条政策'

describe('a circle', () => {
  test.each([
    ['says the same at once', 400, SENTENCE],
    ['says a short thing at once', 900, '您好，稍后回复'],
    ['takes six seconds every time', 6_200, SENTENCE],
  ])('a program that %s is broken off after three rounds, and staff are told once', (_what, after, text) => {
    const judged = talk(times(8, () => ({ after, text })))
    expect(answered(judged)).toEqual([true, true, true, false, false, false, false, false])
    expect(judged.filter(({ breaksLoop }) => breaksLoop)).toHaveLength(1)
  })

  test('also when two texts alternate, or the text is found after the first round', () => {
    const alternating = talk(
      times(8, (i) => ({ after: 500, text: i % 2 ? SENTENCE : '收到，细节已私信您核对' })),
    )
    expect(answered(alternating).slice(0, 4)).toEqual([true, true, true, false])
    const found = talk([{ after: 0, text: '开始' }, ...times(5, () => ({ after: 500, text: SENTENCE }))])
    expect(answered(found).filter(Boolean).length).toBeLessThanOrEqual(3)
  })

  test('a number that changes does not hide that it is the same', () => {
    const judged = talk(
      times(6, (i) => ({
        after: 700,
        text: `【自动回复】您的消息已收到，排队序号 ${i + 40}，请耐心等待客服处理`,
      })),
    )
    expect(answered(judged).filter(Boolean)).toHaveLength(3)
  })

  test('whoever the platform calls a program is broken off whatever it says, and stays so for ten minutes', () => {
    const judged = talk(
      times(5, (i) => ({ after: 20_000, text: `第${i}次说的完全不同的话`.repeat(i + 1), isByProgram: true })),
    )
    expect(answered(judged)).toEqual([true, true, true, false, false])
    const later = judge(
      judged.at(-1)?.manners,
      { lines: [], text: '又来', isByProgram: true, isPlainAnswer: false },
      new Date(START + 14 * 60_000),
    )
    expect(later.isAnswered).toBe(true)
  })

  test('a person taken for a program is answered as soon as they say something else', () => {
    const judged = talk([
      ...times(4, () => ({ after: 800, text: SENTENCE })),
      { after: 5_000, text: '我们厂停电三天了' },
    ])
    expect(answered(judged)).toEqual([true, true, true, false, true])
  })
})

describe('a person is not taken for a program', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'停电三天没人管货款工资贷银行厂里路门口'),
    minLength: 2,
    maxLength: 30,
  })

  test('who says different things, however quickly', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 4, maxLength: 15, selector: likenessOf }),
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 15, maxLength: 15 }),
        (texts, gaps) => {
          const different = texts.filter(
            (text, n) => !texts.slice(0, n).some((other) => isLike(likenessOf(text), likenessOf(other))),
          )
          const judged = talk(different.map((text, n) => ({ after: gaps[n] as number, text })))
          expect(answered(judged)).not.toContain(false)
        },
      ),
    )
  })

  test('who presses the same button or number again and again in a form', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 4, maxLength: 12 }), (gaps) => {
        const judged = talk(
          gaps.map((after) => ({ after, text: '1', isPlainAnswer: true })),
          0,
        )
        expect(answered(judged)).not.toContain(false)
      }),
    )
  })

  test('who asks the same thing again after reading the answer, as people do', () => {
    const judged = talk(
      [5_000, 9_000, 14_000, 6_500, 25_000, 7_000, 12_000].map((after) => ({
        after,
        text: '我的诉求到哪一步了',
      })),
    )
    expect(answered(judged)).not.toContain(false)
  })

  test('whose line was on its way before our answer came', () => {
    const judged = talk(times(8, () => ({ after: -200, text: SENTENCE })))
    expect(answered(judged)).not.toContain(false)
  })
})

describe('a flood', () => {
  test('the twenty-first message of a minute, and not the twentieth', () => {
    const judged = talk(times(21, (i) => ({ after: 100, text: `第${i}件事情` })))
    expect(judged.map(({ floods }) => floods)).toEqual([...times(20, () => false), true])
  })

  test('twenty a minute can go on for ever', () => {
    const judged = talk(times(100, (i) => ({ after: 1_500, text: `第${i}件` })))
    expect(judged.some(({ floods }) => floods)).toBe(false)
  })

  test('also within one burst, and asked again only ten minutes later', () => {
    const burst = (after: number) => ({ after, text: '很多行', lines: 30 })
    const judged = talk([burst(0), burst(30_000), burst(60_000), burst(8 * 60_000), burst(60_000)])
    expect(judged.map(({ floods }) => floods)).toEqual([true, false, false, false, true])
    expect(answered(judged)).not.toContain(false)
  })

  test('what is kept of anybody stays small', () => {
    const bytes = talk(times(200, (i) => ({ after: 10, text: `${SENTENCE}${i}${i}` }))).map(
      ({ manners }) => JSON.stringify(manners).length,
    )
    expect(Math.max(...bytes)).toBeLessThan(1_500)
  })
})

test('what another version stored begins anew', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (stored) => {
      const manners = readManners(stored)
      const heard = { lines: [new Date(START)], text: '停电', isByProgram: false, isPlainAnswer: false }
      expect(judge(manners, heard, new Date(START)).isAnswered).toBe(true)
    }),
  )
})
