/** What a document seems to say of who may apply, until when and with what; staff look at every line. Pure. */

import { splitSentences } from '../reading/split-sentences.ts'
import type { Asked, Condition } from './condition.ts'
import type { OfferDraft, OfferText } from './offer.ts'
import { type FieldName, fieldOf } from './profile-fields.ts'
import { readConditions } from './read-conditions.ts'
import { readWindow } from './read-window.ts'

/** A preview of more would not be read. */
const MOST = 12
const LONGEST_WORDS = 60

const LIST_FOLLOWS = /(?:符合|具备|满足)(?:以下|下列|如下)[^，。；\n]{0,6}条件/u
const SCOPE = /(?:适用于|适用范围|(?:支持|申报|申请|补贴|扶持|奖励)(?:对象|范围)|不适用)/u
const WHO_MAY =
  /^(.{6,120}?)的?(?:企业|单位|用人单位|经营主体)，?(?:均|都|即)?(?:可以?|有权)(?:按规定|依法)?(?:申请|申报|享受|领取|申领)/u
const ARTICLE = /^第[零〇一二三四五六七八九十百千\d]+条\s*/u
const ITEM = /^\s*(?:（[一二三四五六七八九十\d]+）|[(][一二三四五六七八九十\d]+[)]|\d+[.．、)）])\s*/u

interface Clause {
  readonly text: string
  readonly locator: string
  /** Of a list of conditions: what no rule reads is a condition all the same. */
  readonly listed: boolean
}

export function proposeOffer(text: OfferText, today: string): OfferDraft {
  const materials = materialsIn(text)
  const conditions: Condition[] = []
  for (const clause of clausesIn(text)) {
    for (const asked of askedIn(clause)) {
      if (conditions.length >= MOST || conditions.some((one) => isSame(one, asked))) continue
      const id = `c${conditions.length + 1}`
      const proof = proofOf(asked.field, materials)
      conditions.push({ ...asked, id, proof, quote: clause.text, locator: clause.locator } as Condition)
    }
  }
  const window = windowIn(text, today)
  return {
    doc: text.doc,
    title: text.title,
    conditions,
    opensOn: window?.opensOn ?? null,
    closesOn: window?.closesOn ?? null,
    gives: givesIn(text),
    where: whereIn(text),
  }
}

export const isSame = (one: Asked, other: Asked): boolean =>
  one.field === other.field &&
  one.is === other.is &&
  JSON.stringify(one.value) === JSON.stringify(other.value) &&
  (one.field !== 'own' || one.words === other.words)

/** What the document wants handed in that shows it, else what usually does. */
export function proofOf(field: string, materials: readonly string[]): string {
  if (field === 'own') return ''
  if (field === 'qualification') return materials.find((one) => /证书|认定/u.test(one)) ?? '认定文件或者证书'
  const { shownBy, proof } = fieldOf(field as FieldName)
  return materials.find((one) => shownBy.test(one)) ?? proof
}

function clausesIn({ passages }: OfferText): readonly Clause[] {
  const clauses: Clause[] = []
  let listUnder: string | undefined
  for (const { locator, text } of passages) {
    const lines = text.split('\n').flatMap((line) => splitSentences(line))
    let listed = listUnder !== undefined && locator.startsWith(listUnder) && locator !== listUnder
    if (!listed) listUnder = undefined
    for (const raw of lines) {
      const line = raw.trim().replace(ARTICLE, '')
      if (listed && ITEM.test(line)) clauses.push({ text: line.replace(ITEM, ''), locator, listed: true })
      else if (LIST_FOLLOWS.test(line)) {
        listed = true
        listUnder = locator
        // The list may go on in the same line, after the colon.
        const inline = line.split(/[:：]/u).slice(1).join('：')
        if (inline.length > 4) clauses.push({ text: inline, locator, listed: true })
      } else if (!ITEM.test(line)) listed = false
      if (SCOPE.test(line)) clauses.push({ text: line, locator, listed: false })
      else if (!listed && WHO_MAY.test(line.replace(ITEM, '')))
        clauses.push({ text: line.replace(ITEM, ''), locator, listed: false })
    }
  }
  return clauses
}

function askedIn({ text, listed }: Clause): readonly Asked[] {
  const scope = WHO_MAY.exec(text)?.[1] ?? text
  const asked: Asked[] = []
  let own: string[] = []
  // What no rule reads is kept as it is written: 研发费用单独设账，归集清楚 is one condition.
  const close = () => {
    const words = own.join('，')
    if (words.length >= 4 && words.length <= LONGEST_WORDS)
      asked.push({ field: 'own', is: 'holds', value: true, words })
    own = []
  }
  for (const part of scope.split(/[，；。;]/u)) {
    const words = part.trim().replace(/^(?:并且?|且|同时|及)/u, '')
    const read = readConditions(words)
    if (read.length > 0) {
      close()
      asked.push(...read)
    } else if (words !== '' && (listed || WHO_MAY.test(text))) own.push(words)
  }
  close()
  return asked
}

const HAND_IN =
  /(?:提交|提供|报送|出具|附)(?:以下|下列|如下|相关)?(?:申报|申请)?(?:的)?(?:材料|资料)?[是为:：]?([^。；]{4,160})/u

function materialsIn({ passages }: OfferText): readonly string[] {
  return passages.flatMap(({ text }) => {
    const found = HAND_IN.exec(text.replace(/\s+/gu, ''))
    return (found?.[1] ?? '')
      .split(/[、，]|和|以及|及/u)
      .map((one) =>
        one
          .replace(/^(?:应当)?(?:提交|提供)?(?:材料)?[:：]?|（[一二三四五六七八九十]+）|等(?:材料)?$/gu, '')
          .trim(),
      )
      .filter((one) => one.length >= 3 && one.length <= 24)
  })
}

function windowIn({ passages }: OfferText, today: string) {
  for (const sentence of passages.flatMap(({ text }) => splitSentences(text))) {
    if (!/申报|申请|受理|报名|集中/u.test(sentence) || /施行|有效期|印发/u.test(sentence)) continue
    const window = readWindow(sentence, today)
    if (window?.closesOn != null) return window
  }
  return undefined
}

const GIVES =
  /(?:给予|补贴|补助|奖励|返还|贴息|减免|免收|额度)[^。]{0,40}?(?:\d|[一二三四五六七八九十百千万]+)[^。]{0,8}?(?:元|[%％]|倍)|按[^。]{0,30}?\d+(?:\.\d+)?[%％][^。]{0,12}?(?:给予|返还|补助|补贴)/u

/** Characters: what stands in a list of policies beside each. */
const LONGEST_GIFT = 120

/** 按5%给予补助；按6%给予补助；…: one step of a scale without the others misleads. */
function wholeList([first = '', next = '', ...rest]: readonly string[]): string {
  const both = `${first}${next}`
  if (!/[；;]$/u.test(first) || !GIVES.test(next) || both.length > LONGEST_GIFT) return first
  return wholeList([both, ...rest])
}

function givesIn({ passages }: OfferText): string {
  for (const { text } of passages) {
    const lines = text
      .split('\n')
      .flatMap((line) => splitSentences(line))
      .map((sentence) => sentence.trim().replace(ARTICLE, '').replace(ITEM, ''))
    const from = lines.findIndex((line) => GIVES.test(line) && line.length <= LONGEST_GIFT)
    if (from !== -1) return wholeList(lines.slice(from)).replace(/[；;]$/u, '')
  }
  return ''
}

const WHERE =
  /向(?!社会|本办法)([\p{Script=Han}（）]{3,24}?)(?:同时)?(?:提出|提交|申请|申报|报送)|由([\p{Script=Han}（）]{3,20}?)(?:负责)?受理/u

function whereIn({ passages }: OfferText): string {
  for (const { text } of passages) {
    const found = WHERE.exec(text.replace(/\s+/gu, ''))
    if (found !== null) return found[1] ?? found[2] ?? ''
  }
  return ''
}
