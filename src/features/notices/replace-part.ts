/**
 * 把三点改成两点半 names words of the text; 把时间改成… names a part of it, and which words that is would be a guess.
 * Pure.
 */
const PART =
  /^(?:把|将|原文(?:中|里)?(?:的)?|其中(?:的)?)?[“"「]?(.{1,40}?)[”"」]?\s*(?:应?(?:该)?(?:改|换|更正|修改|变更)[成为到]|应为|应是|换成|改)[“"「]?(.{1,200}?)[”"」]?[。.]?$/u
const NAMES_A_PART = /^(?:会议|开会|活动)?(?:时间|日期|地点|地址|内容|正文|文字|全文|标题|人员|对象|范围)$/u

export type Replaced =
  | { readonly kind: 'replaced'; readonly text: string; readonly before: string; readonly after: string }
  /** The words name something that stands nowhere, or in several places. */
  | { readonly kind: 'unclear'; readonly before: string; readonly times: number }
  | { readonly kind: 'none' }

export function replacePart(text: string, words: string): Replaced {
  const [, before = '', after = ''] = PART.exec(words.trim()) ?? []
  if (before === '' || NAMES_A_PART.test(before)) return { kind: 'none' }
  const pieces = text.split(before)
  return pieces.length === 2
    ? { kind: 'replaced', text: pieces.join(after), before, after }
    : { kind: 'unclear', before, times: pieces.length - 1 }
}
