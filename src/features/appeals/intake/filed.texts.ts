import { categoryLabels, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { TOLD_ASIDE } from '../../../kernel/told-aside.ts'
import { missingYearSentence } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { EmergencyNumber } from '../reading/dangers.ts'
import { findUnrest } from '../reading/unrest.ts'
import { questionLines } from './intake.texts.ts'

/** What is said once an appeal stands: to its asker, in the group it began in, to staff. */
export const filedTexts = {
  receipt: (appeal: Appeal, now: Date) =>
    [
      `已登记，编号 ${appeal.number}。`,
      nextStep(appeal, now),
      ...sealedLine(appeal),
      `随时可以问“到哪一步了”；不想办了，说“撤回 ${shortNumber(appeal.number)}”。`,
    ].join('\n'),

  /** Help first, then the number, then what was taken down without asking. */
  critical: (
    appeal: Appeal,
    emergency: readonly EmergencyNumber[],
    questions: readonly string[],
    now: Date,
  ) =>
    [
      ...(emergency.length === 0
        ? ['先保证人员安全。']
        : [
            `先保证人员安全，请马上拨打 ${emergency.map(({ number, service }) => `${number}（${service}）`).join('、')}，不要等我们。`,
          ]),
      `已按特急登记，编号 ${appeal.number}，已通知工作人员。`,
      nextStep(appeal, now),
      `我先这样记了：${appealsTexts.company(appeal)}，${categoryLabels[appeal.category]}。${appealsTexts.excerpt(appeal.text)}`,
      ...questionLines(questions, '先不用管'),
      ...sealedLine(appeal),
      '有不对的或要补充的，直接说，我加进去；没有那么急，就说“改成一般”。',
    ].join('\n'),

  referred: (appeal: Appeal) =>
    [
      `已登记为“转法定渠道”，编号 ${appeal.number}。`,
      `这件事由${appeal.route ?? '法定机关'}依法处理，工商联不能过问，也不承诺结果。请留意那边的期限。`,
      ...sealedLine(appeal),
    ].join('\n'),

  group: (number: string) => `已登记，编号 ${number}，细节${TOLD_ASIDE}。`,
  /** A number said in a group beside a name would unseal the asker. */
  groupSealed: () => `收到，细节${TOLD_ASIDE}。`,

  /** `missingYear`: whose calendar it would take to say by when. */
  staff: (appeal: Appeal, suggestedUnit: string | undefined, now: Date, missingYear?: number) =>
    [
      `新诉求 ${appeal.number}（${categoryLabels[appeal.category]}，${urgencyLabels[appeal.urgency]}）`,
      `企业：${appealsTexts.company(appeal)}`,
      `事由：${appeal.summary}`,
      ...(appeal.place === null ? [] : [`地点：${appeal.place}`]),
      ...(appeal.wish === null ? [] : [`希望：${appeal.wish}`]),
      ...(appeal.files.length === 0 ? [] : [`附件 ${appeal.files.length} 个`]),
      ...unrestLine(appeal),
      appeal.status === 'referred'
        ? `属${appeal.route ?? '法定渠道'}，已告知诉求人，只作留存。`
        : `${promiseLine(appeal, now, missingYear)}派单请回：派单 ${shortNumber(appeal.number)} ${suggestedUnit ?? '承办单位'} 几个工作日`,
    ].join('\n'),

  staffAmended: (appeal: Appeal) =>
    [
      `${appeal.number} 有补充更正（${appealsTexts.kind(appeal)}）`,
      `企业：${appealsTexts.company(appeal)}`,
      `现在的内容：${appealsTexts.excerpt(appeal.text)}`,
    ].join('\n'),

  amendedTooLate: (number: string) =>
    `${number} 已经不在办理中了，刚才的补充没有加进去。还有事的话，直接说，我另外登记。`,

  sourceChanged: (number: string, text: string | null) =>
    text === null
      ? `${number} 的诉求人撤回了其中一条原话。诉求内容没有变，已在记录里标明，请核对。`
      : `${number} 的诉求人改了其中一条原话，改后是：${appealsTexts.excerpt(text)}\n诉求内容没有变，已在记录里标明，请核对。`,
}

function nextStep(appeal: Appeal, now: Date): string {
  if (appeal.dueAt === null) return '接下来由工作人员受理，答复时间由他们告诉您。'
  const by = dayAndHour(appeal.dueAt, now)
  return appeal.urgency === 'critical'
    ? `工作人员 ${by} 前联系您。`
    : `接下来由工作人员受理，${by} 前答复您由谁办、怎么办${doneBy(appeal, now)}。`
}

/** The second hour that is owed, where it is another one. */
const doneBy = ({ dueAt, resolveDueAt }: Appeal, now: Date) =>
  resolveDueAt === null || resolveDueAt.getTime() === dueAt?.getTime()
    ? ''
    : `，${dayAndHour(resolveDueAt, now)} 前办完`

function promiseLine(appeal: Appeal, now: Date, missingYear: number | undefined): string {
  const missing = missingYear === undefined ? '' : missingYearSentence(missingYear)
  if (appeal.dueAt === null) return `${missing}加载以后我会把时限告诉诉求人。`
  const by = dayAndHour(appeal.dueAt, now)
  return `${appeal.urgency === 'critical' ? `已承诺 ${by} 前联系诉求人。` : `已承诺 ${by} 前答复。`}${missing === '' ? '' : `办结时限：${missing}`}`
}

/** 涉稳: staff look at once, whatever the category. */
function unrestLine({ text }: Appeal): string[] {
  const words = findUnrest(text)
  return words === undefined ? [] : [`涉稳：“${words}”，请先看`]
}

const sealedLine = (appeal: Appeal) =>
  appeal.sealed ? ['您的身份已封存，工作人员和承办单位看到的内容里没有您的姓名和企业。'] : []
