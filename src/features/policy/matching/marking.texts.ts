/** What staff read while they mark what a policy asks of companies. */

import { dayInWords, inMarks } from '../written.ts'
import { type Condition, meaningOf } from './condition.ts'
import type { DraftFound, ListedOffer, WhoFits } from './matching.effects.ts'
import type { OfferDraft } from './offer.ts'

const MOST_LISTED = 30

const HOW_TO_CHANGE =
  '改的话直接说，可以一次几行：“删 2”“加 职工不少于10人，凭社保缴费记录”“2 凭 营业执照”“申报时间 3月1日到4月30日”“给什么 每人补1500元”“受理 人社局”。都对了就确认。'

export const markingTexts = {
  which: () => '要给哪份文件标申报条件，请带上名字，例如“标条件 研发费用补助办法”。',
  noneNamed: (words: string) =>
    `没有找到名字里有“${words.slice(0, 30)}”的文件。说“有哪些政策文件”可以看清单。`,
  several: (titles: readonly string[]) => `有几份文件都像，请把名字说全：\n${titles.slice(0, 10).join('\n')}`,
  preview: (draft: OfferDraft, about?: { known: boolean; gone: number; reminded: number }) =>
    [
      `${inMarks(draft.title)}的申报条件${about === undefined ? '改成' : about.known ? '现在标的是' : '，我从原文读到的是'}：`,
      ...(draft.conditions.length === 0
        ? ['（没有读到条件，请逐条加）']
        : draft.conditions.map((one, at) => `${at + 1}. ${conditionLine(one)}`)),
      `申报时间：${windowInWords(draft)}`,
      `给什么：${draft.gives === '' ? '没有标' : draft.gives}`,
      `受理：${draft.where === '' ? '没有标' : draft.where}`,
      ...((about?.gone ?? 0) > 0
        ? [`注意：文件换过版本，有 ${about?.gone} 条的原文已经找不到，请重新核对。`]
        : []),
      ...(about !== undefined && about.reminded > 0 && draft.closesOn !== null
        ? [
            `标好以后，开了申报提醒的 ${about.reminded} 家企业里没有明显不符合的，会在截止前 14 天和 3 天各收到一次提醒。`,
          ]
        : []),
      about === undefined ? '还要改就接着说，都对了就确认。' : HOW_TO_CHANGE,
    ].join('\n'),
  labels: { yes: '确认标注', no: '不标了' },
  unread: (lines: readonly string[]) =>
    `没看懂这几句，请换个说法：${lines.map((line) => `“${line.slice(0, 30)}”`).join('、')}`,
  noConditions: () => '一条条件都没有，还不能标。请先加，例如“加 小微企业”。',
  marked: (draft: OfferDraft) =>
    `标好了：${inMarks(draft.title)}，${draft.conditions.length} 条条件，${windowInWords(draft)}。企业问“我能申请哪些政策”时会对照。`,
  left: () => '好的，没有改动。',
  onlyInPrivate: () => '标申报条件请在私聊里说。',

  offers: (offers: readonly ListedOffer[]) =>
    offers.length === 0
      ? '还没有标过申报条件的政策。说“标条件”加文件名就能标。'
      : [
          `标过申报条件的政策有 ${offers.length} 项：`,
          ...offers
            .slice(0, MOST_LISTED)
            .map((one, at) => `${at + 1}. ${inMarks(one.title)}：${one.conditions} 条，${stateOf(one)}`),
          '看或改一项：“标条件”加名字；停一项：“停止申报”加名字。',
        ].join('\n'),
  closeWhich: () => '要停哪一项，请带上名字，例如“停止申报 研发费用补助”。说“已标政策”可以看清单。',
  noOffer: (words: string) => `标过条件的政策里没有“${words.slice(0, 30)}”。说“已标政策”可以看清单。`,
  severalOffers: (titles: readonly string[]) =>
    `有几项都像，请把名字说全：\n${titles.map(inMarks).join('\n')}`,
  confirmClosing: (title: string) =>
    `停了以后，企业不再看到${inMarks(title)}的对照，也不再提醒。条件还留着，重新标一次就恢复。确认停吗？`,
  closeLabels: { yes: '确认停止', no: '不停' },
  closed: (title: string) => `${inMarks(title)}已经停止对照。`,
  wasClosed: (title: string) => `${inMarks(title)}刚才已经停了。`,

  whoFits: ({ title = '', fits, open, misses }: WhoFits) =>
    [
      `按名册和企业自己说的情况，${inMarks(title)}：`,
      `条件都符合的 ${fits.length} 家${named(fits)}`,
      `没有不符合、还差资料的 ${open.length} 家${named(open)}`,
      `有条件不符合的 ${misses} 家。`,
      '这只是对照，没有给任何企业发消息。',
    ].join('\n'),
}

const named = (names: readonly string[]) =>
  names.length === 0
    ? '。'
    : `：${names.slice(0, MOST_LISTED).join('、')}${names.length > MOST_LISTED ? '等' : ''}。`

export function windowInWords({ opensOn, closesOn }: Pick<OfferDraft, 'opensOn' | 'closesOn'>): string {
  if (opensOn === null && closesOn === null) return '没有标截止日期'
  if (closesOn === null) return `${dayInWords(opensOn as string)}起`
  return opensOn === null ? `${dayInWords(closesOn)}截止` : `${dayInWords(opensOn)}至${dayInWords(closesOn)}`
}

function conditionLine(condition: Condition): string {
  const proof = condition.proof === '' ? '还没写用什么证明' : `证明：${condition.proof}`
  const quote =
    condition.quote === null
      ? '原文里没有找到这一条，请核对'
      : `原文${condition.locator === null ? '' : `（${condition.locator}）`}：“${condition.quote}”`
  return `${meaningOf(condition)}；${proof}；${quote}`
}

function stateOf(one: ListedOffer): string {
  const states = {
    open: windowInWords(one),
    over: `${windowInWords(one)}，已经过了`,
    closed: '已停止',
    gone: '文件已撤下或者已失效，不再对照',
    changed: '文件换过版本，条件要重新核对，暂不对照',
  }
  return states[one.state]
}

/** What stands in the way of a preview, in words. */
export function refusalOf(found: DraftFound | undefined, words: string): string {
  return found?.kind === 'several' ? markingTexts.several(found.titles) : markingTexts.noneNamed(words)
}
