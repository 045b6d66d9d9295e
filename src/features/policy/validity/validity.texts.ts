/** How it is said that a rule holds no more, not yet, or was another. */

import type { DocumentFacts } from '../library/policy-document.ts'
import { asLine, dayInWords, inMarks } from '../written.ts'
import type { Relation } from './document-link.ts'
import type { OtherEdition } from './other-edition.ts'
import type { Validity } from './validity.ts'

export const validityTexts = {
  /** A line before the source; empty for what holds. `day`: of the repeal, where it is known. */
  warning: (validity: Validity, { issuedOn, effectiveOn, endsOn }: Partial<DocumentFacts>, day?: string) => {
    const start = effectiveOn !== undefined && effectiveOn >= (issuedOn ?? '') ? effectiveOn : issuedOn
    switch (validity) {
      case 'ended':
        return `查到的规定已于${dayInWords(endsOn ?? '')}到期，现在不能再按它办，仅供了解。\n`
      case 'notYet':
        return `查到的规定要到${dayInWords(start ?? '')}才施行，现在还不能按它办。\n`
      case 'repealed':
        return `查到的规定${day === undefined ? '已经' : `已于${dayInWords(day)}`}废止，现在不能再按它办，仅供了解。\n`
      case 'replaced':
        return '查到的是以前的规定，现在已经改了，仅供了解。\n'
      default:
        return ''
    }
  },

  /** A paragraph after the answer: what the clause said before, or says now. */
  otherEdition: ({ when, document, locator, quote, from, until }: OtherEdition) => {
    const source = `${inMarks(document.title || document.doc)}${locator}`
    const issued = document.issuedOn === undefined ? '' : `${dayInWords(document.issuedOn)}公布`
    if (when === 'after') {
      const since =
        from === undefined ? (issued === '' ? '后来' : `${issued}的版本`) : `${dayInWords(from)}起`
      return `这一条${since}改了，现在是：\n${source}${from === undefined || issued === '' ? '' : `（${issued}）`}\n原文：${quote}`
    }
    const about = [issued, heldInWords(from, until)].filter((part) => part !== '').join('，')
    return `这一条改过，以前是：\n${source}${about === '' ? '' : `（${about}）`}\n原文：${quote}`
  },
  /** A line after the answer: what amended the document that is quoted. */
  amended: (by: readonly { readonly title: string; readonly from: string }[]) =>
    `这份文件有过修改，请一并看：${by.map(({ title, from }) => `${inMarks(title)}（${dayInWords(from)}起）`).join('、')}。`,

  /** 待确认的文件关系: what was found in a document, and what a yes would do. */
  linkFound: (found: LinkInWords) =>
    [
      `${inMarks(found.by)}里写着：“${asLine(found.quote, 120)}”`,
      found.other === undefined
        ? `库里没有找到${named(found.title)}，记下来，以后入库时就按这个算。`
        : `库里有这份：${inMarks(found.other)}。`,
      asIs(found),
    ].join('\n'),
  linkLabels: { yes: '是这样', no: '不是', skip: '先放着' },
  linkDecided: (isTrue: boolean, left: number) =>
    `${isTrue ? '记下了。' : '好的，不这样算。'}${left > 0 ? `还有 ${left} 条。` : '没有别的要确认了。'}`,
  linkWasDecided: (isTrue: boolean) =>
    `这一条别的同事刚才已经确认过，记的是${isTrue ? '“是这样”' : '“不是”'}，没有再改。要改请直接说，例如“《新》${isTrue ? '没有废止' : '替代'}《旧》”。`,
  linkLeft: (left: number) => `好的，先放着。还有 ${left} 条没有确认，说“文件关系”接着看。`,
  noLinks: () => '现在没有要确认的文件关系。',
  /** To all staff, once for each handful. */
  linksFound: (count: number) =>
    `新入库的文件里有 ${count} 处写到废止、修改或替代别的文件，确认后才会照这个回答。回“文件关系”逐条看。`,

  planDays: (document: NamedDocument, changes: readonly string[]) =>
    `${describe(document)}：\n${changes.join('\n')}\n以后按这个回答。这样改吗？`,
  dayChanged: (
    what: '公布日期' | '施行日期' | '最后一天有效',
    before: string | undefined,
    now: string | undefined,
  ) =>
    `${what}：${before === undefined ? '没有' : dayInWords(before)} → ${now === undefined ? '没有（长期有效）' : dayInWords(now)}`,
  daysAsTheyAre: (document: NamedDocument) => `${describe(document)}本来就是这样记的，没有要改的。`,
  endsBeforeStart: (document: NamedDocument) =>
    `${describe(document)}这样算，还没施行就到期了，请核对日期再说一次。`,
  planLink: (by: string, relation: Relation, other: string, from: string) =>
    `${asked(by, relation, inMarks(other), from)}`,
  planDenial: (by: string, other: string) =>
    `取消${inMarks(by)}和${inMarks(other)}之间的关系，两份都按各自的日期算。这样改吗？`,
  noSuchLink: (by: string, other: string) => `${inMarks(by)}和${inMarks(other)}之间没有记过关系。`,
  timeLabels: { yes: '确认', no: '不改' },
  timeSet: (title: string) => `改好了，${inMarks(title)}从现在起按这个回答。`,
  timeGone: (title: string) => `${inMarks(title)}刚才已经不在了，没有改。`,
  timeLeft: () => '好的，没有改。',
  sameDocument: () => '这两个名字是同一份文件。',
  onlyInPrivate: () => '文件的有效期，请在私聊里看和改。',

  /** 快到期的文件 */
  ending: (soon: readonly EndingInWords[], past: readonly EndingInWords[], days: number) => {
    if (soon.length === 0 && past.length === 0)
      return `${days} 天内没有到期的文件，最近 ${days} 天也没有到期的。`
    return [
      soon.length === 0 ? `${days} 天内没有到期的文件。` : `${days} 天内到期的文件有 ${soon.length} 份：`,
      ...soon.slice(0, MOST_LISTED).map(endingLine),
      ...more(soon.length),
      ...(past.length === 0 ? [] : [`最近 ${days} 天到期、已经不再引用的有 ${past.length} 份：`]),
      ...past.slice(0, MOST_LISTED).map(endingLine),
      ...more(past.length),
      HOW_TO_PROLONG,
    ].join('\n')
  },
  /** To all staff, thirty days before. */
  endingSoon: (soon: readonly EndingInWords[], days: number) =>
    [
      `有 ${soon.length} 份政策文件 ${days} 天内到期，到期后不再用来回答：`,
      ...soon.slice(0, MOST_LISTED).map(endingLine),
      ...more(soon.length),
      HOW_TO_PROLONG,
    ].join('\n'),
} as const

export interface NamedDocument {
  readonly title: string
  readonly doc: string
  readonly issuedOn?: string | undefined
}

export interface EndingInWords {
  readonly title: string
  readonly doc: string
  readonly documentNumber?: string | undefined
  readonly endsOn: string
}

export interface LinkInWords {
  readonly by: string
  readonly relation: Relation
  /** As the text names the other document. */
  readonly title: string
  /** Its title in the house. */
  readonly other: string | undefined
  readonly quote: string
  /** YYYY-MM-DD from which it would hold. */
  readonly from: string
}

const MOST_LISTED = 20
const HOW_TO_PROLONG = '延期的直接说，例如“《…》有效期至2027年12月31日”；有新文件的，把新文件入库。'

const endingLine = ({ title, doc, documentNumber, endsOn }: EndingInWords, at: number) =>
  `${at + 1}. ${inMarks(title || doc)}${documentNumber === undefined ? '' : `（${documentNumber}）`}：${dayInWords(endsOn)}`

const more = (count: number) => (count > MOST_LISTED ? [`还有 ${count - MOST_LISTED} 份没有列出。`] : [])

function asIs({ by, relation, title, other, from }: LinkInWords): string {
  return asked(by, relation, other === undefined ? named(title) : inMarks(other), from)
}

function asked(by: string, relation: Relation, other: string, from: string): string {
  const since = `从${dayInWords(from)}起`
  if (relation === 'amends')
    return `${inMarks(by)}${since}修改了${other}，以后引用${other}时会提到有修改。是这样吗？`
  const did = relation === 'repeals' ? '废止' : '替代'
  return `${inMarks(by)}${since}${did}${other}，那天起不再把${other}当作现行规定引用。是这样吗？`
}

/** A number is no title: 某政办〔2023〕5号 goes without marks. */
const named = (title: string) => (/号$/u.test(title) ? title : inMarks(title))

const describe = ({ title, doc, issuedOn }: NamedDocument) =>
  `${inMarks(title || doc)}（${issuedOn === undefined ? doc : `${dayInWords(issuedOn)}公布`}）`

function heldInWords(from: string | undefined, until: string | undefined): string {
  if (from !== undefined && until !== undefined) return `${dayInWords(from)}至${dayInWords(until)}施行`
  if (until !== undefined) return `施行到${dayInWords(until)}`
  return from === undefined ? '' : `${dayInWords(from)}起施行`
}
