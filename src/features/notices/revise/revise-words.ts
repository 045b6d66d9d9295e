/** 撤回 通知57; 更正 通知57 三点改成两点半; 通知57有误，应为…: words about a notice that is out. Pure. */

export interface HeardRevision {
  readonly how: 'correct' | 'withdraw'
  readonly number?: number
  /** What is to be changed or read instead, or why it is withdrawn; as it was said. */
  readonly words?: string
}

const WHICH = String.raw`(?:刚才|刚刚|上面|那个|那份|这个|这份|的)*通知\s*[#＃第]?\s*(\d{1,6})?\s*号?|(?:第)?[#＃]?(\d{1,6})\s*号通知`
const START = String.raw`^\s*/?(?:请|帮我|麻烦|给我|我要|我想|把|将)*`
const BACK = '(?:撤回|收回|撤销|撤掉|作废|追回)'
const RIGHT = '(?:更正|改正|纠正|勘误|订正|修改|更改|补正)'
const REST = String.raw`(?:[\s,，:：。]*(?:内容)?[:：]?\s*([\s\S]*))$`

const FORMS: readonly (readonly [HeardRevision['how'], RegExp])[] = [
  ['withdraw', new RegExp(`${START}${BACK}(?:一下|掉)?(?:了)?\\s*(?:${WHICH})(?:吧|了)?${REST}`, 'u')],
  ['withdraw', new RegExp(`${START}(?:${WHICH})(?:给我|先|要|也)*${BACK}(?:掉|吧|了)*${REST}`, 'u')],
  ['correct', new RegExp(`${START}${RIGHT}(?:一下)?\\s*(?:${WHICH})(?:的|里的?|中的?)?${REST}`, 'u')],
  [
    'correct',
    new RegExp(
      `${START}(?:${WHICH})(?:的|里的?|中的?)?(?:要|需要?|得)?(?:${RIGHT}(?:为|成|一下)?|写错了|发错了|说错了|有误|错了|有错)${REST}`,
      'u',
    ),
  ],
]
/** 通知57里的三点改成两点半 */
const CHANGED = new RegExp(
  `${START}(?:${WHICH})(?:的|里的?|中的?)?[\\s,，:：]*(?=\\S{1,40}?(?:改[成为到]|应为|应是|换成))(\\S[\\s\\S]*)$`,
  'u',
)
/** 因为会议取消 */
const WHY = /^(?:理由|原因)?\s*[:：是]?\s*(?:因为|由于)?\s*/u

export function readRevision(text: string): HeardRevision | undefined {
  for (const [how, pattern] of FORMS) {
    const found = pattern.exec(text)
    if (found === null) continue
    const [, first, second, rest = ''] = found
    const number = first ?? second
    const words = (how === 'withdraw' ? rest.replace(WHY, '') : rest).trim()
    // 撤回通知书 and other words that only begin so.
    if (number === undefined && /^[书单栏]/u.test(rest)) return undefined
    return {
      how,
      ...(number === undefined ? {} : { number: Number(number) }),
      ...(words === '' ? {} : { words }),
    }
  }
  const changed = CHANGED.exec(text)
  const number = changed?.[1] ?? changed?.[2]
  return changed === null || number === undefined
    ? undefined
    : { how: 'correct', number: Number(number), words: changed[3] as string }
}
