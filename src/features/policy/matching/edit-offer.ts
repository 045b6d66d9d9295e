/** 改一改: what staff say of a draft of conditions, line by line. Pure. */

import { readOrdinal } from '../../../kernel/chinese-numbers.ts'
import { splitSentences } from '../reading/split-sentences.ts'
import type { Asked, Condition } from './condition.ts'
import type { Edited } from './matching.effects.ts'
import type { OfferDraft, OfferText } from './offer.ts'
import { isSame, proofOf } from './propose-offer.ts'
import { readConditions } from './read-conditions.ts'
import { readWindow } from './read-window.ts'

const NTH = '第?\\s*([\\d一二三四五六七八九十]{1,3})\\s*(?:条|项|个|[.、：:])?'
const REMOVE = new RegExp(
  `^(?:删除?|去掉|不要|划掉|取消)\\s*${NTH}$|^${NTH}\\s*(?:删除?|去掉|不要|划掉)(?:了|掉)?$`,
  'u',
)
const PROOF = new RegExp(
  `^${NTH}\\s*(?:的)?(?:凭|用|看|证明(?:材料)?(?:是|为|用)?|材料(?:是|为)?)\\s*[:：]?\\s*(.+)$`,
  'u',
)
const CHANGE = new RegExp(`^(?:把)?${NTH}\\s*(?:的)?(?:改成|改为|改|应该是|应为)\\s*[:：]?\\s*(.+)$`, 'u')
const ADD = /^(?:再)?(?:加(?:上|一?条)?|增加|添加?|补充?|条件)(?:一?条)?\s*[:：]?\s*(.+)$/u
const WINDOW = /^(?:申报|受理|申请)?(?:时间|期限|日期|窗口)\s*(?:改成|是|为|[:：])?\s*(.+)$/u
const NO_END = /^(?:长期|常年|全年|随时|不限(?:时间)?|没有截止(?:日期)?|不设截止)(?:受理|申报|有效)?$/u
const GIVES = /^(?:给什么|补多少|补贴|补助|奖励|标准|内容|支持内容)\s*(?:改成|是|为|[:：])?\s*(.+)$/u
const WHERE = /^(?:受理(?:单位|部门)?|找谁|找|部门|窗口单位)\s*(?:改成|是|为|[:：])?\s*(.+)$/u
/** A condition and what proves it in one line: 职工不少于10人，凭社保缴费记录. */
const WITH_PROOF = /^(.+?)[\s，,；;]+(?:凭|证明(?:材料)?[:：是]?|材料[:：])\s*(.+)$/u

/** More would not fit into a preview that somebody reads. */
const MOST = 20

export function editOffer(draft: OfferDraft, words: string, text: OfferText, today: string): Edited {
  let edited = draft
  const unread: string[] = []
  const removed: number[] = []
  for (const line of words.split(/[\n；;]+/u).map((one) => one.trim().replace(/[。]$/u, ''))) {
    if (line === '') continue
    const gone = REMOVE.exec(line)
    if (gone !== null) {
      const at = nth(gone[1] ?? gone[2], draft)
      if (at === undefined) unread.push(line)
      else removed.push(at)
      continue
    }
    const next = applyLine(edited, line, text, today)
    if (next === undefined) unread.push(line)
    else edited = next
  }
  // Numbers are those of the list that was read, whatever else the same lines did.
  const goneIds = new Set(removed.map((at) => draft.conditions[at]?.id))
  const conditions = edited.conditions.filter(({ id }) => !goneIds.has(id))
  const whole = { ...edited, conditions }
  return { draft: whole, unread, changed: JSON.stringify(whole) !== JSON.stringify(draft) }
}

function applyLine(draft: OfferDraft, line: string, text: OfferText, today: string): OfferDraft | undefined {
  const window = WINDOW.exec(line)?.[1] ?? line
  if (NO_END.test(window)) return { ...draft, opensOn: null, closesOn: null }
  const days = /时间|截止|期限|日期|窗口|[月./]\s*\d/u.test(line) ? readWindow(window, today) : undefined
  const change = CHANGE.exec(line)
  if (change === null && days !== undefined && readConditions(line).length === 0) return { ...draft, ...days }
  if (change !== null) {
    const at = nth(change[1], draft)
    const old = at === undefined ? undefined : draft.conditions[at]
    if (old === undefined) return undefined
    const [first] = written(change[2] ?? '', text)
    if (first === undefined) return undefined
    // A stricter number is proved by what proved the other.
    const proof = first.field === old.field && !WITH_PROOF.test(change[2] ?? '') ? old.proof : first.proof
    const changed = { ...first, id: old.id, proof }
    return { ...draft, conditions: draft.conditions.map((one) => (one === old ? changed : one)) }
  }
  const proof = PROOF.exec(line)
  if (proof !== null) {
    const at = nth(proof[1], draft)
    if (at === undefined) return undefined
    return {
      ...draft,
      conditions: draft.conditions.map((one, n) => (n === at ? { ...one, proof: proof[2] ?? '' } : one)),
    }
  }
  const gives = GIVES.exec(line)
  if (gives !== null) return { ...draft, gives: gives[1] ?? '' }
  const where = WHERE.exec(line)
  if (where !== null) return { ...draft, where: where[1] ?? '' }
  const added = written(ADD.exec(line)?.[1] ?? line, text, ADD.test(line))
  const fresh = added.filter((asked) => !draft.conditions.some((one) => isSame(one, asked)))
  if (added.length === 0 || draft.conditions.length + fresh.length > MOST) return undefined
  let number = Math.max(0, ...draft.conditions.map(({ id }) => Number(id.slice(1)) || 0))
  return {
    ...draft,
    conditions: [...draft.conditions, ...fresh.map((one) => ({ ...one, id: `c${++number}` }))],
  }
}

/** Conditions in staff's own words, with the sentence of the document that says the same where there is one. */
function written(words: string, text: OfferText, asOwn = true): readonly Condition[] {
  const [, said = words, proof = ''] = WITH_PROOF.exec(words) ?? []
  const read: readonly Asked[] = readConditions(said)
  const own: Asked = { field: 'own', is: 'holds', value: true, words: said.trim() }
  const asked = read.length > 0 ? read : asOwn && said.trim().length >= 2 ? [own] : []
  return asked.map((one) => {
    const found = sentenceFor(one, text)
    return {
      ...one,
      id: '',
      proof: proof || proofOf(one.field, []),
      quote: found?.quote ?? null,
      locator: found?.locator ?? null,
    } as Condition
  })
}

function sentenceFor(asked: Asked, { passages }: OfferText) {
  for (const { text, locator } of passages)
    for (const sentence of text
      .split('\n')
      .flatMap((line) => splitSentences(line))
      .map((one) => one.trim())) {
      const says =
        asked.field === 'own'
          ? sentence.includes(asked.words)
          : readConditions(sentence).some((one) => isSame(one, asked))
      if (says) return { quote: sentence, locator }
    }
  return undefined
}

function nth(words: string | undefined, { conditions }: OfferDraft): number | undefined {
  const at = readOrdinal(words ?? '')
  return at === undefined || at > conditions.length ? undefined : at - 1
}
