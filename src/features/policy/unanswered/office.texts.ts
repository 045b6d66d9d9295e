/** What staff and reviewers are told of what they order about a question and its answer. */

import { dayOf } from '../../../kernel/clock.ts'
import type { DocumentAudience } from '../library/document-audience.ts'
import { asLine, dayInWords } from '../written.ts'
import type { OfficeOrder } from './office-order.ts'
import type { Unanswered } from './unanswered.ts'

/** How many would be told, by what they are told. */
export interface Tellings {
  readonly answered: number
  readonly corrected: number
  /** Who may not read the answer, or cannot be reached any more. */
  readonly untold: number
}

export const officeTexts = {
  notForYou: () => '待答问题由工商联工作人员整理和答复。您有政策问题直接问，查不到的我会记给他们。',
  reviewNotForYou: () => '答复要由工作人员或审核人员来审核。',
  onlyInPrivate: () => '待答问题请在私聊里说。',

  labels: {
    answer: '提交审核',
    correct: '提交审核',
    review: '通过并发布',
    return: '退回',
    dismiss: '就这样处理',
    withdraw: '撤下',
    audience: '改范围',
    reword: '改问法',
    renew: '还有效',
    merge: '合并',
    no: '先不',
    wide: (people: number) => `连同看过同一条的 ${people} 人一起通知`,
  },

  noSuch: (number: string) => `没有 ${number} 这个问题。说“待答问题”可以看清单。`,
  which: (verb: OfficeOrder['verb']) =>
    `${WHAT[verb]}哪一个？请带上编号，例如 W-0003。说“待答问题”可以看清单。`,
  whatAnswer: (one: Unanswered) =>
    `${one.number}“${asLine(one.question)}”怎么答？请把答复发给我，可以带上“依据：……”和“2026年12月31日复核”。`,
  whyReturn: (number: string) => `${number} 的答复为什么退回？说一句，答复的人会看到。`,
  whyDismiss: (one: Unanswered) =>
    one.reason === 'wrong'
      ? `${one.number} 核对下来怎么样？说一句，会转告说不对的人。`
      : `${one.number} 为什么不答？说一句，留在记录里。`,
  whyWithdraw: (number: string) => `${number} 的答复为什么撤下？说一句，留在记录里。`,
  whichAudience: (number: string) => `${number} 的答复给谁看？说“所有人”“会员”“内部”或者商会的名字。`,
  whatQuestion: (number: string) => `${number} 的问题改成什么？请把新的问法发给我。`,
  whichOther: (number: string) => `${number} 和哪一个问的是同一件事？请带上编号，例如 W-0003。`,

  isDrafted: (number: string) =>
    `${number} 已有答复在等审核，说“看 ${number}”可以看。要改先“退回 ${number} 原因”。`,
  isAnswered: (number: string) => `${number} 已经答复过了。内容变了说“更正 ${number} 新的内容”。`,
  isDismissed: (number: string) => `${number} 已经定了不答。`,
  notDrafted: (number: string) => `${number} 没有等审核的答复。`,
  notPublished: (number: string) => `${number} 还没有发布过答复。`,
  draftChanged: (number: string) => `${number} 的答复刚刚改过，请再说“审核 ${number}”看改后的。`,
  ownDraft: (number: string) => `${number} 的答复是您自己写的，要请另一位来审核。`,
  publishedFixed: (number: string) =>
    `${number} 的答复已经发布，问法和范围不能直接改。请用“更正 ${number} 新的内容”重新走一遍审核。`,
  sameOne: (number: string) => `${number} 就是它自己。`,
  tooLong: (most: number) => `答复太长了，请写在 ${most} 字以内。再长的，请做成文件入库。`,

  answerPreview: (
    one: Unanswered,
    draft: Pick<Unanswered, 'answer' | 'basis' | 'lookAgainOn'>,
    audience: string,
  ) =>
    [
      `${one.number}“${one.question}”`,
      ...draftLines(draft),
      `提交后请另一位审核，审核通过才发布，${audience}可见。`,
      ...(isOut(one) ? ['现在还在用的那条答复会先撤下，到审核通过为止。'] : []),
      ...(one.reason === 'wrong' && !isOut(one)
        ? ['原来引用的文件还在，换个问法仍可能引到它；文件过时的，请另外更新文件。']
        : []),
      '要改就把改好的答复再发一遍。提交审核吗？',
    ].join('\n'),
  reviewPreview: (
    one: Unanswered,
    audience: string,
    by: string,
    tellings: Tellings,
    personal: readonly string[],
  ) =>
    [
      `${one.number}“${one.question}”`,
      ...draftLines(one),
      `由${by}起草，${audience}可见。通过后，再有人问就这样答。`,
      tellingLine(tellings),
      ...(personal.length > 0
        ? [`里面有${personal.map((words) => `“${words}”`).join('、')}，发布前请核对能不能公开。`]
        : []),
      `通过并发布吗？要退回说“退回 ${one.number} 原因”。`,
    ].join('\n'),
  returnPreview: (one: Unanswered, why: string) =>
    `把 ${one.number} 的答复退回重写，理由：${why}。确认退回吗？`,
  dismissPreview: (one: Unanswered, why: string) =>
    one.reason === 'wrong'
      ? `${one.number}“${asLine(one.question)}”核对过，不更正${isOut(one) ? '，原答复继续用' : ''}。会告诉说不对的人：${why}。确认吗？`
      : `${one.number}“${asLine(one.question)}”不答，理由：${why}。确认吗？`,
  withdrawPreview: (one: Unanswered, why: string) =>
    `撤下 ${one.number}“${asLine(one.question)}”的答复，理由：${why}。撤下后不再用它回答，看过的人不另外通知；答复有误的，请改用“更正 ${one.number} 正确的内容”。确认撤下吗？`,
  audiencePreview: (one: Unanswered, audience: string) => `${one.number} 的答复改为${audience}可见。确认吗？`,
  rewordPreview: (one: Unanswered, words: string) =>
    `${one.number} 的问题“${asLine(one.question)}”改成“${words}”。确认吗？`,
  renewPreview: (one: Unanswered, day: string) =>
    `${one.number}“${asLine(one.question)}”的答复还有效，下次${dayInWords(day)}复核。确认吗？\n答复：${one.answer ?? ''}`,
  mergePreview: (one: Unanswered, other: Unanswered) =>
    `${one.number}“${asLine(one.question)}”并入 ${other.number}“${asLine(other.question)}”，问过的人按 ${other.number} 的答复通知。确认吗？`,

  drafted: (number: string, told: number) =>
    told > 0
      ? `${number} 的答复已提交，请了 ${told} 位审核。审核通过后发布，并通知问过的人。`
      : `${number} 的答复已提交。现在没有别的人能审核，请联系另一位工作人员或审核人员。`,
  toReview: (one: Unanswered, by: string) =>
    [
      `${by}答复了 ${one.number}“${asLine(one.question)}”，请审核：`,
      ...draftLines(one),
      `没问题说“审核 ${one.number}”，有问题说“退回 ${one.number} 原因”。`,
    ].join('\n'),
  published: (number: string, tellings: Tellings) => `${number} 的答复已发布。${tellingDone(tellings)}`,
  toldPublished: (number: string, by: string) => `您写的 ${number} 的答复，${by}审核通过，已发布。`,
  returned: (number: string) => `${number} 的答复已退回。`,
  toldReturned: (number: string, by: string, why: string) =>
    `您写的 ${number} 的答复，${by}退回了，理由：${why}。改好后再说“答 ${number} 新的内容”。`,
  dismissed: (number: string) => `${number} 已按不答处理。`,
  stays: (number: string) => `${number} 的答复没有错，继续用。`,
  withdrawn: (number: string) => `${number} 的答复已撤下，之后的回答不再引用它。`,
  audienceChanged: (number: string, audience: string) => `${number} 的答复改为${audience}可见。`,
  reworded: (number: string) => `${number} 的问法已改。`,
  renewed: (number: string, day: string) => `${number} 的答复继续用，下次${dayInWords(day)}复核。`,
  merged: (number: string, other: string, told: number) =>
    `${number} 已并入 ${other}。${told > 0 ? `已把 ${other} 的答复发给问过的 ${told} 人。` : ''}`,

  doubted: (one: Unanswered, told: string, note: string) =>
    [
      `有人说政策答复不对，请核对：${one.number}“${asLine(one.question)}”`,
      `当时的答复：${asLine(told, 200)}`,
      ...(note === '' ? [] : [`对方说：${asLine(note, 100)}`]),
      `确实错了说“更正 ${one.number} 正确的答复”，审核后会通知看过的人；没有错说“${one.number} 没有错，说明”，我转告说不对的人。`,
    ].join('\n'),
  lookAgain: (one: Unanswered) =>
    `${one.number}“${asLine(one.question)}”的答复该复核了${one.reviewedAt === null ? '' : `（${dayInWords(dayOf(one.reviewedAt))}审核）`}。没变说“复核 ${one.number}”，变了说“更正 ${one.number} 新的内容”，不再用说“撤下 ${one.number} 原因”。\n答复：${asLine(one.answer ?? '', 200)}`,

  left: ({ number }: OfficeOrder) => (number === null ? '好的，先不办。' : `好的，${number} 没有动。`),
  timedOut: ({ number }: OfficeOrder) =>
    number === null ? '一天没有回音，这件先放下。' : `一天没有回音，${number} 先放着没有动。`,
} as const

const WHAT: Readonly<Record<OfficeOrder['verb'], string>> = {
  answer: '答',
  correct: '更正',
  review: '审核',
  return: '退回',
  dismiss: '不答',
  withdraw: '撤下',
  audience: '改范围的是',
  reword: '改问法的是',
  renew: '复核',
  merge: '合并',
}

/** 所有人, 会员, 工商联内部 or a chamber's name with its members. */
export function audienceInWords(audience: DocumentAudience, chamberName: (code: string) => string): string {
  if (audience === 'everybody') return '所有人'
  if (audience === 'members') return '会员'
  if (audience === 'internal') return '内部'
  return `${chamberName(audience.slice('chamber:'.length))}会员`
}

const isOut = ({ reviewedAt }: Unanswered) => reviewedAt !== null

const draftLines = ({ answer, basis, lookAgainOn }: Pick<Unanswered, 'answer' | 'basis' | 'lookAgainOn'>) => [
  `答复：${answer ?? ''}`,
  ...(basis === null ? ['依据：没有写，建议补上出处。'] : [`依据：${basis}`]),
  ...(lookAgainOn === null ? [] : [`复核日期：${dayInWords(lookAgainOn)}`]),
]

function tellingLine({ answered, corrected, untold }: Tellings): string {
  const parts = [
    ...(answered > 0 ? [`问过的 ${answered} 人会收到答复`] : []),
    ...(corrected > 0 ? [`得到过有误答复的 ${corrected} 人会收到更正`] : []),
    ...(untold > 0 ? [`另有 ${untold} 人不在可见范围，不通知`] : []),
  ]
  return parts.length === 0 ? '没有要通知的人。' : `${parts.join('，')}。`
}

function tellingDone({ answered, corrected }: Tellings): string {
  const parts = [
    ...(answered > 0 ? [`答复发给了问过的 ${answered} 人`] : []),
    ...(corrected > 0 ? [`更正发给了 ${corrected} 人`] : []),
  ]
  return parts.length === 0 ? '没有要通知的人。' : `${parts.join('，')}。`
}
