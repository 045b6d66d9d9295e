import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { PAGE_SIZE } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { datedInFull, movesTexts } from '../life/moves.texts.ts'
import type { Attendee, Meeting } from './meetings.store.ts'

export const meetingChoices: readonly Choice[] = [
  { id: 'yes', label: '确认通知' },
  { id: 'no', label: '不开' },
]
export const minutesChoices: readonly Choice[] = [
  { id: 'yes', label: '确认纪要' },
  { id: 'no', label: '先不记' },
]

export interface ReadDecision {
  readonly text: string
  readonly who: string
  /** Kept by whoever minuted it, because the roster does not know the one named. */
  readonly kept: boolean
  readonly dueAt: Date | null
}

const names = (attendees: readonly Pick<Attendee, 'name'>[]) => attendees.map(({ name }) => name).join('、')
const topic = (appeal: Appeal) => `${appeal.number}（${categoryLabels[appeal.category]}）${appeal.summary}`

export const meetingsTexts = {
  notForYou: () => movesTexts.notForYou('协调会'),
  noAppeal: () => '协调会要议哪几件，请带上编号，例如“协调会 0312 0307 11月25日15:00 金融办、供电公司”。',
  whenIsIt: (day: string | null) =>
    day === null ? '协调会什么时候开？请说日期和钟点，例如“11月25日15:00”。' : `${day} 几点开？例如“15:00”。`,
  isPast: (at: Date, now: Date) => `${dayAndHour(at, now)} 已经过了。协调会什么时候开？`,
  whoComes: () => '请谁参加？把单位、企业、人名用顿号隔开，例如“金融办、供电公司、天禾农机”。',
  preview(
    appeals: readonly Appeal[],
    at: Date,
    place: string | null,
    told: {
      readonly reached: readonly Attendee[]
      readonly call: readonly Attendee[]
      readonly sealed: readonly string[]
    },
    now: Date,
  ) {
    return [
      '请核对协调会：',
      ...appeals.map((appeal) => `议题：${topic(appeal)}`),
      `时间：${dayAndHour(at, now)}`,
      `地点：${place ?? '没有说'}`,
      ...(told.reached.length === 0 ? [] : [`会通知：${names(told.reached)}，以及各件的诉求人`]),
      ...(told.call.length === 0 ? [] : [`要您电话通知：${names(told.call)}`]),
      ...(told.sealed.length === 0
        ? []
        : [`${told.sealed.join('、')} 身份封存，通知里不写企业；请再看一遍参会名单会不会让人猜到是谁。`]),
      '确认通知吗？要改直接说，比如“改到周四15:00”“地点三楼会议室”“加上供电公司”。',
    ].join('\n')
  },
  note: ({ number, heldAt }: Pick<Meeting, 'number' | 'heldAt'>) => `${number} 定于 ${datedInFull(heldAt)}`,
  called: ({ number, heldAt }: Meeting, count: number, call: readonly Attendee[], now: Date) =>
    [
      `协调会 ${number} 定在 ${dayAndHour(heldAt, now)}，已通知 ${count} 人。${call.length === 0 ? '' : `请电话通知：${names(call)}。`}`,
      `开完把纪要发给我：“会议纪要 ${number} 1. 谁做什么，什么时候前；2. ……”。`,
    ].join('\n'),
  invitation: ({ number, heldAt, place }: Meeting, topics: readonly Appeal[], whole: boolean, now: Date) =>
    [
      `工商联请您参加协调会 ${number}：${dayAndHour(heldAt, now)}${place === null ? '' : `，地点 ${place}`}。`,
      ...(whole
        ? topics.map((appeal) => `议题：${topic(appeal)}`)
        : topics.map((appeal) => `议的是您反映的 ${appeal.number}。`)),
      '来不了请跟工商联工作人员说一声。',
    ].join('\n'),
  askerCalled: (number: string, at: Date, now: Date) =>
    `您的诉求 ${number} 定在 ${dayAndHour(at, now)} 开协调会，议定的结果我会告诉您。`,
  otherStaffCalled: ({ number, heldAt, appeals }: Meeting, now: Date) =>
    `协调会 ${number} 定在 ${dayAndHour(heldAt, now)}，议 ${appeals.map(shortNumber).join('、')}。`,

  whichMeeting: (open: readonly Meeting[], now: Date) =>
    open.length === 0
      ? '没有等着记纪要的协调会。请带上编号说，例如“会议纪要 0312 1. 金融办三日内回告”。'
      : [
          '记哪一次的纪要，请带上会议编号：',
          ...open.map(
            ({ number, heldAt, appeals }) =>
              `${number} ${dayAndHour(heldAt, now)}，议 ${appeals.map(shortNumber).join('、')}`,
          ),
        ].join('\n'),
  noSuchMeeting: (number: string) => `没有查到协调会 ${number}。说“协调会”，我列给您。`,
  alreadyMinuted: (number: string) => `${number} 的纪要已经记过了。`,
  namesInSealed: (number: string) =>
    `${number} 是身份封存的，议定事项里不能出现企业和会员的名字（不论是不是他），会写进经过、交给各单位。请改一下说到名字的那条，例如“第1条 改成……”。`,
  dictate: (number: string | null) =>
    `请把${number === null ? '' : ` ${number} `}议定的事逐条发给我：谁做什么，什么时候前。例如“1. 金融办三日内回告；2. 供电公司周五前送电（田亮）”。`,
  previewMinutes: (
    number: string | null,
    appeals: readonly string[],
    attendees: string | null,
    decisions: readonly ReadDecision[],
    now: Date,
  ) =>
    [
      `请核对会议纪要${number === null ? '' : ` ${number}`}（${appeals.map(shortNumber).join('、')}）`,
      ...(attendees === null ? [] : [`参会：${attendees}`]),
      ...decisions.flatMap(({ text, who, kept, dueAt }, at) => [
        `${at + 1}. ${text}`,
        `　交给${who}${kept ? '盯办（名册里没有说到的人）' : ''}，${dueAt === null ? '没有说时限' : `${dayAndHour(dueAt, now)} 前`}`,
      ]),
      `确认后每条记成一项任务，${decisions.length} 项，到期会提醒。确认吗？要改说“第1条 改成……”，要加接着说。`,
    ].join('\n'),
  minuted: (number: string, count: number) => `${number} 的纪要记下了，${count} 项任务已经交出去。`,
  minutedNote: (number: string, decisions: readonly Pick<ReadDecision, 'text'>[]) =>
    `${number} 议定：${decisions.map(({ text }, at) => `${at + 1}. ${text}`).join('；')}`,
  askerMinuted: (number: string, count: number) =>
    `您的诉求 ${number} 开过协调会了，议定 ${count} 件事，都有人负责、有时限。办完我会来问您结果。`,

  awaiting: (total: number, appeals: readonly Appeal[], page: number, now: Date) => {
    if (total === 0) return '待上会：现在一件也没有。'
    if (appeals.length === 0) return `待上会一共 ${total} 件，没有第 ${page} 页。`
    const pages = Math.ceil(total / PAGE_SIZE)
    return [
      `待上会：${total} 件${pages > 1 ? `，第 ${page} 页，共 ${pages} 页` : ''}（${dayAndHour(now, now)}）`,
      ...appeals.map(
        (appeal) =>
          `${appeal.number} ${appealsTexts.kind(appeal)}，退单 ${appeal.handOffs} 次${
            appeal.meetingAskedAt === null ? '' : `，${dayAndHour(appeal.meetingAskedAt, now)} 起等着`
          }：${appeal.summary}`,
      ),
      ...(page < pages ? [`后面的说“待上会 第 ${page + 1} 页”。`] : []),
      `开会说“协调会 ${shortNumber(appeals[0]?.number ?? '')} 日期钟点 参会单位”。`,
    ].join('\n')
  },
  meetings: (meetings: readonly Meeting[], now: Date) =>
    meetings.length === 0
      ? '还没有开过协调会。说“待上会”，看哪几件等着。'
      : [
          '协调会：',
          ...meetings.map(
            ({ number, heldAt, appeals, minutes }) =>
              `${number} ${dayAndHour(heldAt, now)}，议 ${appeals.map(shortNumber).join('、')}${
                minutes !== '' ? '，已记纪要' : heldAt < now ? '，等记纪要' : ''
              }`,
          ),
        ].join('\n'),
}
