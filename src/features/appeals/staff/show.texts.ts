import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { TwiceOf } from '../twice/twice.effects.ts'
import { twiceTexts } from '../twice/twice.texts.ts'

/** What other desks and features know of an appeal; nothing of it where they are not asked or have nothing. */
export interface Beside {
  readonly elapsed?: { readonly line: string; readonly paused: string | null }
  readonly twice?: TwiceOf
  readonly tasks?: readonly {
    readonly number: string
    readonly text: string
    readonly who: string
    readonly dueAt: Date | null
    readonly done: boolean
  }[]
}

const MOST_FOLLOWERS = 6

export const showTexts = {
  /** For staff: everything, the history last. */
  whole: (
    appeal: Appeal,
    history: readonly AppealEvent[],
    now: Date,
    directory: Directory,
    { elapsed, twice, tasks = [] }: Beside,
  ) =>
    [
      `${appeal.number}（${appealsTexts.kind(appeal)}）${appealsTexts.standing(appeal, now, directory)}`,
      ...(elapsed === undefined ? [] : [elapsed.line]),
      ...(elapsed?.paused == null ? [] : [elapsed.paused]),
      ...(appeal.supporting.length === 0
        ? []
        : [`协办：${appeal.supporting.map((code) => directory.units.get(code)?.name ?? code).join('、')}`]),
      ...(appeal.handOffs === 0
        ? []
        : [`退回 ${appeal.handOffs} 次${appeal.meetingAskedAt === null ? '' : '，等着上协调会'}`]),
      `企业：${appealsTexts.company(appeal)}`,
      `诉求人：${appeal.sealed ? '（身份封存）' : (appeal.asker?.name ?? (appeal.origin === null ? '' : `暂无（来自${appeal.origin.replace('visit:', '走访')}）`))}`,
      ...(appeal.place === null ? [] : [`地点：${appeal.place}`]),
      ...(appeal.leader === null || appeal.sealed
        ? []
        : [`分包领导：${directory.people.get(appeal.leader)?.name ?? appeal.leader}`]),
      `内容：${appealsTexts.excerpt(appeal.text)}`,
      ...(appeal.wish === null ? [] : [`想要：${appeal.wish}`]),
      ...(appeal.files.length === 0 ? [] : [`附件：${appeal.files.length} 个`]),
      ...(appeal.reminders === 0 ? [] : [`诉求人催过 ${appeal.reminders} 次`]),
      ...(appeal.resolution === null ? [] : [`办理结果：${appeal.resolution}`]),
      ...(twice === undefined ? [] : aboutTwice(twice)),
      ...tasks.map(
        ({ number, text, who, dueAt, done }) =>
          `任务 ${number}（${who}${dueAt === null ? '' : `，${dayAndHour(dueAt, now)} 前`}，${done ? '已完成' : '在办'}）：${text}`,
      ),
      '经过：',
      ...history.map((event) => appealsTexts.historyLine(event, now, directory, 'inside')),
    ].join('\n'),
}

function aboutTwice({ main, followers, companies, likenesses }: TwiceOf): string[] {
  const shown = followers.slice(0, MOST_FOLLOWERS)
  return [
    ...(main === null ? [] : [`已并到 ${main}，进度看 ${main}。`]),
    ...(followers.length === 0
      ? []
      : [
          `并入 ${followers.length} 件，一共 ${companies} 家：${shown
            .map((one) => `${one.number} ${appealsTexts.company(one)}`)
            .join('、')}${followers.length > shown.length ? '等' : ''}`,
        ]),
    ...likenesses.map(({ number, reasons }) => `疑似重复：${number}（${twiceTexts.reasons(reasons)}）`),
  ]
}
