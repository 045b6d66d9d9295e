/** What is said about questions that wait, about their answers, and that an answer was wrong. */

import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import { readOrdinal, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { may } from '../../../kernel/person.ts'
import { withoutCalls } from '../said-to-us.ts'
import type { FeedbackData } from './feedback.dialogue.ts'
import type { OfficeListData } from './office-list.dialogue.ts'
import { findNumber, readOfficeOrder, readShow, withoutNumber } from './office-order.ts'
import { readFeedback } from './read-feedback.ts'
import type { OfficeList } from './unanswered.effects.ts'

const PAGE = '(?:第?(\\d{1,3}|[一二三四五六七八九十]+)页)?'
const LOOK = '(?:看|查|列|看看|看一下|查一下|列一下|列出|还有|有)?(?:哪些|什么|多少|几个)?'
const WAITING = new RegExp(
  `^${LOOK}(?:待答|待答复|待回答|待解答|未答|未答复|未回答|没答|没答上|没答上来|答不上|答不上来|没回答|没查到|查不到|待审|待审核|等审核)(?:的)?(?:政策)?(?:问题|提问|咨询|答复|答问|回答|问答)(?:有)?(?:清单|列表|哪些|几个|多少)?${PAGE}$`,
  'u',
)
const ANSWERED = new RegExp(
  `^${LOOK}(?:(?:已答|已答复|已回答|答过|已发布|发布过)(?:的)?(?:政策)?(?:问题|问答|答复|答问)|答问|问答)(?:清单|列表|${PAGE})${PAGE}$`,
  'u',
)

/** Of an answer of ours every letter says one of these. */
const OUR_ANSWER = /以文件原文为准|原文[：:]|没有查到|未必是答案|编号W-\d+|得到的答复有误|现在有答复了/u

export function readUnansweredWords(said: Said, listening: Listening): readonly Reading[] {
  return [...officeWords(said, listening), ...feedbackWords(said, listening)]
}

function officeWords(said: Said, { by: { person }, inProgress }: Listening): readonly Reading[] {
  const isOffice = may(person, 'policy.manage') || may(person, 'policy.review')
  const bare = toHalfWidth(withoutCalls(said.text)).replace(/[\s\p{P}]/gu, '')
  const list = readList(bare) ?? readShown(said.text)
  const command = { band: 'command', score: 1, label: '待答问题' } as const
  if (list !== undefined) {
    const data: OfficeListData = { wanted: list, allowed: isOffice }
    return [{ ...command, dialogue: 'policy.office-list', words: [withoutCalls(said.text)], data }]
  }
  const order =
    isOffice && readFeedback(withoutNumber(said.text)) === undefined ? readOfficeOrder(said.text) : undefined
  if (order === undefined) return []
  // Said while another is read back it takes that one's place, so that no old preview is left behind.
  const band = inProgress === 'policy.office' ? 'role' : 'command'
  return [{ ...command, band, dialogue: 'policy.office', words: [order.number ?? order.verb], data: order }]
}

function readList(bare: string): OfficeList | undefined {
  const waiting = WAITING.exec(bare)
  if (waiting !== null) return { list: 'waiting', page: pageIn(waiting[1]) }
  const answered = ANSWERED.exec(bare)
  return answered === null ? undefined : { list: 'answered', page: pageIn(answered[1] ?? answered[2]) }
}

function readShown(text: string): OfficeList | undefined {
  const number = readShow(text)
  return number === undefined ? undefined : { number }
}

const pageIn = (words: string | undefined) => (words === undefined ? 1 : (readOrdinal(words) ?? 1))

/**
 * As an answer to a letter of ours any 不对 counts; without one only while nothing else is talked about, or where the
 * words name the answer.
 */
function feedbackWords(said: Said, { answered, inProgress }: Listening): readonly Reading[] {
  const number = findNumber(said.text) ?? null
  const feedback = readFeedback(number === null ? said.text : withoutNumber(said.text))
  if (feedback === undefined) return []
  const isToAnswer = number !== null || (answered !== undefined && OUR_ANSWER.test(answered))
  if (answered !== undefined && !isToAnswer) return []
  if (!isToAnswer && !feedback.isPlain && inProgress !== undefined) return []
  const data: FeedbackData = { letter: answered ?? null, number, note: feedback.note }
  return [
    {
      band: isToAnswer ? 'command' : 'policy',
      dialogue: 'policy.feedback',
      score: feedback.isPlain ? 0.8 : 0.6,
      words: [withoutCalls(said.text)],
      label: '说答复不对',
      data,
    },
  ]
}
