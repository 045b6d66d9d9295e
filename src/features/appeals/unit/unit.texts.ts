/** What a unit's handlers read: the order as it is dispatched, their list, and what is said of 签收 and 退回. */
import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { type Appeal, type AppealEvent, isLate } from '../appeal.ts'
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

/** Of a sealed appeal it says nothing of who brought it. */
const matter = (appeal: Appeal): readonly string[] => [
  ...(appeal.sealed ? ['诉求人要求保密，请不要打听是谁反映的。'] : [`企业：${appealsTexts.company(appeal)}`]),
  `内容：${appealsTexts.excerpt(appeal.text)}`,
]

export const unitTexts = {
  /** 派单 as the unit gets it; the appeal as it may be seen outside. */
  order: (appeal: Appeal, now: Date, helping: readonly string[] = []) => {
    const short = shortNumber(appeal.number)
    return [
      `工商联派单 ${appeal.number}（${appealsTexts.kind(appeal)}）`,
      ...matter(appeal),
      appeal.dueAt === null ? '时限由工作人员另行约定。' : `请在 ${dayAndHour(appeal.dueAt, now)} 前办结。`,
      ...(helping.length === 0 ? [] : [`协办：${helping.join('、')}，由您单位牵头。`]),
      `收到请签收。有进展回“${short} 进展 做了什么”；不属本单位的，回“退回 ${short} 理由”；来不及回“申请延期 ${short} 几天 理由”；办完回“${short} 已办结 做了什么”。`,
    ].join('\n')
  },
  /** To a unit that helps: who leads, and whom to talk to. */
  supportOrder: (
    appeal: Appeal,
    lead: { readonly name: string; readonly people: readonly string[] },
    now: Date,
  ) => {
    const short = shortNumber(appeal.number)
    return [
      `工商联请您单位协办 ${appeal.number}（${appealsTexts.kind(appeal)}）`,
      ...matter(appeal),
      `主办：${lead.name}${lead.people.length === 0 ? '' : `，请找${lead.people.join('、')}对接`}${appeal.dueAt === null ? '' : `，${dayAndHour(appeal.dueAt, now)} 前办结`}。`,
      `您那边有进展回“${short} 进展 做了什么”，会转给主办单位和工商联。办结由主办单位来报。`,
    ].join('\n')
  },
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
  staffSentBack: (
    appeal: Appeal,
    unitName: string,
    reason: string,
    { first, isForMeeting }: { readonly first: string | null; readonly isForMeeting: boolean },
  ) =>
    [
      `${appeal.number}（${appealsTexts.kind(appeal)}）被${unitName}退回${appeal.handOffs > 1 ? `，这是第 ${appeal.handOffs} 次退单` : ''}`,
      `理由：${reason}`,
      ...(first === null ? [] : [`首接单位是${first}。按首接负责，没有新的决定就由首接单位牵头。`]),
      ...(isForMeeting ? ['已列入待上会（说“待上会”可以看），请安排协调会。'] : []),
      `改派请回：派单 ${shortNumber(appeal.number)} 承办单位 几个工作日`,
    ].join('\n'),
  leaderForMeeting: (appeal: Appeal) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}，${appealsTexts.company(appeal)}）已被退回 ${appeal.handOffs} 次，列入协调会议题：${appeal.summary}`,
  supportingUnitHears: (number: string, unitName: string) =>
    `${number} 被主办单位${unitName}退回，工作人员会另派主办，您那边先等一等。`,
  supporterMayNot: (number: string, what: string) =>
    `${number} 您单位是协办，${what}由主办单位来报。您那边的情况可以回“${shortNumber(number)} 进展 做了什么”。`,
  notSentBack: (number: string) => `好的，${number} 没有退回，请接着办。`,

  timedOut: (number: string) => `${number} 刚才那一步一天没有确认，没有生效。需要的话请重新说一次。`,
  which: (verb: string) => appealsTexts.whichNumber(verb),
  notYours: (asked: string) => `${asked} 没有派给您单位，不能由您处理。说“待办”，看您手上的。`,
  notForYou: () => '这一步由承办单位的经办人操作。您可以说“到哪一步了”，看自己反映的诉求。',

  list: (appeals: readonly Appeal[], now: Date, unitName: string, unit?: string) =>
    appeals.length === 0
      ? `${unitName}现在没有待办的诉求。`
      : [
          `${unitName}待办 ${appeals.length} 件：`,
          ...appeals.map((appeal) => {
            const due =
              appeal.dueAt === null || appeal.status === 'paused'
                ? ''
                : `，${dayAndHour(appeal.dueAt, now)} 前${isLate(appeal, now) ? '（已超期）' : ''}`
            const state =
              { dispatched: '待签收', inProgress: '办理中', paused: '已暂停' }[appeal.status as string] ?? ''
            const helps = unit !== undefined && appeal.unit !== unit ? '，协办' : ''
            return `${appeal.number} ${categoryLabels[appeal.category]}${helps}，${state}${due}：${appeal.summary}`
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
