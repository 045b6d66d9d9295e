import { appealStateLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal, CloseKind } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { outcomeLabels } from '../asker/follow-up.texts.ts'
import { REOPEN_DAYS } from '../life/appeal-moves.ts'
import type { CloseOrder } from './read-close.ts'
import type { ResolveKind } from './read-resolve.ts'

export const closeKindLabels: Readonly<Record<CloseKind, string>> = {
  fixed: '已解决',
  explained: '已解释',
  notPossible: '无法解决',
  withdrawn: '诉求人撤回',
  referred: '转法定渠道',
}

const choices = (yes: string, no: string): readonly Choice[] => [
  { id: 'yes', label: yes },
  { id: 'no', label: no },
]
export const resolveChoices = choices('确认办结', '还没办结')
export const closeChoices = choices('确认结案', '先不结案')
export const reopenChoices = choices('确认重办', '不重办')

const whatHappened: Readonly<Record<ResolveKind, string>> = {
  fixed: '办理情况',
  explained: '解释说明',
  notPossible: '办不了的原因',
}

export const closingTexts = {
  whatWasDone: (number: string, kind: ResolveKind) =>
    kind === 'notPossible'
      ? `${number} 为什么办不了？请把原因和依据说清楚，我会原样告诉诉求人。`
      : kind === 'explained'
        ? `${number} 是怎么解释的？请说一两句，我会原样告诉诉求人。`
        : `${number} 是怎么办的？请说一两句做了什么、结果怎样，我会原样告诉诉求人。`,
  previewResolve: (appeal: Appeal, kind: ResolveKind, words: string, what: '办结' | '结案' = '办结') =>
    [
      `要报办结的是 ${appeal.number}（${appeal.summary}）`,
      `办结方式：${closeKindLabels[kind]}`,
      `${whatHappened[kind]}：${words}`,
      `这段话会原样发给诉求人${appeal.followers > 0 ? `（共 ${appeal.followers + 1} 家，各用各的编号）` : ''}，并请他评价。`,
      `确认${what}吗？要改直接重说；改办结方式说“已解释”“办不了”。`,
    ].join('\n'),
  resolved: (number: string) => `${number} 已报办结，正在请诉求人确认。他说没解决的话，会转回来接着办。`,
  staffResolved: (appeal: Appeal, by: string) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）${by}报办结，${closeKindLabels[appeal.closeKind ?? 'fixed']}：${appeal.resolution ?? ''}`,

  howDone: (appeal: Appeal) =>
    `${appeal.number} 还没有办结（${appealStateLabels[appeal.status]}）。要结案先说是怎么办的，我会原样告诉诉求人，再请他评价。`,
  previewClose(appeal: Appeal, { outcome, satisfaction, words }: CloseOrder, wakesAt: Date | null) {
    const told = outcome === undefined ? null : outcomeLabels[outcome]
    return [
      `要归档的是 ${appeal.number}（${appeal.summary}）`,
      `办结方式：${closeKindLabels[appeal.closeKind ?? 'fixed']}`,
      ...(appeal.resolution === null ? [] : [`办理情况：${appeal.resolution}`]),
      told === null
        ? `诉求人还没有答复。${wakesAt === null ? '' : `不着急的话，我会接着问，到期没有答复自动归档。`}`
        : `回访结果：${told}${satisfaction === undefined ? '' : satisfaction === 'satisfied' ? '，满意' : '，不满意'}（工作人员代记）`,
      ...(outcome === 'unsolved' || outcome === 'partly'
        ? [`诉求人说${told}，要接着办请说“重办 ${shortNumber(appeal.number)} 理由”。`]
        : []),
      ...(words === '' ? [] : [`备注：${words}`]),
      `归档后 ${REOPEN_DAYS} 天内诉求人和工作人员还可以重办。确认结案吗？`,
    ].join('\n')
  },
  alreadyClosed: (appeal: Appeal, now: Date) =>
    `${appeal.number} 已经是“${appealStateLabels[appeal.status]}”${
      appeal.closedAt === null ? '' : `（${dayAndHour(appeal.closedAt, now)}）`
    }，不用再归档。`,
  closed: (number: string) => `${number} 已归档。`,
  staffClosed: (appeal: Appeal) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）已归档，${closeKindLabels[appeal.closeKind ?? 'fixed']}。`,
  askerClosed: (number: string) =>
    `您的诉求 ${number} 归档了。还有问题，${REOPEN_DAYS} 天内回“${shortNumber(number)} 没解决”，我转回去接着办。`,
  followedUpByStaff: (outcome: string) => `工作人员回访：${outcome}`,

  askerClosedUnanswered: (number: string) =>
    `没有收到您对 ${number} 的答复，先归档了。还有问题，${REOPEN_DAYS} 天内回“${shortNumber(number)} 没解决”，我转回去接着办。`,
  noteUnanswered: () => '诉求人没有答复，到期自动归档',
  noteAskedAgain: () => '回访没有答复，再问一次',

  whyReopen: (number: string) => `${number} 为什么要重办？请说一句理由，会记在经过里，也会告诉承办单位。`,
  previewReopen: (appeal: Appeal, words: string, unitName: string | null, dueAt: Date | null, now: Date) =>
    [
      `要重办的是 ${appeal.number}（${appeal.summary}），现在是“${appealStateLabels[appeal.status]}”`,
      `理由：${words}`,
      unitName === null ? '没有承办单位，回到待派单。' : `转回${unitName}接着办。`,
      ...(dueAt === null ? [] : [`时限重新算，${dayAndHour(dueAt, now)} 前先联系诉求人。`]),
      `会告诉诉求人${unitName === null ? '' : `和${unitName}`}。确认重办吗？要改理由直接重说。`,
    ].join('\n'),
  reopened: (number: string) => `${number} 已转为重办。`,
  askerReopened: (number: string, dueAt: Date | null, now: Date) =>
    `您的诉求 ${number} 重新办理了。${dueAt === null ? '时限由工作人员告诉您。' : `${dayAndHour(dueAt, now)} 前有人联系您。`}`,
  unitReopened: (appeal: Appeal, words: string, now: Date) =>
    `${appeal.number}（${appeal.summary}）工作人员转回重办，请接着办。理由：${words}${
      appeal.dueAt === null ? '' : `\n时限 ${dayAndHour(appeal.dueAt, now)}。`
    }`,
  staffReopened: (appeal: Appeal, words: string) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）已转为重办。理由：${words}`,
}
