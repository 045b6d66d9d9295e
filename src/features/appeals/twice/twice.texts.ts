import { appealStateLabels, categoryLabels, urgencies, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { Reasons } from './likeness.ts'
import type { MergePlan, OpenLikeness, UnmergePlan } from './twice.effects.ts'

export const mergeChoices: readonly Choice[] = [
  { id: 'yes', label: '确认并单' },
  { id: 'no', label: '不并' },
]
export const unmergeChoices: readonly Choice[] = [
  { id: 'yes', label: '确认撤销并单' },
  { id: 'no', label: '不撤销' },
]
export const sameMatterChoices: readonly Choice[] = [
  { id: 'yes', label: '是同一件事' },
  { id: 'no', label: '是另外一件' },
]
export const likenessChoices: readonly Choice[] = [
  { id: 'yes', label: '并单' },
  { id: 'no', label: '不是一回事' },
]

type Ready = Extract<MergePlan, { kind: 'ready' }>
type Refused = Extract<MergePlan, { kind: 'refused' }>
type StepText = (number: string, main: Appeal, unit: string | null, now: Date) => string

const by = (unit: string | null) => (unit === null ? '' : `，由${unit}办理`)
const until = (due: Date | null, now: Date) => (due === null ? '' : `，时限 ${dayAndHour(due, now)}`)

/** 2026-0306（水电气，特急）宏远机械有限公司：东区停电 */
const line = (appeal: Appeal) =>
  `${appeal.number}（${appealsTexts.kind(appeal)}）${appealsTexts.company(appeal)}：${appeal.summary}`

const lines: Readonly<Record<Refused['why'], (number: string, other: string) => string>> = {
  'no-such-number': (number) =>
    number === ''
      ? '并到哪一件，请带上两个编号，例如“并单 0307 到 0306”。'
      : appealsTexts.noSuchNumber(number),
  'last-year': (number) => appealsTexts.lastYear(number),
  'same-number': () => '要并的是同一个编号。请说两个不同的，例如“并单 0307 到 0306”。',
  'merged-already': (number, other) =>
    `${number} 已经并在 ${other} 里了。要分开说“撤销并单 ${shortNumber(number)} 理由”。`,
  'not-mergeable': (number) => `${number} 已经办结或者了结，不能再并到别的诉求里。`,
  'main-is-over': (number) => `${number} 已经了结，不能再往里并。可以反过来并，或者先重办。`,
}

export const twiceTexts = {
  notForYou: () => '并单由工商联工作人员操作。您可以说“我的诉求”，看自己反映的到哪一步了。',
  whichNumbers: () => '并哪两件，请带上编号，例如“并单 0307 到 0306”。',
  whichMain: (number: string) => `${number} 并到哪一件？请说编号，例如“0306”。`,
  notUnderstood: (words: readonly string[]) => `这几个字没看懂：${words.join('、')}。`,
  refusedMerge: ({ why, number, other = '' }: Refused) => lines[why](number, other),

  preview: ({ main, merged, companies, instead }: Ready, now: Date, directory: Directory) => {
    const unit = main.unit === null ? null : (directory.units.get(main.unit)?.name ?? main.unit)
    const moving = merged.map(({ number }) => shortNumber(number)).join('、')
    const below = merged.filter(({ followers }) => followers > 0)
    const hurried = merged.filter((one) => urgencies.indexOf(one.urgency) < urgencies.indexOf(main.urgency))
    const losing = merged.filter((one) => one.unit !== null && one.unit !== main.unit)
    return [
      ...(instead === undefined
        ? []
        : [`${instead} 已经并在 ${main.number} 里，这里就并到 ${main.number}。`]),
      '请核对并单：',
      `留下 ${line(main)}，${appealsTexts.standing(main, now, directory)}`,
      ...merged.map((one) => `并入 ${line(one)}，${appealStateLabels[one.status]}`),
      ...below.map((one) => `${one.number} 里已并的 ${one.followers} 件一起过来，撤销时一起回去。`),
      ...hurried.map(
        (one) => `注意：${one.number} 是${urgencyLabels[one.urgency]}，并单后按 ${main.number} 的时限办。`,
      ),
      ...losing.map(
        (one) =>
          `${directory.units.get(one.unit ?? '')?.name ?? one.unit}不用再办 ${one.number}，会通知他们。`,
      ),
      `并单后：各家留自己的编号、隐私和回访，互相看不到是谁。${moving} 的诉求人会收到“同样的情况已有 ${companies} 家反映，一并在办”，以后的进展都告诉他们；${shortNumber(main.number)} 的诉求人不用做什么。`,
      ...(unit === null ? [] : [`${unit}会知道一共是 ${companies} 家。`]),
      ...(main.status === 'resolved'
        ? [`${main.number} 已经办结，会直接问 ${moving} 的诉求人解决了没有。`]
        : []),
      `确认并单吗？${merged.length === 1 ? '要倒过来说“反过来”。' : ''}`,
    ].join('\n')
  },
  notMerged: () => '好的，没有并单，两件各办各的。',
  mergeTimedOut: () => '并单放了一天没有确认，没有并。要并请重新说一次。',
  overtaken: () => '刚刚有了变化，没有并单。请重新说一次。',

  merged: (numbers: readonly string[], main: string, companies: number, unit: string | null) =>
    `${numbers.join('、')} 已并入 ${main}，一共 ${companies} 家。诉求人${unit === null ? '' : `和${unit}`}都通知了。并错了说“撤销并单 ${shortNumber(numbers[0] ?? '')} 理由”。`,
  staffMerged: (numbers: readonly string[], main: string, companies: number) =>
    `${numbers.join('、')} 已并入 ${main}，一共 ${companies} 家。`,
  unitMerged: (main: Appeal, companies: number) =>
    `${main.number} 同样的情况现在一共 ${companies} 家反映，一并办理，办结一次就行。办理情况会发给每一家，请不要写企业名称。`,
  unitMergedAway: (number: string, main: string, unit: string | null) =>
    `${number} 和 ${main} 是同一件事，已并到 ${main} 一起办${by(unit)}。${number} 您这边不用再办了。`,
  askerMerged: (appeal: Appeal, companies: number, unit: string | null, now: Date) =>
    [
      companies === 1
        ? `您的诉求 ${appeal.number} 和您前面反映的是同一件事，合在一起办。`
        : `您的诉求 ${appeal.number}：同样的情况已有 ${companies} 家反映，一并在办。`,
      `现在：${appealStateLabels[appeal.status]}${by(unit)}${until(appeal.dueAt, now)}。您的编号不变，有进展我告诉您，办完照样来问您。`,
    ].join('\n'),

  refusedUnmerge: (plan: Extract<UnmergePlan, { kind: 'refused' }>) =>
    plan.why === 'not-merged'
      ? `${plan.number} 没有并到别的诉求里，不用撤销。`
      : lines[plan.why](plan.number, ''),
  whichUnmerge: () => '撤销哪一件的并单，请带上编号，例如“撤销并单 0307 两家不是一条线路”。',
  whyUnmerge: (number: string) => `撤销 ${number} 的并单，理由是什么？说一句就行，会记在经过里。`,
  unmergePreview: (
    { appeal, main, back }: Extract<UnmergePlan, { kind: 'ready' }>,
    reason: string,
    now: Date,
    directory: Directory,
  ) =>
    [
      `请核对撤销并单：${line(appeal)}`,
      `从 ${main.number} 里分出来，回到并单前：${appealsTexts.standing({ ...appeal, status: back }, now, directory)}。`,
      ...(appeal.followers > 0 ? [`原来并在 ${appeal.number} 里的 ${appeal.followers} 件跟着它。`] : []),
      `理由：${reason}`,
      '诉求人和有关单位会收到通知。确认撤销吗？',
    ].join('\n'),
  notUnmerged: (number: string) => `好的，${number} 还并在一起。`,
  unmerged: (appeal: Appeal, main: string, unit: string | null, now: Date) =>
    `${appeal.number} 已从 ${main} 里分出来，现在是“${appealStateLabels[appeal.status]}”${by(unit)}${until(appeal.dueAt, now)}。`,
  staffUnmerged: (number: string, main: string, reason: string) =>
    `${number} 已从 ${main} 里分出来单独办。理由：${reason}`,
  askerUnmerged: (appeal: Appeal, unit: string | null, now: Date) =>
    `您的诉求 ${appeal.number} 经核对单独办理。现在：${appealStateLabels[appeal.status]}${by(unit)}${until(appeal.dueAt, now)}。有进展我告诉您。`,
  unitUnmerged: (appeal: Appeal, now: Date) =>
    `${appeal.number} 不再并办，还由您单位单独办理${until(appeal.dueAt, now)}。办完请回：${shortNumber(appeal.number)} 已办结 做了什么`,
  unitOneLess: (main: string, companies: number) => `${main} 有一件分出去单独办，现在一共 ${companies} 家。`,

  passedOn: (number: string) => `${number} 的诉求人撤回，由这一件接着办`,
  staffPassedOn: (number: string, heir: string, companies: number) =>
    `${number} 的诉求人撤回了。同样的情况还有 ${companies} 家，改按 ${heir} 接着办，进度和时限不变。`,
  unitPassedOn: (number: string, heir: Appeal, companies: number, now: Date) =>
    [
      `${number} 的诉求人撤回了，同样的情况还有 ${companies} 家，改按 ${heir.number} 接着办${until(heir.dueAt, now)}。`,
      `${heir.number}：${heir.summary}`,
      `办完请回：${shortNumber(heir.number)} 已办结 做了什么`,
    ].join('\n'),

  /** By act of the main one; what is not here is not written to anybody. */
  followerSteps: {
    dispatch: (number, main, unit, now) =>
      `您的诉求 ${number} 已转给${unit ?? '承办单位'}办理${until(main.dueAt, now)}。办完我会来问您结果。`,
    pause: (number, main, _unit, now) =>
      `您的诉求 ${number} 暂停办理${main.wakeAt === null ? '' : `，最晚 ${dayAndHour(main.wakeAt, now)} 接着办`}，到时我告诉您。`,
    resume: (number, main, unit, now) => `您的诉求 ${number} 接着办理${by(unit)}${until(main.dueAt, now)}。`,
    refer: (number, main) =>
      `您的诉求 ${number} 反映的情况要走法定渠道${main.route === null ? '' : `：${main.route}`}。怎么办理，工作人员会告诉您。`,
    reopen: (number, main, unit, now) => `您的诉求 ${number} 重新办理${by(unit)}${until(main.dueAt, now)}。`,
  } as Readonly<Partial<Record<string, StepText>>>,

  reasons: ({ category, trouble, place, sameCompany, minutes, words }: Reasons) => {
    const said = trouble === null ? words : [trouble]
    return [
      ...(sameCompany ? ['同一家企业'] : []),
      ...(category === null ? [] : [`同一类别（${categoryLabels[category]}）`]),
      ...(place === null ? [] : [`同在${place}`]),
      `相隔 ${apart(minutes)}`,
      ...(said.length === 0 ? [] : [`都说${said.map((word) => `“${word}”`).join('')}`]),
    ].join('、')
  },
  sameMatter: (pair: {
    readonly number: string
    readonly summary: string
    readonly other: string
    readonly otherSummary: string
  }) =>
    `您刚报的 ${pair.number}（${pair.summary}），和您前面的 ${pair.other}（${pair.otherSummary}）像是一件事。是同一件事吗？`,
  willJoin: (number: string, other: string) =>
    `好的，${number} 会和 ${other} 合在一起办，工作人员核对后告诉您。两个编号都能查进度。`,
  staysApart: (number: string) => `好的，${number} 单独办。`,
  askerSaysSame: () => '诉求人自己说是同一件事',
  /** To staff, unasked; `others` are the later ones. */
  proposal: (main: string, others: readonly { readonly line: string; readonly why: string }[]) =>
    [
      `${others.length === 1 ? '这两件' : `这 ${others.length + 1} 件`}可能是同一件事：`,
      main,
      ...others.flatMap((other) => [other.line, `　${other.why}`]),
      `是不是一回事？${others.length === 1 ? '' : '有哪件不是，直接说“0308 不是”。'}并单后各家留自己的编号和回访，并错了可以撤销。`,
    ].join('\n'),
  proposalLine: (appeal: Appeal, now: Date) =>
    `${line(appeal)}，${appealStateLabels[appeal.status]}，${dayAndHour(appeal.filedAt, now)}`,
  keptApart: () => '好的，记下了，不是一回事，不再提这几件。',
  proposalLeft: () => '先放着，说“疑似重复”都列给您。',
  decidedMeanwhile: () => '这几件已经有人处理过了，没有再动。',

  likenesses: (open: readonly OpenLikeness[]) =>
    open.length === 0
      ? '疑似重复：现在没有。'
      : [
          `疑似重复：${open.length} 对还没定。`,
          ...open
            .slice(0, MOST_LIKENESSES)
            .map(
              ({ appeal, main, reasons }) =>
                `${shortNumber(appeal.number)} 和 ${shortNumber(main.number)}：${appeal.summary}（${twiceTexts.reasons(reasons)}）`,
            ),
          ...(open.length > MOST_LIKENESSES
            ? [`还有 ${open.length - MOST_LIKENESSES} 对，定了这些再列。`]
            : []),
          `是一回事说“并单 ${shortNumber(open[0]?.appeal.number ?? '')} 到 ${shortNumber(open[0]?.main.number ?? '')}”，不是就说“${shortNumber(open[0]?.appeal.number ?? '')} 和 ${shortNumber(open[0]?.main.number ?? '')} 不是一回事”。`,
        ].join('\n'),
  likenessesNotForYou: () => '疑似重复只有工作人员能看。',
}

const MOST_LIKENESSES = 8

function apart(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} 小时`
  return `${Math.round(minutes / 1440)} 天`
}
