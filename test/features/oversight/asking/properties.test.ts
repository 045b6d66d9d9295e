import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromModel } from '../../../../src/features/oversight/asking/believe-model.ts'
import { FollowUp } from '../../../../src/features/oversight/asking/follow-up.ts'
import { Question } from '../../../../src/features/oversight/asking/question.ts'
import { readAsked } from '../../../../src/features/oversight/asking/read-asked.ts'
import { settleAsked } from '../../../../src/features/oversight/asking/settle.ts'
import { DIRECTORY } from '../small-directory.ts'
import { AT, OCCASIONS, questionOf, settledOf } from './settled.ts'

const PLACES = ['', '我包的企业', '天禾农机', '农机商会', '柳溪镇的企业', '人社局', '江远包的企业', '五峰']
const TIMES = ['', '这个月', '上个月', '今年以来', '春节后', '3月2号', '近30天']
const WHATS = [
  '没办完的有几件',
  '解决率多少',
  '超期的有哪些',
  '哪个部门最慢',
  '为啥跌了',
  '比上个月怎么样',
  '都多久了',
  '走势',
]
const word = fc.oneof(
  fc.constantFrom(
    ...PLACES,
    ...TIMES,
    ...WHATS,
    '呢',
    '第二个',
    '0312',
    '明细12',
    '捐款',
    '通知',
    '走访',
    '匿名',
    '是谁',
  ),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
)
const anything = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))
const previous = fc.constantFrom(null, questionOf('这个月解决率多少'), questionOf('我包的企业还有几件没办完'))
const asking = fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...TIMES), fc.constantFrom(...WHATS))

it('never throws, and whatever it makes is of the closed set', () => {
  fc.assert(
    fc.property(anything, previous, (said, before) => {
      const settled = settledOf(said, before)
      if (settled?.kind === 'question') Question.parse(settled.question)
      if (settled?.kind === 'which') for (const { question } of settled.options) Question.parse(question)
      if (settled?.kind === 'follow-up') FollowUp.parse(settled.act)
      if (settled?.kind === 'unclear') expect(settled.nearest).toHaveLength(3)
    }),
    { numRuns: 300 },
  )
})

const meaningOf = (said: string) => {
  const settled = settledOf(said)
  return settled?.kind === 'question' ? settled.question : settled?.kind
}

it('fillers, politeness and punctuation change nothing', () => {
  const before = fc.constantFrom('', '请问', '呃', '那个，', '麻烦帮我看一下', '@小葛 ', '你好，')
  const after = fc.constantFrom('', '？', '。', '啊', '呢？'.slice(1), '  ', '…')
  fc.assert(
    fc.property(asking, before, after, ([place, time, what], head, tail) => {
      const said = `${place}${time}${what}`
      expect(meaningOf(`${head}${said}${tail}`)).toEqual(meaningOf(said))
    }),
    { numRuns: 300 },
  )
})

it('a firm that is in no roster never gets a figure for everybody', () => {
  const unknown = fc.constantFrom('星河重工', '飞跃铝业', '凤翔化工', '鼎盛钢贸', '蓝鲸渔具')
  fc.assert(
    fc.property(unknown, fc.constantFrom(...TIMES), fc.constantFrom(...WHATS), (name, time, what) => {
      const settled = settledOf(`${name}${time}${what}`)
      const isNarrow =
        settled?.kind === 'question' && 'unread' in settled.question && settled.question.unread !== null
      expect(settled === undefined || settled.kind !== 'question' || isNarrow).toBe(true)
    }),
  )
})

it('of a model only what stands in the text is taken', () => {
  const said = '天禾的贷款上个月拖成啥样子'
  const answer = {
    kind: 'count',
    measure: 'overdue',
    category: 'financing',
    names: ['天禾', '星河重工'],
    period: '上个月',
    comparedWith: '去年',
    by: null,
    order: null,
    top: null,
    mine: true,
  }
  const asked = fromModel(answer, said, AT)
  expect(asked?.model).toMatchObject({ names: ['天禾'], period: '上个月', comparedWith: null, mine: false })
  if (asked === undefined) throw new Error('the answer was of the closed shape')
  expect(
    settleAsked(asked, { directory: DIRECTORY, occasions: OCCASIONS, previous: null, at: AT }),
  ).toMatchObject({
    kind: 'question',
    question: {
      kind: 'count',
      of: 'overdue',
      where: { company: 'tianhe', mine: false },
      period: { from: '2026-02-01' },
    },
  })
  expect(fromModel({ ...answer, kind: 'drop table' }, said, AT)).toBeUndefined()
})

it('a question can wait as data and means the same when it is read again', () => {
  const asked = readAsked('农机商会上个月超期几件', AT)
  expect(JSON.parse(JSON.stringify(asked))).toEqual(asked)
})
