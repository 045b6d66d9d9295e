import { categories, categoryLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { Deadlines } from '../deadlines.ts'
import { datedInFull, movesTexts } from '../life/moves.texts.ts'

export const recategoriseChoices: readonly Choice[] = [
  { id: 'yes', label: '确认修改' },
  { id: 'no', label: '不改' },
]

type Kind = Pick<Appeal, 'category' | 'urgency'>

const time = (at: Date | null, now: Date | null) =>
  at === null ? '未定' : now === null ? datedInFull(at) : dayAndHour(at, now)

/** Only what moves; dated in full where no present moment is given. */
function moved(before: Deadlines, after: Deadlines, now: Date | null): string[] {
  const line = (name: string, a: Date | null, b: Date | null) =>
    a?.getTime() === b?.getTime() ? [] : [`${name}：${time(a, now)} 改为 ${time(b, now)}`]
  return [
    ...line('联系时限', before.contactDueAt, after.contactDueAt),
    ...line('办结时限', before.resolveDueAt, after.resolveDueAt),
  ]
}

export const recategoriseTexts = {
  which: (number: string) =>
    `${number} 改成什么？类别有：${categories.map((one) => categoryLabels[one]).join('、')}；紧急程度有：特急、紧急、一般。`,
  same: (appeal: Appeal) => `${appeal.number} 现在就是“${appealsTexts.kind(appeal)}”，不用改。`,
  preview: (appeal: Appeal, to: Kind, deadlines: Deadlines, unread: readonly string[], now: Date) =>
    [
      `要改的是 ${appeal.number}（${appeal.summary}）`,
      `${appealsTexts.kind(appeal)} 改为 ${appealsTexts.kind(to)}`,
      ...(moved(appeal, deadlines, now).length === 0 ? ['时限不变。'] : moved(appeal, deadlines, now)),
      ...(unread.length === 0 ? [] : [movesTexts.notUnderstood(unread)]),
      '确认修改吗？',
    ].join('\n'),
  note: (from: Kind, to: Kind) => `${appealsTexts.kind(from)} 改为 ${appealsTexts.kind(to)}`,
  termNote: (before: Deadlines, after: Deadlines) => moved(before, after, null).join('；'),
  done: (number: string, to: Kind, dueAt: Date | null, now: Date) =>
    `${number} 已改为 ${appealsTexts.kind(to)}${dueAt === null ? '' : `，时限 ${dayAndHour(dueAt, now)}`}。`,
  asker: (number: string, to: Kind, dueAt: Date | null, now: Date) =>
    `您的诉求 ${number} 改按“${appealsTexts.kind(to)}”办理${dueAt === null ? '' : `，${dayAndHour(dueAt, now)} 前给您答复`}。`,
}
