import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'

export const orderChoices: readonly Choice[] = [
  { id: 'yes', label: '签收' },
  { id: 'no', label: '退回' },
]

export const sendBackChoices: readonly Choice[] = [
  { id: 'yes', label: '确认退回' },
  { id: 'no', label: '不退回' },
]

export const resolveChoices: readonly Choice[] = [
  { id: 'yes', label: '确认办结' },
  { id: 'no', label: '还没办结' },
]

export const unitTexts = {
  /** 派单 as the unit gets it. Of a sealed appeal it says nothing of who brought it. */
  order: (appeal: Appeal, now: Date) => {
    const short = shortNumber(appeal.number)
    return [
      `工商联派单 ${appeal.number}（${appealsTexts.kind(appeal)}）`,
      ...(appeal.sealed
        ? ['诉求人要求保密，请不要打听是谁反映的。']
        : [`企业：${appealsTexts.company(appeal)}`]),
      `内容：${appealsTexts.excerpt(appeal.text)}`,
      appeal.dueAt === null ? '时限由工作人员另行约定。' : `请在 ${dayAndHour(appeal.dueAt, now)} 前办结。`,
      `收到请签收。不属本单位的，回“退回 ${short} 理由”；办完回“${short} 已办结 做了什么”。`,
    ].join('\n')
  },
  /** Said again only after something else was done in between, so it must also fit once it is settled. */
  orderAgain: (number: string) => `另外，${number} 如果还没签收，请回“签收 ${shortNumber(number)}”。`,
  signOrSendBack: (number: string) => `${number} 请签收；不属本单位的，说“退回”加理由。`,
  acknowledged: (number: string, dueAt: string | null) =>
    `${number} 已签收，状态改为办理中。${dueAt === null ? '' : `请在 ${dueAt} 前办结，`}办完回“${shortNumber(number)} 已办结 做了什么”。`,
  staffAcknowledged: (appeal: Appeal, unitName: string) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）${unitName}已签收。`,
  whichAcknowledged: () => '签收哪一件，请带上编号，例如“签收 0012”。说“待办”，我列给您。',

  why: (number: string) => `${number} 为什么退回？请说一句理由，写上建议转给谁更好。`,
  previewSendBack: (number: string, summary: string, reason: string) =>
    `要退回 ${number}（${summary}）\n理由：${reason}\n退回后工作人员会另行派单。确认退回吗？要改理由直接重说。`,
  sentBack: (number: string) => `${number} 已退回，工作人员会另行派单。`,
  staffSentBack: (appeal: Appeal, unitName: string, reason: string) =>
    [
      `${appeal.number}（${appealsTexts.kind(appeal)}）被${unitName}退回`,
      `理由：${reason}`,
      `改派请回：派单 ${shortNumber(appeal.number)} 承办单位 几个工作日`,
    ].join('\n'),
  notSentBack: (number: string) => `好的，${number} 没有退回，请接着办。`,

  whatWasDone: (number: string) => `${number} 是怎么办的？请说一两句做了什么、结果怎样，我会原样告诉诉求人。`,
  previewResolve: (number: string, summary: string, done: string) =>
    `要报办结的是 ${number}（${summary}）\n办理情况：${done}\n这段话会原样发给诉求人，并请他评价。确认办结吗？要改直接重说。`,
  resolved: (number: string) => `${number} 已报办结，正在请诉求人确认。他说没解决的话，会转回来接着办。`,
  staffResolved: (appeal: Appeal, by: string) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）${by}已办结：${appeal.resolution ?? ''}`,
  notResolved: (number: string) => `好的，${number} 还在办。`,
  timedOut: (number: string) => `${number} 刚才那一步一天没有确认，没有生效。需要的话请重新说一次。`,
  which: (verb: string) => appealsTexts.whichNumber(verb),
  notYours: (asked: string) => `${asked} 没有派给您单位，不能由您处理。说“待办”，看您手上的。`,
  notForYou: () => '这一步由承办单位的经办人操作。您可以说“到哪一步了”，看自己反映的诉求。',

  list: (appeals: readonly Appeal[], now: Date, unitName: string) =>
    appeals.length === 0
      ? `${unitName}现在没有待办的诉求。`
      : [
          `${unitName}待办 ${appeals.length} 件：`,
          ...appeals.map((appeal) => {
            const due =
              appeal.dueAt === null
                ? ''
                : `，${dayAndHour(appeal.dueAt, now)} 前${appeal.dueAt < now ? '（已超期）' : ''}`
            const state =
              { dispatched: '待签收', inProgress: '办理中', paused: '已暂停' }[appeal.status as string] ?? ''
            return `${appeal.number} ${categoryLabels[appeal.category]}，${state}${due}：${appeal.summary}`
          }),
          '签收回“签收 编号”，办完回“编号 已办结 做了什么”，不属本单位的回“退回 编号 理由”。',
        ].join('\n'),

  whole: (appeal: Appeal, history: readonly AppealEvent[], now: Date, directory: Directory) =>
    [
      `${appeal.number}（${appealsTexts.kind(appeal)}）${appealsTexts.standing(appeal, now, directory)}`,
      `企业：${appealsTexts.company(appeal)}`,
      `内容：${appealsTexts.excerpt(appeal.text)}`,
      ...(appeal.files.length === 0 ? [] : [`附件：${appeal.files.length} 个`]),
      '经过：',
      ...history.map((event) => appealsTexts.historyLine(event, now, directory, 'inside')),
    ].join('\n'),
}
