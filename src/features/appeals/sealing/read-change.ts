/** 1改成八十多万元, 2不改, 把工人改成职工, 附件1可以发, 全文：…: what staff want in what goes out. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'

export type Change =
  | { readonly kind: 'clue'; readonly n: number; readonly instead: string | 'as-said' | 'gone' }
  | { readonly kind: 'words'; readonly from: string; readonly to: string }
  | { readonly kind: 'file'; readonly n: number | 'all'; readonly goes: boolean }
  | { readonly kind: 'whole'; readonly text: string }

const nth = '(?:第)?\\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\\s*(?:处|条|项|个|号|点)?'
const whole = /^\s*(?:全文|整段|改写为|改写成|内容)\s*(?:改成|改为|写成|是)?\s*[:：]\s*([\s\S]+)$/
const toBe = new RegExp(
  `^${nth}[\\s,，、:：.]*(?:就|要|请)?(?:改成|改为|换成|写成|改写成|变成|改作|改|换|写)\\s*[:：“"「]?\\s*([^”"」]+)[”"」]?$`,
)
const asSaid = new RegExp(
  `^${nth}[\\s,，、:：.]*(?:就|先|可以|要|请)?(?:不用改|不改|别改|不动|保留|照写|照旧|原样|留着|恢复|不变|还原|不要改)(?:了|吧)?$`,
)
const gone = new RegExp(
  `^${nth}[\\s,，、:：.]*(?:就|要|请)?(?:删了?|删掉|去掉|拿掉|不写|不要了?|划掉)(?:吧)?$`,
)
const swapped =
  /^(?:请)?(?:把|将)?\s*[“"「]?(.{1,40}?)[”"」]?\s*(?:改成|改为|换成|写成)\s*[“"「]?(.{1,80}?)[”"」]?$/
const dropped = /^(?:请)?(?:把|将)\s*[“"「]?(.{1,60}?)[”"」]?\s*(?:删了?|删掉|去掉|拿掉)(?:吧)?$/
const file =
  /^(?:附件|图片?|照片|文件)\s*(?:第)?\s*([0-9]{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:个|张|号)?\s*(都|全部?|全都)?\s*(可以|能|要|一起|也)?\s*(不|别|先别|不要)?\s*(?:给单位)?(?:发|给|带|附)(?:出去|过去|上)?(?:吧|了)?$/

/** What some words change; undefined where any part of them is not understood (`unread` says which). */
export function readChanges(text: string): readonly Change[] | { readonly unread: string } {
  const all = whole.exec(text)?.[1]?.trim()
  if (all !== undefined && all !== '') return [{ kind: 'whole', text: all }]
  const parts = text
    .split(
      /[;；\n]|[,，、]\s*(?=(?:第\s*)?[0-9一二三四五六七八九十]{1,2}\s*(?:处|条|项|个|号|点)?\s*(?:不|改|换|写|删|去|保|照|原|留))|[,，]\s*(?=附件|图)/,
    )
    .map((part) => part.trim().replace(/[。.]$/, ''))
    .filter((part) => part !== '')
  const changes: Change[] = []
  for (const part of parts) {
    const change = readChange(part)
    if (change === undefined) return { unread: part }
    changes.push(change)
  }
  return changes.length === 0 ? { unread: text.trim() } : changes
}

function readChange(part: string): Change | undefined {
  const plain = toHalfWidth(part)
  const kept = asSaid.exec(plain)
  if (kept !== null) return numbered(kept[1], 'as-said')
  const left = gone.exec(plain)
  if (left !== null) return numbered(left[1], 'gone')
  const files = file.exec(plain)
  if (files !== null) {
    const n = readNumber(files[1] ?? '')
    return { kind: 'file', n: n ?? 'all', goes: files[4] === undefined }
  }
  const changed = toBe.exec(part)
  if (changed !== null) return numbered(changed[1], (changed[2] ?? '').trim())
  const words = swapped.exec(part)
  if (words !== null) return { kind: 'words', from: (words[1] ?? '').trim(), to: (words[2] ?? '').trim() }
  const cut = dropped.exec(part)
  return cut === null ? undefined : { kind: 'words', from: (cut[1] ?? '').trim(), to: '' }
}

function numbered(said: string | undefined, instead: string): Change | undefined {
  const n = readNumber(said ?? '')
  return n === undefined || n < 1 ? undefined : { kind: 'clue', n, instead }
}
