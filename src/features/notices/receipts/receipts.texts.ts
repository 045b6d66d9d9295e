import type { Choice } from '../../../kernel/letter-draft.ts'
import type { ReceiptLists } from './receipt.ts'
import type { Answerer, DoubtShown, ReceiptReport } from './receipt-report.ts'

/** Names listed before the rest is only counted; the whole list is in `notices --json`. */
const MOST_NAMES = 40
const MOST_DOUBTS = 20

const names = (people: readonly Answerer[]) => {
  const shown = people
    .slice(0, MOST_NAMES)
    .map(({ name, words }) => (words === undefined ? name : `${name}（“${words}”）`))
  return `${shown.join('、')}${people.length > MOST_NAMES ? `等 ${people.length} 人` : ''}`
}

const doubtLine = ({ number, shown, words }: DoubtShown) => `第${number}条 ${shown}：“${words}”`

type Counts = Readonly<Record<keyof ReceiptLists, number>>

const AS = { acknowledged: '收到', onLeave: '收到但请假', seen: '看到了还没确认', nothing: '不算' } as const

export const receiptsTexts = {
  mayNotSee: () => '回执情况只有工作人员、审核员和各商会秘书能看。',
  maySettleNot: () => '代记回执要由工作人员或者本商会的秘书来做。',
  mayNotChase: () => '提醒和通报要由工作人员来做。',
  elsewhere: (number: number) => `通知${number} 没有发给贵商会的人，没有回执要看。`,
  notLeft: (number: number) => `通知${number} 还没有发出，谈不上回执。`,
  report: (number: number, title: string, awaited: boolean, asOf: string, report: ReceiptReport) => {
    const { acknowledged, onLeave, seen, unclear, missing, doubts } = report
    const missed =
      missing.length === 0 ? ['没有一个没回的。'] : [`还没回 ${missing.length} 人：`, ...byChamber(missing)]
    return [
      `通知${number}“${title}”，截至 ${asOf}：收到 ${acknowledged.length} 人。${awaited ? '' : '（这份通知没有要回执）'}`,
      ...(onLeave.length > 0 ? [`收到但请假 ${onLeave.length} 人：${names(onLeave)}`] : []),
      ...(seen.length > 0 ? [`看到了还没确认 ${seen.length} 人：${names(seen)}`] : []),
      ...(unclear.length > 0 ? [`说得不清楚、请您看一下 ${unclear.length} 人：${names(unclear)}`] : []),
      ...missed,
      ...(doubts.length === 0 ? [] : doubtsOf(number, doubts)),
    ].join('\n')
  },
  received: (number: number) => `好的，通知${number} 记下您已回。`,
  onLeave: (number: number) => `好的，通知${number} 记下您请假。`,
  seen: (number: number) => `好的，通知${number} 您看过后回一个“收到”就行。`,
  receivedFor: (number: number, people: readonly string[]) =>
    `好的，通知${number} 记下${people.join('、')}的回执，是您代回的。`,
  leftToStaff: (number: number) => `通知${number} 这条回执我没把握是谁的，记下来请工作人员看一下。`,
  noted: () => '好的。',
  awaitsNothing: (number: number) => `通知${number} 不等您的回执，这句没有记。`,
  nothingToChoose: () => '现在没有等您选的，有事直接说就行。',
  // What staff settle.
  settlePreview: (number: number, lines: readonly string[]) =>
    [`通知${number} 这样记，请核对：`, ...lines].join('\n'),
  settleLine: (who: string, as: keyof typeof AS) => `${who}：${AS[as]}`,
  doubtAs: (doubt: DoubtShown, who: string | undefined, as: keyof typeof AS) =>
    `${doubtLine(doubt)} → ${who === undefined ? AS[as] : `${who}${AS[as]}`}`,
  withdrawn: (who: string) => `${who}：原来的回执不算，列回没回的`,
  settleChoices: (): readonly Choice[] => [
    { id: 'yes', label: '就这样记' },
    { id: 'no', label: '不记' },
  ],
  askWhich: (word: string, options: readonly string[]) => `“${word}”可能是${options.join('、')}，是哪一位？`,
  notMeant: (word: string, number: number) =>
    `通知${number} 的发送范围里没有找到“${word}”。请把姓名说全，或者带上企业。`,
  askWhom: (doubt: DoubtShown) => `${doubtLine(doubt)}，算谁的？说姓名，或者说“不算”。`,
  noSuchDoubt: (number: number, doubt: number) => `通知${number} 没有待认的第${doubt}条，可能已经处理过了。`,
  noDoubts: (number: number) => `通知${number} 没有待认的回执。`,
  settled: (number: number, counts: Counts, doubts: number) =>
    `记好了。通知${number} ${countsLine(counts)}${doubts === 0 ? '。' : `；还有 ${doubts} 条待认。`}`,
  leftSettling: () => '好的，没有记。',
  // The one reminder, the one tally, the names passed on.
  now: () => '现在',
  whenAwake: (when: string) => `等静默时段过了（${when}）`,
  remindPreview: (number: number, people: number, reachable: number, refusing: number, when: string) =>
    [
      `通知${number} 还有 ${people} 人没回，${when}只给他们本人私聊提醒一次，能送到 ${reachable} 人。`,
      ...(refusing > 0 ? [`其中 ${refusing} 人说过不收这类消息，不去打扰。`] : []),
      ...(people - reachable - refusing > 0
        ? [`${people - reachable - refusing} 人没有私聊可用，得打电话。`]
        : []),
    ].join('\n'),
  remindWords: (words: string) => `提醒的原文：\n${words}`,
  remindedAlready: (number: number, when: string) =>
    `通知${number} ${when}已经提醒过一次，不再发第二次。还没回的请打电话，名单可以说“谁没回 通知${number}”。`,
  nobodyMissing: (number: number) => `通知${number} 没有还没回的人，不用提醒。`,
  reminder: (text: string, answerBy: string | undefined) =>
    `有份通知还等您回一个“收到”，去不了就回“请假”${answerBy === undefined ? '' : `，${answerBy}前回都行`}。原文：\n${text}`,
  remindChoices: (): readonly Choice[] => [
    { id: 'yes', label: '提醒' },
    { id: 'no', label: '不提醒' },
  ],
  reminding: (number: number, when: string) => `好的，通知${number} 的提醒${when}发给还没回的人。`,
  remindingByItself: (number: number, people: number) =>
    `通知${number} 快到回复时间了，还有 ${people} 人没回，我只给他们本人私聊提醒一次。`,
  tallyPreview: (number: number, texts: readonly { readonly title: string; readonly text: string }[]) =>
    [
      `通知${number} 在群里报一次数，只报人数不报名字，以后不再报：`,
      ...texts.map(({ title, text }) => `【${title}】${text}`),
    ].join('\n'),
  tally: (title: string, { acknowledged, onLeave, missing, seen, unclear }: Counts) => {
    const left = missing + seen + unclear
    return `通知“${title}”：已回 ${acknowledged + onLeave} 人${left === 0 ? '，都回了，谢谢各位。' : `，还有 ${left} 人没回，请看到的回一个“收到”。`}`
  },
  tallyChoices: (): readonly Choice[] => [
    { id: 'yes', label: '发到群里' },
    { id: 'no', label: '不发' },
  ],
  talliedAlready: (number: number, when: string) =>
    `通知${number} ${when}已经在群里报过一次数，不再报第二次。`,
  noGroups: (number: number) => `通知${number} 的群现在一个也不在名册里，报不了数。`,
  tallied: (number: number, groups: number) => `好的，通知${number} 的人数报到 ${groups} 个群。`,
  passPreview: (number: number, secretaries: readonly string[], without: readonly string[]) =>
    [
      `通知${number} 把各自商会没回的名单私聊发给：${secretaries.join('、')}。`,
      ...(without.length > 0 ? [`${without.join('、')}没有能私聊到的秘书。`] : []),
    ].join('\n'),
  passChoices: (): readonly Choice[] => [
    { id: 'yes', label: '发给秘书' },
    { id: 'no', label: '不发' },
  ],
  nobodyToPassTo: (number: number) => `通知${number} 没回的人所在的商会，没有能私聊到的秘书。`,
  passed: (number: number, secretaries: number) =>
    `好的，通知${number} 没回的名单发给 ${secretaries} 位秘书。`,
  forSecretary: (number: number, title: string, missing: readonly Answerer[]) =>
    `通知${number}“${title}”，贵商会还有 ${missing.length} 人没回：${names(missing)}。麻烦您问一声；谁已经知道了，可以对我说“代回 通知${number} 姓名”。`,
  leftChasing: () => '好的，没有发。',
}

const countsLine = ({ acknowledged, onLeave, seen, unclear, missing }: Counts) =>
  [
    `收到 ${acknowledged} 人`,
    ...(onLeave > 0 ? [`请假 ${onLeave} 人`] : []),
    ...(seen > 0 ? [`看到没确认 ${seen} 人`] : []),
    ...(unclear > 0 ? [`不清楚 ${unclear} 人`] : []),
    `还没回 ${missing} 人`,
  ].join('，')

function doubtsOf(number: number, doubts: readonly DoubtShown[]): readonly string[] {
  const more = doubts.length > MOST_DOUBTS ? [`另有 ${doubts.length - MOST_DOUBTS} 条，先认完这些。`] : []
  return [
    `没把握是谁的、或是什么意思的 ${doubts.length} 条：`,
    ...doubts.slice(0, MOST_DOUBTS).map(doubtLine),
    ...more,
    `可以说“通知${number} 第${doubts[0]?.number}条算某某收到”“通知${number} 第${doubts[0]?.number}条不算”。`,
  ]
}

function byChamber(missing: readonly Answerer[]): readonly string[] {
  const groups = Map.groupBy(missing, ({ chamber }) => chamber ?? '没有商会的')
  return [...groups].map(([chamber, people]) => `${chamber}：${names(people)}`)
}
