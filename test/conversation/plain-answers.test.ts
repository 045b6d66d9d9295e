import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConfirmNumber, readPlainAnswer } from '../../src/conversation/plain-answers.ts'

const yesNo = [
  { id: 'yes', label: '确认提交' },
  { id: 'no', label: '不提交' },
]
const fields = [
  { id: 'c-1', label: '融资' },
  { id: 'c-2', label: '水电气' },
  { id: 'c-3', label: '以后再说' },
]

/** Utterances of one kind, parted by bars. */
const listed = (utterances: string) => utterances.split('|')

describe('a yes is a yes in every mouth', () => {
  it.each(
    listed(
      '确认|确认提交|是|是的|是的是的|对|对的|对对对|可以|可以的|好|好的|好嘞|行|行吧|没问题|嗯|嗯嗯|嗯，可以|' +
        '提交|提交吧|好的，提交|OK|ok的|ＯＫ|中|没错|就是这样|对，没有了|好的谢谢|确认！| 确认 |@娘家 确认|👌|' +
        '嗯对|嗯可以|嗯是的|👍🏻|属实|1|１|一|①|1.|没有了，确认|发吧|行，就这么办',
    ),
  )('%s', (text) => {
    expect(readPlainAnswer(text)).toEqual({ kind: 'yes' })
    expect(readPlainAnswer(text, yesNo)).toEqual({ kind: 'yes' })
  })
})

describe('a no is a no', () => {
  it.each(
    listed(
      '不|不是|不对|不用|不用了|否|先不发|别发|不可以|不行|不同意|写错了|不是的|不提交|不要|不需要|不，不对|' +
        '不撤了|别撤|先不派|不派了|不退|不退了|先别退|不删|别删了',
    ),
  )('%s', (text) => {
    expect(readPlainAnswer(text, yesNo)).toEqual({ kind: 'no' })
  })
})

describe('nothing to add skips the question', () => {
  it.each(
    listed(
      '不清楚|不太清楚|没有了|没了|没有|就这些|就这些吧|不知道|我也不知道|跳过|无|记不清了|先这样|暂时没有|说不好|' +
        '忘了',
    ),
  )('%s', (text) => {
    expect(readPlainAnswer(text)).toEqual({ kind: 'skip' })
  })
})

describe('somebody may drop it at any time', () => {
  it.each(
    listed(
      '取消|取消吧|算了|算了吧|不报了|不弄了|那算了|嗯，取消|我不想反映了|撤回|退出|当我没说|不要了，取消|别弄了|' +
        '算了，不报了|算了不报了|拉倒吧不办了|我要退出',
    ),
  )('%s', (text) => {
    expect(readPlainAnswer(text, yesNo)).toEqual({ kind: 'cancel' })
  })
})

describe('what is more than an answer is left to the dialogue', () => {
  it.each(
    listed(
      '不对，是四百万|好的贷款还没下来|可以帮我问问银行吗|是吗|对吗|确认吗？|取消？|好？|不用谢|不客气|谢谢|' +
        '是不是要交材料|行不行|可以不可以|我们不是机械商会的|没有电了|不知道为啥停电|算了一下欠了三十万|确认书在哪里领|' +
        '取消了我们的补贴|2|3.5|好几天了|对面那家厂|行政审批局|中行的贷款|一个星期了|收到||。。。|1和2|等一下|' +
        '不是我们家是隔壁|可以补报材料',
    ),
  )('%s', (text) => {
    expect(readPlainAnswer(text)).toBeUndefined()
  })
})

describe('a choice is made by number, in any script, or by its label', () => {
  it.each(
    listed(
      '2|２|二|2.|2、|(2)|②|第二个|选2|2️⃣|水电气|水电气吧|我选水电气| 水 电 气 |2 水电气|' +
        '2. 水电气|（2）水电气',
    ),
  )('%s means the second', (text) => {
    expect(readPlainAnswer(text, fields)).toEqual({ kind: 'choice', id: 'c-2' })
  })

  it('takes a label for itself even where its words mean something else', () => {
    expect(readPlainAnswer('以后再说', fields)).toEqual({ kind: 'choice', id: 'c-3' })
    expect(readPlainAnswer('没有', [{ id: 'none', label: '没有' }])).toEqual({ kind: 'choice', id: 'none' })
  })

  it('gives yes and no back as such', () => {
    expect(readPlainAnswer('2', yesNo)).toEqual({ kind: 'no' })
    expect(readPlainAnswer('确认提交', yesNo)).toEqual({ kind: 'yes' })
    expect(readPlainAnswer('1', [{ id: 'a', label: '甲' }])).toEqual({ kind: 'choice', id: 'a' })
  })

  it('chooses nothing by a number beyond the list, nor by a number with another label', () => {
    expect(readPlainAnswer('4', fields)).toBeUndefined()
    expect(readPlainAnswer('0', fields)).toBeUndefined()
    expect(readPlainAnswer('2 融资', fields)).toBeUndefined()
  })

  it('finds the last one', () => {
    expect(readPlainAnswer('最后一个', fields)).toEqual({ kind: 'choice', id: 'c-3' })
  })
})

describe('a short number names one of several things that wait', () => {
  it.each([
    ['确认发送 8841', 'yes', '8841'],
    ['确认发送8841', 'yes', '8841'],
    ['确认　８８４１', 'yes', '8841'],
    ['确认#8841', 'yes', '8841'],
    ['同意 8841', 'yes', '8841'],
    ['8841 确认', 'yes', '8841'],
    ['不发 8841', 'no', '8841'],
    ['取消 8841', 'no', '8841'],
    ['取消发送 8841', 'no', '8841'],
    ['不同意8841', 'no', '8841'],
    ['8841不发', 'no', '8841'],
  ] as const)('%s', (text, verb, number) => {
    expect(readConfirmNumber(text)).toEqual({ verb, number })
  })

  it.each(
    listed(
      '确认|8841|取消 2026-0313|确认 13900001111|确认收到8841元|同意剔除 0561|' +
        '催 8841|确认300万|派单 0415 供电公司',
    ),
  )('%s is none', (text) => {
    expect(readConfirmNumber(text)).toBeUndefined()
  })
})

it('never takes a whole sentence for an answer, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (noise) => {
      readPlainAnswer(noise, fields)
      readConfirmNumber(noise)
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom('可以', '不对', '算了', '不清楚', '好'), (word) => {
      expect(readPlainAnswer(`${word}我们厂昨天又停电了`, yesNo)).toBeUndefined()
    }),
  )
})
