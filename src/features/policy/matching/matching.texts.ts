/** What a company reads about what it may apply for. */

import { dayInWords, inMarks } from '../written.ts'
import { factInWords, haveInWords } from './company-facts.texts.ts'
import { type KnownFact, labelFor, questionFor } from './company-facts.ts'
import { meaningOf } from './condition.ts'
import type { Judged } from './judge.ts'
import type { KnownProfile, Matched, MatchedOffer } from './matching.effects.ts'

const MOST_LISTED = 8

export const matchingTexts = {
  nothingMarked: () =>
    '现在还没有标好申报条件、可以逐条对照的政策。想知道哪份文件怎么规定，直接问就行，例如“招工补贴要什么条件”。',
  /** Everything that was found, named policies in full. */
  result: (matched: Matched, detailed: boolean, today: string) =>
    detailed ? matched.offers.map((one) => inFull(one, today)).join('\n\n') : overview(matched, today),
  /** After an answer: where it stands now, in a line. */
  progress: (matched: Matched) => {
    const count = (fit: MatchedOffer['fit']) => matched.offers.filter((one) => one.fit === fit).length
    if (matched.offers.length === 1) return undefined
    return `现在条件都符合的 ${count('fits')} 项，还差资料的 ${count('open')} 项，不符合的 ${count('misses')} 项。`
  },
  noted: (facts: Readonly<Record<string, KnownFact['value']>>) =>
    `记下了：${Object.entries(facts)
      .map(([key, value]) => factInWords(key, value))
      .join('，')}。`,
  /** How to pass it over is said with the first. */
  ask: (key: string, decides: number, isFirst: boolean) =>
    `${decides > 1 ? `再知道一样，就能多判断 ${decides} 项。` : ''}${questionFor(key)}${isFirst ? '不清楚就说“跳过”，不想说了就说“算了”。' : ''}`,
  labels: {
    is: { yes: '是', no: '不是' },
    had: { yes: '有', no: '没有' },
    met: { yes: '符合', no: '不符合' },
  },
  passed: () => '好的，这一样先跳过。',
  skipLabel: '不清楚',
  notUnderstood: () => '这一句我没听明白。',
  stopped: () => '好的，先到这里。什么时候想接着看，说“我能申请哪些政策”。',
  disclaimer: () => '这是按标注的条件和您说的情况对照的，最后以受理单位审核为准。',
  offerReminder: () => '想在申报截止前收到提醒，说“申报提醒”，每项政策最多提醒两次。',
  withoutCompany: () => '名册里还没有您的企业，所以您说的情况只用这一次，不会保存。',
  onlyInPrivate: () => '这要说到贵公司的情况，请在私聊里说。',
}

export const reminderTexts = {
  confirm: ({ company, reminded }: KnownProfile) => {
    const now = reminded.who === 'other' ? `现在由${reminded.name ?? '同事'}接收，开了以后改由您接收。` : ''
    return `申报截止前，我会私信提醒您：只提醒${company ?? '贵公司'}没有明显不符合的政策，每项最多两次，截止前 14 天和 3 天各一次，不在夜里和休息日发。${now}要开吗？随时可以说“取消申报提醒”。`
  },
  labels: { yes: '开提醒', no: '不用' },
  on: () => '开好了。要停的时候说“取消申报提醒”。',
  already: () => '申报提醒已经开着，由您接收。要停的时候说“取消申报提醒”。',
  declined: () => '好的，不提醒。',
  off: () => '已经停了，不会再发申报提醒。',
  wasOff: () => '申报提醒本来就没有开。',
  letter: (offers: readonly MatchedOffer[], company: string, today: string) =>
    [
      offers.length === 1
        ? `有一项${company}可能用得上的政策快截止了：`
        : `有 ${offers.length} 项${company}可能用得上的政策快截止了：`,
      ...offers.slice(0, MOST_LISTED).map((one) => `· ${headOf(one, today)}${missingIn(one)}`),
      '逐条对照，说“我能申请哪些政策”。不想再收，说“取消申报提醒”。',
    ].join('\n'),
}

function overview({ company, offers }: Matched, today: string): string {
  const part = (title: string, some: readonly MatchedOffer[], line: (one: MatchedOffer) => string) =>
    some.length === 0
      ? []
      : [
          `${title}（${some.length} 项）：`,
          ...some.slice(0, MOST_LISTED).map((one) => `· ${line(one)}`),
          ...(some.length > MOST_LISTED ? [`另有 ${some.length - MOST_LISTED} 项没有列出。`] : []),
        ]
  const of = (fit: MatchedOffer['fit']) => offers.filter((one) => one.fit === fit)
  return [
    `按${company ?? '您'}${company === undefined ? '说' : '现有'}的情况，对照标了条件的 ${offers.length} 项政策：`,
    ...part('条件都符合', of('fits'), (one) => `${headOf(one, today)}${toBring(one)}`),
    ...part('还差资料才能判断', of('open'), (one) => `${headOf(one, today)}${missingIn(one)}`),
    ...part(
      '有条件不符合',
      of('misses'),
      (one) => `${inMarks(knownAs(one.offer.title))}：${missedIn(one, today)}`,
    ),
    `想看哪一项的每一条，说“我们符合${shortTitle(offers[0]?.offer.title ?? '')}吗”。`,
  ].join('\n')
}

function inFull(one: MatchedOffer, today: string): string {
  const { judged, fit, offer } = one
  const verdict = {
    fits: '标注的条件都符合。',
    open: '没有不符合的条件，还有几条不知道。',
    misses: '有条件不符合。',
  }[fit]
  return [
    headOf(one, today, true),
    verdict,
    ...judged.map((each, at) => `${at + 1}. ${conditionLine(each, today)}`),
    ...(offer.where === '' ? [] : [`受理：${offer.where}`]),
  ].join('\n')
}

function conditionLine({ condition, verdict, known }: Judged, today: string): string {
  const said = { met: '符合', missed: '不符合', unknown: '还不知道' }[verdict]
  const have = haveInWords(condition.field, known, today)
  const proof = condition.proof === '' ? '' : `；用什么证明：${condition.proof}`
  const quote =
    condition.quote === null
      ? '（工作人员标注）'
      : `\n   原文${condition.locator === null ? '' : `（${condition.locator}）`}：“${condition.quote}”`
  return `${said}：${meaningOf(condition)}${have}${proof}${quote}`
}

/** 《…》：what it gives（until when）. */
function headOf({ offer, window }: MatchedOffer, today: string, isFull = false): string {
  const { title, gives, opensOn, closesOn } = offer
  const when =
    window === 'ahead' && opensOn !== null
      ? `${dayInWords(opensOn)}开始申报`
      : closesOn === null
        ? '没有标截止日期'
        : closesOn === today
          ? '今天截止'
          : `${dayInWords(closesOn)}截止`
  return `${inMarks(isFull ? title : knownAs(title))}${gives === '' ? '' : `：${gives.replace(/[。；;]$/u, '')}`}（${when}）`
}

function toBring({ judged, offer }: MatchedOffer): string {
  const proofs = [...new Set(judged.map(({ condition }) => condition.proof).filter((proof) => proof !== ''))]
  const where = offer.where === '' ? '' : `，找${offer.where}`
  return proofs.length === 0 ? where : `${where}。证明条件要用：${proofs.join('、')}`
}

function missingIn({ judged }: MatchedOffer): string {
  const labels = [...new Set(judged.flatMap(({ missing }) => missing.slice(0, 1).map(labelFor)))]
  return labels.length === 0
    ? ''
    : `，还不知道：${labels.slice(0, 4).join('、')}${labels.length > 4 ? '等' : ''}`
}

function missedIn({ judged }: MatchedOffer, today: string): string {
  return judged
    .filter(({ verdict }) => verdict === 'missed')
    .map(({ condition, known }) => `要求${meaningOf(condition)}${haveInWords(condition.field, known, today)}`)
    .join('；')
}

/** 印发《X》的通知 is known as X. */
const ISSUED = /印发[《〈]([^》〉]+)[》〉]/u
const knownAs = (title: string) => ISSUED.exec(title)?.[1] ?? title

/** As somebody would say it: without who issued it and what kind of paper it is. */
function shortTitle(title: string): string {
  return knownAs(title)
    .replace(/^.*关于(?:进一步)?(?:做好|开展|加强|支持|促进)?/u, '')
    .replace(/^[\p{Script=Han}]{2,6}?[省市县区](?=.{4})/u, '')
    .replace(/(?:工作)?(?:暂行|试行)?(?:管理)?(?:办法|规定|细则|意见|的?通知)$/u, '')
}
