import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { FollowUpAnswer } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'

export const outcomeChoices: readonly Choice[] = [
  { id: 'solved', label: '解决了' },
  { id: 'partly', label: '部分解决' },
  { id: 'unsolved', label: '没解决' },
]

export const satisfactionChoices: readonly Choice[] = [
  { id: 'satisfied', label: '满意' },
  { id: 'unsatisfied', label: '不满意' },
]

export const outcomeLabels: Readonly<Record<FollowUpAnswer['outcome'], string>> = {
  solved: '解决了',
  partly: '部分解决',
  unsolved: '没解决',
}

export const followUpTexts = {
  ask: (number: string, summary: string, unit: string | null, done: string) =>
    [
      `您的诉求 ${number}（${summary}）${unit === null ? '' : `由${unit}`}办结了。`,
      `办理情况：${done}`,
      '对您来说，事情解决了吗？',
    ].join('\n'),
  satisfied: (number: string) => `好。${number} 办理得还满意吗？`,
  why: () => '还差在哪，请说一句，我原样转给他们；不想说就回“跳过”。',
  whyUnsatisfied: () => '哪里让您不满意，请说一句，我转给工作人员；不想说就回“跳过”。',

  closed: (number: string) => `谢谢您告诉我们。${number} 归档了。`,
  reopened: (number: string, due: string | null) =>
    `明白了，${number} 重新办理，工作人员和承办单位都已收到。${due === null ? '时限由工作人员告诉您。' : `${due} 前给您答复。`}`,
  staffClosed: (appeal: Appeal, answer: FollowUpAnswer) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）回访：${outcomeLabels[answer.outcome]}${rated(answer)}，已归档。${said(answer)}`,
  staffReopened: (appeal: Appeal, answer: FollowUpAnswer) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）回访：${outcomeLabels[answer.outcome]}${rated(answer)}，已转为重办。${said(answer)}`,
  unitReopened: (appeal: Appeal, answer: FollowUpAnswer, due: string | null) =>
    [
      `${appeal.number}（${appeal.summary}）诉求人反映${outcomeLabels[answer.outcome]}，请接着办。${said(answer)}`,
      `${due === null ? '' : `时限 ${due}。`}办完请回：${shortNumber(appeal.number)} 已办结 做了什么`,
    ].join('\n'),

  nothingResolved: () => '没有查到等您确认结果的诉求。要反映新的事，直接说就行。',
  which: (appeals: readonly Appeal[]) =>
    ['您有几件等着确认，请带上编号：', ...appeals.map(({ number, summary }) => `${number} ${summary}`)].join(
      '\n',
    ),
  notResolved: (appeal: Appeal) =>
    `${appealsTexts.cannot(appeal.number, appeal.status, '评价结果')}办结后我会来问您。`,
  defaultNote: () => '诉求人没有细说',
}

const rated = ({ satisfaction }: FollowUpAnswer) =>
  satisfaction === null ? '' : satisfaction === 'satisfied' ? '，满意' : '，不满意'
const said = ({ note }: FollowUpAnswer) => (note === null ? '' : `诉求人说：${note}`)
