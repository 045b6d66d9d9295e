import { dayAndHour } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { datedInFull } from '../life/moves.texts.ts'
import { type PauseReasonCode, pauseReasonLabel, pauseReasons, ruleOf } from './pause-reasons.ts'

export const pauseChoices: readonly Choice[] = [
  { id: 'yes', label: '确认暂停' },
  { id: 'no', label: '不暂停' },
]

export interface Pausing {
  readonly reason: PauseReasonCode
  readonly words: string
  readonly wakeAt: Date
}

const REASONS = Object.values(pauseReasons)
  .map(({ label, longestDays, ...rule }) =>
    'asksInstead' in rule ? `${label}（到工作人员恢复为止）` : `${label}（最长 ${longestDays} 个工作日）`,
  )
  .join('、')

const why = ({ reason, words }: Pick<Pausing, 'reason' | 'words'>) =>
  `${pauseReasonLabel(reason)}${words === '' ? '' : `（${words}）`}`

/** Until when, as everybody who hears of it reads it. */
function until({ reason, wakeAt }: Pausing, now: Date): string {
  return ruleOf(reason).asksInstead === true
    ? '到工作人员恢复为止'
    : `最晚 ${dayAndHour(wakeAt, now)} 自动恢复`
}

export const pausesTexts = {
  whichPause: () => `要暂停哪一件，请带上编号，例如“暂停 0012 等企业补材料”。理由可以是：${REASONS}。`,
  whyPause: (number: string) => `${number} 为什么暂停？可以是：${REASONS}。`,
  unknownReason: (said: string) => `“${said}”不在暂停的理由里。可以是：${REASONS}。是哪一个？`,
  staffReason: (label: string) => `“${label}”只能由工商联工作人员确认，请把情况告诉他们。`,
  criticalRuns: (number: string) => `${number} 是特急，不能由承办单位暂停。确实要停，请联系工作人员。`,
  alreadyPast: (at: Date, now: Date) => `${dayAndHour(at, now)} 已经过了。停到哪一天？`,

  preview(appeal: Appeal, pausing: Pausing, shortened: Date | null, told: readonly string[], now: Date) {
    const rule = ruleOf(pausing.reason)
    const length =
      rule.asksInstead === true
        ? `到工作人员恢复为止，每 ${rule.longestDays} 个工作日问一次，下次 ${dayAndHour(pausing.wakeAt, now)}`
        : `到 ${dayAndHour(pausing.wakeAt, now)} 自动恢复`
    return [
      `要暂停的是 ${appeal.number}（${appeal.summary}）`,
      `理由：${why(pausing)}`,
      `时间：${length}`,
      ...(shortened === null
        ? []
        : [
            `您说的是 ${dayAndHour(shortened, now)}，这个理由最长 ${rule.longestDays} 个工作日，就停到上面这天。`,
          ]),
      `暂停期间不计时，恢复后时限按停的工作时间顺延。理由会告诉${told.join('、')}。`,
      '确认暂停吗？要改直接说，比如“到11月28日”“等上级批复”。',
    ].join('\n')
  },
  /** The history's own line. */
  note: (pausing: Pausing) =>
    `${why(pausing)}，${
      ruleOf(pausing.reason).asksInstead === true
        ? '到工作人员恢复为止'
        : `最晚 ${datedInFull(pausing.wakeAt)} 自动恢复`
    }`,

  paused: (number: string, pausing: Pausing, now: Date) =>
    `${number} 已暂停：${why(pausing)}，${until(pausing, now)}。提前恢复说“恢复 ${shortNumber(number)}”。`,
  askerPaused: (number: string, pausing: Pausing, now: Date) =>
    [
      `您的诉求 ${number} 暂时停下：${why(pausing)}，${until(pausing, now)}，到时我会告诉您。`,
      ...(pausing.reason === 'material' ? ['材料备齐了直接发给我，带上编号，就可以提前接着办。'] : []),
    ].join('\n'),
  otherPaused: (appeal: Appeal, by: string, pausing: Pausing, now: Date) =>
    `${appeal.number}（${appealsTexts.kind(appeal)}）${by}暂停：${why(pausing)}，${until(pausing, now)}。`,

  resumed: (number: string, dueAt: Date | null, now: Date) =>
    `${number} 恢复办理。${dueAt === null ? '' : `时限顺延到 ${dayAndHour(dueAt, now)}。`}`,
  askerResumed: (number: string, dueAt: Date | null, now: Date) =>
    `您的诉求 ${number} 恢复办理了。${dueAt === null ? '' : `时限顺延到 ${dayAndHour(dueAt, now)}。`}办完我会来问您结果。`,
  woke: (number: string, reason: string, dueAt: Date | null, now: Date) =>
    `${number} 的暂停到期（${pauseReasonLabel(reason)}），已自动恢复办理。${
      dueAt === null ? '' : `时限顺延到 ${dayAndHour(dueAt, now)}。`
    }`,
  unitWoke: (appeal: Appeal, now: Date) =>
    `${appeal.number}（${appeal.summary}）恢复办理，请接着办。${
      appeal.dueAt === null ? '' : `时限 ${dayAndHour(appeal.dueAt, now)}。`
    }办完请回：${shortNumber(appeal.number)} 已办结 做了什么`,
  stillPaused: (number: string, reason: string, next: Date, now: Date) =>
    `${number} 还停着（${pauseReasonLabel(reason)}）。还要停就不用回，${dayAndHour(next, now)} 我再问；要接着办说“恢复 ${shortNumber(number)}”，已经归法院、仲裁管的说“${shortNumber(number)} 转法院 理由”。`,

  termMoved: (from: Date, to: Date) => `暂停顺延：${datedInFull(from)} 改为 ${datedInFull(to)}`,

  /** Beside where it stands: 已用 3 个工作日 2 小时，另暂停 1 个工作日. */
  elapsed: (minutes: number, paused: number, hoursADay: number) =>
    `已用 ${worked(minutes, hoursADay)}${paused < 1 ? '' : `，另暂停 ${worked(paused, hoursADay)}`}`,
  standsPaused: (reason: string, wakeAt: Date | null, now: Date) =>
    `暂停中：${pauseReasonLabel(reason)}${
      wakeAt === null
        ? ''
        : Object.hasOwn(pauseReasons, reason) && ruleOf(reason as PauseReasonCode).asksInstead === true
          ? '，到工作人员恢复为止'
          : `，${dayAndHour(wakeAt, now)} 自动恢复`
    }`,
}

/** Working minutes as people say them. */
function worked(minutes: number, minutesADay: number): string {
  const days = Math.floor(minutes / minutesADay)
  const hours = Math.floor((minutes % minutesADay) / 60)
  if (days === 0 && hours === 0) return '不到 1 小时'
  return [...(days === 0 ? [] : [`${days} 个工作日`]), ...(hours === 0 ? [] : [`${hours} 小时`])].join(' ')
}
