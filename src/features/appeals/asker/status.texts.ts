import { appealStateLabels, categoryLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { TOLD_ASIDE } from '../../../kernel/told-aside.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { answeredBy, askerStateLabels, standing } from './asker-standing.texts.ts'

/** What an asker sees of their history: what happened, not who shuffled which paper. */
const SHOWN_ACTS: readonly AppealEvent['act'][] = [
  'file',
  'accept',
  'dispatch',
  'acknowledge',
  'contact',
  'progress',
  'grantExtension',
  'pause',
  'resume',
  'resolve',
  'reopen',
  'close',
  'withdraw',
  'refer',
  'merge',
]

/** Those whose note is said to the asker. */
const NOTED_ACTS: readonly AppealEvent['act'][] = ['pause', 'refer', 'close', 'progress', 'grantExtension']

export const statusTexts = {
  whole: (appeal: Appeal, history: readonly AppealEvent[], now: Date, directory: Directory) =>
    [
      `${appeal.number}（${categoryLabels[appeal.category]}）${appeal.summary}`,
      `现在：${standing(appeal, now, directory)}`,
      ...(appeal.followers > 0 ? [`同样的情况已有 ${appeal.followers + 1} 家反映，一并在办。`] : []),
      ...(appeal.resolution === null ? [] : [`办理结果：${appeal.resolution}`]),
      ...history
        // What a helping unit reports is for the lead unit and staff.
        .filter(({ act, role }) => SHOWN_ACTS.includes(act) && role !== 'supporter')
        .map((event) =>
          appealsTexts.historyLine({ ...event, note: noteFor(event) }, now, directory, 'asker'),
        ),
      ...whatNext(appeal),
    ].join('\n'),

  /** One of several: a line and where it stands. */
  line: (appeal: Appeal, now: Date, directory: Directory) =>
    `${appeal.number} ${appeal.summary}\n　${standing(appeal, now, directory)}`,

  several: (lines: readonly string[], hidden: number) =>
    [
      `您有 ${lines.length + hidden} 件诉求在办：`,
      ...lines,
      ...(hidden > 0 ? [`还有 ${hidden} 件没有列出，可以带编号问。`] : []),
      '要看哪一件的经过，带上编号问，例如“0012 到哪一步了”。',
    ].join('\n'),

  noneOpen: (last: Appeal | undefined, now: Date) =>
    last === undefined
      ? '没有查到您名下的诉求。要反映新的事，直接说就行；之前用别的账号报的，请告诉我编号或联系工作人员。'
      : `您现在没有在办的诉求。最近一件是 ${last.number}（${last.summary}），${askerStateLabels[last.status]}，${dayAndHour(last.resolvedAt ?? last.filedAt, now)}。要反映新的事，直接说就行。`,

  /** In a group: number, state and the promised hour, nothing else. */
  group: (appeals: readonly Appeal[], now: Date) =>
    `${appeals.map((appeal) => `编号 ${appeal.number} ${askerStateLabels[appeal.status]}${answeredBy(appeal, now)}`).join('、')}，细节${TOLD_ASIDE}。`,
  groupNone: () => `细节${TOLD_ASIDE}。`,

  reminded: (appeal: Appeal, now: Date, directory: Directory) =>
    `已替您催办 ${appeal.number}，工作人员${appeal.unit === null ? '' : '和承办单位'}都收到了。\n现在：${standing(appeal, now, directory)}`,
  remindedStaff: (appeal: Appeal, times: number) =>
    `催办：${appeal.number}（${appealsTexts.kind(appeal)}）的诉求人第 ${times} 次来问，现在是“${appealStateLabels[appeal.status]}”。`,
  remindedUnit: (appeal: Appeal, now: Date) =>
    `催办：${appeal.number}（${appeal.summary}）的诉求人来问进展。${
      appeal.dueAt === null ? '' : `时限 ${dayAndHour(appeal.dueAt, now)}。`
    }办完请回：${shortNumber(appeal.number)} 已办结 做了什么`,
}

/** Reasons that units give each other are not the asker's reading; what was done is. */
function noteFor({ act, note }: AppealEvent): string | null {
  return NOTED_ACTS.includes(act) ? note : null
}

function whatNext(appeal: Appeal): string[] {
  const short = shortNumber(appeal.number)
  if (appeal.status === 'resolved')
    return [`解决了吗？请回“${short} 解决了”“${short} 部分解决”或“${short} 没解决”。`]
  if (['closed', 'withdrawn', 'referred', 'merged'].includes(appeal.status)) return []
  return [`不想办了，说“撤回 ${short}”。`]
}
