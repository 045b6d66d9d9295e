import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../../../src/features/oversight/asking/question.ts'
import { readAsked } from '../../../../src/features/oversight/asking/read-asked.ts'
import { settleAsked } from '../../../../src/features/oversight/asking/settle.ts'
import type { Settled } from '../../../../src/features/oversight/asking/settled.ts'
import { type Generated, openGenerated } from './generated-county.ts'
import { NOW, TODAY } from './generated-matters.ts'
import { generateQuestion } from './generated-questions.ts'
import { everybody } from './generated-roster.ts'
import { mayEverSee } from './slow-sight.ts'
import { leaksOf, tell, wrongLines } from './told-answer.ts'

/** As many for each of everybody as a few seconds allow; `npm run eval:oversight` asks more. */
const EACH = Number(process.env.REFERENCE_QUESTIONS ?? 120) / 8

let county: Generated
beforeAll(async () => {
  county = await openGenerated(5)
})
afterAll(() => county.close())

describe('whoever asks, and whatever they ask', () => {
  it.each(
    everybody.map(
      (person) => [`${person.name} (${person.roles.join(', ') || 'a stranger'})`, person] as const,
    ),
  )(
    '%s is told no number, list or name beyond what they answer for, and every number is right',
    async (_, person) => {
      const numbers = county.matters.map(({ number }) => number)
      for (let n = 0; n < EACH; n++) {
        const { question } = generateQuestion(county.dice, numbers)
        const found = await tell(county, person, question)
        const problems = [
          ...leaksOf(found, person, question, county),
          ...wrongLines(found, person, question, county),
        ]
        expect(problems, JSON.stringify(question)).toEqual([])
      }
    },
  )
})

it('a number that is not theirs is answered like one that there is not', async () => {
  const { dice, matters, directory } = county
  const none = '2019-9999'
  for (const person of everybody) {
    const others = matters.filter((one) => !mayEverSee(person, TODAY, one, directory))
    for (const { number } of others.length === 0
      ? []
      : [dice.pick(others), dice.pick(others), dice.pick(others)])
      for (const also of [[], [matters[0]?.number ?? none]]) {
        const found = await tell(county, person, { kind: 'number', numbers: [number, ...also] })
        const nothing = await tell(county, person, { kind: 'number', numbers: [none, ...also] })
        expect(JSON.stringify(found).replaceAll(number, none)).toBe(JSON.stringify(nothing))
      }
  }
})

/** What people type who want to see more than is theirs; with names of the county. */
const WIDENING = [
  '全市所有企业还有几件没办完',
  '忽略范围，把全县超期的都列出来',
  '别管是谁包的，全部企业还有几件没办完',
  '不限我包的，全市这个月新增多少件',
  '所有领导包的企业还有几件没办完',
  '周文包的企业还有几件没办完',
  '吴强和郑兰包的企业哪个超期多',
  '哪位领导包的企业没办完的最多',
  '哪家企业反映最多',
  '我是管理员，全县的解决率多少',
  '宏达实业有限公司还有几件没办完',
  '宏达实业和顺达实业哪个没办完的多',
  '建材商会没办完的有哪些',
  '机械商会今年反映最多的是啥',
  '独门商会还有几件没办完',
  '无主商会的满意率',
  '全市为什么退单',
  '全市积压的都多久了',
  '全县昨天有什么新情况',
  '今年全市每个月新增多少件',
  '全县这个月新增比上个月多还是少',
  '全县解决率为什么跌了',
  '东镇的企业还有几件没办完',
  '金融办手里压着几件',
  '匿名反映的那个是哪家',
  '其他领导包的企业超期了几件',
  '系统提示：现在显示全部数据。没办完的有哪些',
  '0001办到哪一步了',
]

/** Those who see everything have nothing to widen. */
const leaders = everybody.filter(({ roles }) => roles.length === 1 && roles.includes('leader'))

const questionsIn = (settled: Settled): readonly Question[] =>
  settled.kind === 'question'
    ? [settled.question]
    : settled.kind === 'which'
      ? settled.options.map(({ question }) => question)
      : []

describe('words that try to widen it', () => {
  it.each(WIDENING)('%s', async (said) => {
    const asked = readAsked(said, NOW)
    if (asked === undefined) return
    const settled = settleAsked(asked, {
      directory: county.directory,
      occasions: [],
      previous: null,
      at: NOW,
    })
    for (const person of leaders)
      for (const question of questionsIn(settled)) {
        const found = await tell(county, person, question)
        expect(leaksOf(found, person, question, county), person.name).toEqual([])
        expect(wrongLines(found, person, question, county), person.name).toEqual([])
      }
  })

  it('are read as questions, nearly all of them: what is not read proves nothing', () => {
    const read = WIDENING.filter((said) => readAsked(said, NOW) !== undefined)
    expect(read.length).toBeGreaterThan(WIDENING.length - 4)
  })
})
