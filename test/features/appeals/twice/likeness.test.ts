import { expect, test } from 'vitest'
import { proposeCategory } from '../../../../src/features/appeals/reading/propose-category.ts'
import { LIKELY, type Likeness, likeness, toldOf } from '../../../../src/features/appeals/twice/likeness.ts'
import { comparePlaces, placesIn } from '../../../../src/features/appeals/twice/same-place.ts'
import { rarityAmong } from '../../../../src/features/appeals/twice/shared-words.ts'
import pairs from './likeness-pairs.json' with { type: 'json' }

type Pair = (typeof pairs)[number]
const START = new Date('2026-03-02T09:00:00+08:00')
/** What else is being talked about: says which words are rare. The pair itself is not in it, as it would be in a house. */
const around = pairs.filter(({ part }) => part === 'choosing').flatMap(({ first, second }) => [first, second])

function judge({ first, second, minutesApart, ...pair }: Pair): Likeness {
  const tell = (text: string, minutes: number, company: string) =>
    toldOf({
      text,
      category: proposeCategory(text)[0]?.category ?? 'other',
      company: 'sameCompany' in pair ? 'one' : company,
      at: new Date(START.getTime() + minutes * 60_000),
    })
  const rarity = rarityAmong(around.filter((text) => text !== first && text !== second))
  return likeness(tell(first, 0, 'one'), tell(second, minutesApart, 'two'), rarity)
}

const judged = pairs.map((pair) => ({ ...pair, like: judge(pair) }))

function measure(part: string, threshold: number) {
  const all = judged.filter((one) => one.part === part)
  const proposed = all.filter(({ like }) => like.couldBe && like.points >= threshold)
  const right = proposed.filter(({ same }) => same).length
  const precision = right / proposed.length
  const recall = right / all.filter(({ same }) => same).length
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

test('the threshold is as good as any on the pairs for choosing, and holds on pairs it never saw', () => {
  const thresholds = Array.from({ length: 41 }, (_, at) => 1 + at / 10)
  const best = Math.max(...thresholds.map((one) => measure('choosing', one).f1))
  expect(measure('choosing', LIKELY).f1).toBeGreaterThan(best - 0.02)
  const { precision, recall } = measure('measured', LIKELY)
  console.info(
    `likeness at ${LIKELY}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)} on ${judged.filter(({ part }) => part === 'measured').length} pairs`,
  )
  expect(precision).toBeGreaterThan(0.8)
  expect(recall).toBeGreaterThan(0.8)
})

test('there are enough pairs of both kinds', () => {
  for (const part of ['choosing', 'measured'])
    for (const same of [true, false])
      expect(pairs.filter((one) => one.part === part && one.same === same).length).toBeGreaterThan(25)
})

test('the reasons say what both have in common, and the order of the two does not matter', () => {
  const [first] = judged
  expect(first?.like.reasons).toMatchObject({
    category: 'utilities',
    trouble: '停电',
    place: '东区',
    minutes: 8,
  })
  for (const { first: a, second: b, minutesApart } of pairs.slice(0, 40)) {
    const at = new Date(START.getTime() + minutesApart * 60_000)
    const one = toldOf({ text: a, category: 'utilities', at: START })
    const other = toldOf({ text: b, category: 'utilities', at })
    const rarity = rarityAmong(around)
    expect(likeness(one, other, rarity).points).toBeCloseTo(likeness(other, one, rarity).points, 9)
  }
})

test('another road, and another day of a trouble of hours, are another matter however alike the words', () => {
  const of = (text: string, hours: number) =>
    toldOf({ text, category: 'utilities', at: new Date(START.getTime() + hours * 3_600_000) })
  const rarity = rarityAmong(around)
  const first = of('工业路停电，车间全停', 0)
  expect(likeness(first, of('工业路停电，车间全停', 1), rarity).isLikely).toBe(true)
  expect(likeness(first, of('南湖路停电，车间全停', 1), rarity).isLikely).toBe(false)
  expect(likeness(first, of('工业路停电，车间全停', 48), rarity).isLikely).toBe(false)
})

test('two troubles of one company in one town are two, even in the same minute', () => {
  const of = (text: string, category: 'financing' | 'land') =>
    toldOf({ text, category, town: '柳溪镇', company: 'tianhe', at: START })
  const rarity = rarityAmong(around)
  const loan = of('农行的续贷一直不放款', 'financing')
  expect(likeness(loan, of('我们厂用地手续卡了两个月没人管', 'land'), rarity).isLikely).toBe(false)
  expect(likeness(loan, of('续贷还是没放款，农行说等额度', 'financing'), rarity).isLikely).toBe(true)
})

test.each([
  ['东区工业路', '东区', true],
  ['东区工业路', '工业路', true],
  ['夜里宏图路没灯', '宏图路路灯全黑', true],
  ['开发区东一路塌了', '东一路塌了个坑', true],
  ['南关村', '北关村', false],
  ['云河大厦', '金城大厦', false],
  ['育才路', '滨河大道', false],
  ['修路挡了门口', '马路上走路', undefined],
  ['中行城关支行', '农行不放款', false],
])('%s and %s', (a, b, expected) => {
  const compared = comparePlaces(placesIn(a), placesIn(b))
  expect(compared.same !== undefined ? true : compared.differs ? false : undefined).toBe(expected)
})
