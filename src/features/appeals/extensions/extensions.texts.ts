import type { Choice } from '../../../kernel/letter-draft.ts'
import { shortNumber } from '../appeal-number.ts'

export const askChoices: readonly Choice[] = [
  { id: 'yes', label: '提交申请' },
  { id: 'no', label: '不申请' },
]

export const decideChoices: readonly Choice[] = [
  { id: 'yes', label: '同意延期' },
  { id: 'no', label: '不同意' },
]

export interface Wanted {
  readonly number: string
  readonly summary: string
  readonly days: number
  readonly reason: string
  /** The term as it stands and as it would be, day and hour. */
  readonly from: string
  readonly until: string
}

export const extensionTexts = {
  notForYou: () => '申请延期由承办单位的经办人操作。您可以说“到哪一步了”，看自己反映的诉求。',
  which: () => '要延期哪一件，请带上编号和天数，例如“申请延期 0012 5天 理由”。',
  notYours: (number: string) => `${number} 没有派给您单位，不能由您申请延期。`,
  pending: (number: string) => `${number} 已经申请过延期，正在等工商联审批，不用再提。`,
  noTerm: (number: string) => `${number} 还没有约定办结时间，不用申请延期。`,
  noCalendar: (year: number | null) =>
    `算不出延到哪一天：没有${year === null ? '当年' : ` ${year} 年`}的工作日历。请联系工商联先导入放假安排。`,
  howLong: (number: string, from: string) => `${number} 现在要求 ${from} 前办结。要延几个工作日？`,
  tooShort: (until: string) => `按这个天数只到 ${until}，已经过了。请多申请几天。`,
  tooLong: (latest: string, most: number) =>
    `最长只能办到 ${latest}（登记起 30 个工作日以内），所以最多可延 ${most} 个工作日。要延几天？`,
  atTheEnd: (number: string, latest: string) =>
    `${number} 已经到最长时限 ${latest}，不能再延。实在办不完，请和工商联工作人员商量上协调会。`,
  why: (number: string) => `${number} 为什么要延期？请说一句理由，批准后会一并告诉诉求人。`,
  preview: ({ number, summary, days, reason, from, until }: Wanted) =>
    [
      `申请延期：${number}（${summary}）`,
      `延 ${days} 个工作日：从 ${from} 延到 ${until}`,
      `理由：${reason}`,
      '工商联同意后才生效，生效后时间和理由会告诉诉求人。提交吗？要改直接说，比如“改成3天”。',
    ].join('\n'),
  left: () => '好的，没有申请延期。',
  timedOut: () => '刚才的延期申请放了一天没有确认，没有提交。需要请重新说一次。',
  asked: (number: string) => `${number} 的延期申请已提交，批了我告诉您。没批之前仍按原来的时间办。`,
  askedToNobody: (number: string) =>
    `${number} 的延期申请已记下，但现在没有能通知到的审批人，请电话联系工商联。`,

  /** To those who may grant it. */
  application: ({ number, summary, days, reason, from, until }: Wanted, by: string) =>
    [
      `${by}申请延期：${number}（${summary}）`,
      `延 ${days} 个工作日：从 ${from} 延到 ${until}`,
      `理由：${reason}`,
      '同意吗？',
    ].join('\n'),
  again: (number: string) => `另外，${number} 的延期申请如果还没批，请回“同意”或“不同意”。`,
  whyNot: (number: string) => `${number} 不同意延期，请说一句理由，我会告诉承办单位。`,
  decideNotForYou: () => '延期由工商联的工作人员或审核人来批。',
  nonePending: (number: string | null) =>
    number === null ? '现在没有等着批的延期申请。' : `${number} 没有等着批的延期申请。`,
  several: (numbers: readonly string[]) =>
    `等着批的延期申请有 ${numbers.length} 件：${numbers.join('、')}。请带上编号，例如“同意延期 ${shortNumber(numbers[0] ?? '')}”。`,
  decidedAlready: (number: string, granted: boolean, by: string) =>
    `${number} 的延期申请${by}已经${granted ? '同意' : '答复不同意'}了，这一次没有再起作用。`,
  lapsed: (number: string) => `${number} 已经有了变化，这个延期申请不用再批了。`,
  ownApplication: (number: string) => `${number} 的延期是您自己申请的，要由另一位来批。`,
  notGranted: (number: string) =>
    `好的，${number} 的延期申请先放着，随时可以说“同意延期 ${shortNumber(number)}”。`,

  granted: (number: string, until: string) => `已同意，${number} 延到 ${until}，已告诉承办单位和诉求人。`,
  refused: (number: string) => `已答复不同意，${number} 仍按原来的时间办，已告诉承办单位。`,
  unitGranted: (number: string, until: string) => `${number} 的延期批了，请在 ${until} 前办结。`,
  unitRefused: (number: string, reason: string, from: string) =>
    `${number} 的延期没有批，仍请在 ${from} 前办结。理由：${reason}`,
  askerGranted: (number: string, unit: string, until: string, reason: string) =>
    `您的诉求 ${number} 延期了：${unit}改为 ${until} 前办结。原因：${reason}`,
  othersGranted: (number: string, unit: string, until: string) =>
    `${number}（${unit}）的延期已批，延到 ${until}。`,
  othersRefused: (number: string, unit: string) => `${number}（${unit}）的延期申请没有批。`,

  note: (days: number, until: string, reason: string) => `${days} 个工作日，延至 ${until}，${reason}`,
  grantedNote: (from: string, until: string) => `从 ${from} 延至 ${until}`,
}
