import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { Application } from '../applications.ts'
import { type ExclusionReason, exclusionReasons } from './exclusion-reasons.ts'
import { rateLabels } from './rate-definitions.ts'

export const askChoices: readonly Choice[] = [
  { id: 'yes', label: '提交申请' },
  { id: 'no', label: '不申请' },
]
export const decideChoices: readonly Choice[] = [
  { id: 'yes', label: '确认' },
  { id: 'no', label: '先不定' },
]

const ratesOf = ({ rates }: Pick<ExclusionReason, 'rates'>) =>
  rates.map((rate) => rateLabels[rate]).join('、')
const table = () => exclusionReasons.map(({ code, text }) => `${code} ${text}`).join('\n')
const nameOf = (code: string, directory: Directory) => directory.people.get(code)?.name ?? code

export const exclusionTexts = {
  notForYou: () => '申请剔除由工商联工作人员操作。',
  decideNotForYou: () => '剔除由另一位工作人员或审批人决定，您这边不能定。',
  whichAsk: () => '要剔除哪一件，请带上编号，例如“申请剔除 0012 理由代码05 说明……”。',
  whichDecide: () => '要定哪一件，请带上编号，例如“同意剔除 0012”。',
  whichReason: (number: string) => `${number} 按哪一条剔除？请回理由代码：\n${table()}`,
  unknownCode: (code: string) => `没有代码 ${code}。可以用的：\n${table()}`,
  whyAsk: (number: string, reason: ExclusionReason) =>
    `${number} 按“${reason.code} ${reason.text}”申请剔除，请说明具体情况，审批的人要看。`,
  apart: (number: string) => `${number} 本来就不计入三率，不用剔除。`,
  pending: (number: string) => `${number} 已经有一份剔除申请在等审批。`,
  already: (number: string) => `${number} 已经剔除过了。`,
  askPreview: (appeal: Appeal, reason: ExclusionReason, words: string) =>
    [
      `请核对剔除申请：${appeal.number}（${appeal.summary}）`,
      `理由：${reason.code} ${reason.text}`,
      `说明：${words}`,
      `同意后不再计入：${ratesOf(reason)}。诉求照常办理，诉求人的评价照样保留。`,
      ...rated(appeal),
      '要由另一个人同意才剔除。提交吗？',
    ].join('\n'),
  asked: (number: string, told: number) =>
    told === 0
      ? `${number} 的剔除申请已提交。现在没有能审批的人可以通知，请电话告知。`
      : `${number} 的剔除申请已提交，已告诉 ${told} 位可以审批的人。`,
  left: () => '好的，没有提交剔除申请。',
  timedOut: () => '剔除申请放了一天没有确认，没有提交。',
  application: (appeal: Appeal, reason: ExclusionReason, words: string, by: string) =>
    [
      `${by}申请把 ${appeal.number} 剔除出${ratesOf(reason)}。`,
      `诉求：${appeal.summary}`,
      `理由：${reason.code} ${reason.text}`,
      `说明：${words}`,
      ...rated(appeal),
      `请定：“同意剔除 ${shortNumber(appeal.number)}”，或“不同意剔除 ${shortNumber(appeal.number)} 理由……”。`,
    ].join('\n'),
  nonePending: (number: string) => `${number} 没有等审批的剔除申请。`,
  ownAsk: (number: string) => `${number} 的剔除是您自己申请的，要由另一个人来定。`,
  whyNot: (number: string) => `不同意剔除 ${number}，理由是什么？会告诉申请的人。`,
  decidePreview: (
    appeal: Appeal,
    application: Application,
    reason: ExclusionReason,
    grant: boolean,
    words: string,
    directory: Directory,
    now: Date,
  ) =>
    [
      grant
        ? `同意剔除 ${appeal.number}（${appeal.summary}）`
        : `不同意剔除 ${appeal.number}（${appeal.summary}）`,
      `申请：${nameOf(application.askedBy, directory)}，${dayAndHour(application.askedAt, now)}`,
      `理由：${reason.code} ${reason.text}。${application.reason}`,
      ...(grant
        ? [`剔除后不再计入：${ratesOf(reason)}。明细里照样列出来，注明剔除。`, ...rated(appeal)]
        : [`您的理由：${words}`]),
      '确认吗？',
    ].join('\n'),
  decideLeft: () => '好的，先不定，申请还在等审批。',
  decideTimedOut: () => '剔除申请放了一天没有确认，还在等审批。',
  granted: (number: string) => `${number} 已剔除，明细里注明理由。`,
  refused: (number: string) => `${number} 没有剔除，已告诉申请的人。`,
  toldGranted: (number: string, by: string) => `${by}同意了 ${number} 的剔除申请。`,
  toldRefused: (number: string, by: string, words: string) => `${by}没有同意 ${number} 的剔除申请：${words}`,
  note: (reason: ExclusionReason, words: string) => `理由代码 ${reason.code} ${reason.text}。${words}`,
  pendingList: (pending: readonly Application[], now: Date, directory: Directory) =>
    pending.length === 0
      ? '没有等审批的剔除申请。'
      : [
          `等审批的剔除申请 ${pending.length} 件：`,
          ...pending
            .slice(0, 10)
            .map(
              ({ number, detail, askedBy, askedAt }) =>
                `${number} 理由 ${detail.code}，${nameOf(askedBy, directory)} ${dayAndHour(askedAt, now)}申请`,
            ),
          ...(pending.length > 10 ? [`……另有 ${pending.length - 10} 件`] : []),
        ].join('\n'),
}

function rated({ satisfaction, outcome }: Appeal): string[] {
  if (satisfaction === null && outcome === null) return []
  const told = [
    ...(outcome === null ? [] : [{ solved: '解决了', partly: '部分解决', unsolved: '没解决' }[outcome]]),
    ...(satisfaction === null ? [] : [satisfaction === 'satisfied' ? '满意' : '不满意']),
  ]
  return [`注意：诉求人已经回访评价（${told.join('，')}）。评价之后再剔除的，明细里会注明“评价后剔除”。`]
}
