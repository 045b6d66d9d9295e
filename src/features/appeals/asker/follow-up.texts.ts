import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal, CloseKind } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { FollowUpAnswer } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { REOPEN_DAYS } from '../life/appeal-moves.ts'

export const outcomeChoices: readonly Choice[] = [
  { id: 'solved', label: '解决了' },
  { id: 'partly', label: '部分解决' },
  { id: 'unsolved', label: '没解决' },
]

export const satisfactionChoices: readonly Choice[] = [
  { id: 'satisfied', label: '满意' },
  { id: 'unsatisfied', label: '不满意' },
]

export const againChoices: readonly Choice[] = [
  { id: 'yes', label: '接着办' },
  { id: 'no', label: '不用了' },
]

export const outcomeLabels: Readonly<Record<FollowUpAnswer['outcome'], string>> = {
  solved: '解决了',
  partly: '部分解决',
  unsolved: '没解决',
}

export const followUpTexts = {
  ask(number: string, summary: string, unit: string | null, done: string, closeKind: CloseKind) {
    const by = unit === null ? '' : `由${unit}`
    const what =
      closeKind === 'explained'
        ? [`您的诉求 ${number}（${summary}）${by}答复了。`, `答复：${done}`]
        : closeKind === 'notPossible'
          ? [`您的诉求 ${number}（${summary}）${by}办理，结果是办不了。`, `原因：${done}`]
          : [`您的诉求 ${number}（${summary}）${by}办结了。`, `办理情况：${done}`]
    return [...what, '对您来说，事情解决了吗？'].join('\n')
  },
  /** The second time, with what happens without an answer. */
  askBeforeClosing: (number: string, summary: string, done: string, closesAt: Date, now: Date) =>
    [
      `再问您一次：您的诉求 ${number}（${summary}）解决了吗？`,
      `办理情况：${done}`,
      `${dayAndHour(closesAt, now)} 前没有收到您的答复，就先归档。归档后 ${REOPEN_DAYS} 天内回“${shortNumber(number)} 没解决”，照样转回去接着办。`,
    ].join('\n'),
  /** Said again after something else was talked about, so it must also fit once it is answered. */
  askAgain: (number: string, summary: string) => `${number}（${summary}）解决了吗？已经答复过的不用再回。`,
  satisfied: (number: string) => `好。${number} 办理得还满意吗？`,
  again: (outcome: FollowUpAnswer['outcome']) =>
    outcome === 'partly'
      ? '剩下的要接着办吗？还差在哪请说一句，我原样转给他们；不用再办就回“不用了”。'
      : '还差在哪，请说一句，我原样转回去接着办；不想细说就回“接着办”，不用再办就回“不用了”。',
  whyUnsatisfied: () => '哪里让您不满意，请说一句，我转给工作人员；不想说就回“跳过”。',

  /** Kept, where nothing moves by it. */
  noted: (number: string) => `谢谢您告诉我们，${number} 的答复记下了。`,
  closed: (number: string) =>
    `谢谢您告诉我们。${number} 归档了。还有问题，${REOPEN_DAYS} 天内回“${shortNumber(number)} 没解决”，我转回去接着办。`,
  /** `isHeld`: of a sealed one the words wait for staff to look through them. */
  reopened: (number: string, due: string | null, isHeld = false) =>
    `明白了，${number} 重新办理，工作人员和承办单位都已收到。${isHeld ? '您要求保密，刚才的话由工作人员核对后再转给承办单位。' : ''}${due === null ? '时限由工作人员告诉您。' : `${due} 前给您答复。`}`,
  staffClosed: (appeal: Appeal, answer: FollowUpAnswer) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）回访：${outcomeLabels[answer.outcome]}${rated(answer)}，已归档。${said(answer)}`,
  staffRated: (appeal: Appeal, answer: FollowUpAnswer) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）回访：${outcomeLabels[answer.outcome]}${rated(answer)}。${said(answer)}`,
  staffReopened: (appeal: Appeal, answer: FollowUpAnswer, isHeld = false) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）回访：${outcomeLabels[answer.outcome]}${rated(answer)}，已转为重办。${said(answer)}${isHeld ? '\n诉求人要求保密，这句话没有转给承办单位，请核对后再转告。' : ''}`,
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
  /** The history's own line: 部分解决，满意：还差尾款. */
  rateNote: (answer: FollowUpAnswer, words: string | null) =>
    `${outcomeLabels[answer.outcome]}${rated(answer)}${words === null ? '' : `：${words}`}`,
  /** Of a merged one whose asker wants the main one to go on. */
  viaFollower: (number: string, words: string) => `并入的 ${number} 诉求人：${words}`,
  defaultNote: () => '诉求人没有细说',
}

const rated = ({ satisfaction }: FollowUpAnswer) =>
  satisfaction === null ? '' : satisfaction === 'satisfied' ? '，满意' : '，不满意'
const said = ({ note }: FollowUpAnswer) => (note === null ? '' : `诉求人说：${note}`)
