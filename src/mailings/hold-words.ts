export interface AboutHold {
  readonly what: 'pause' | 'resume'
  readonly number?: number
}

const NUMBER = String.raw`\s*[#＃第]?\s*(\d{1,6})?\s*号?`
const END = '(?:吧|了|一下|一会儿?|再说)*[。.!！]?$'

/** 暂停通知57, 通知57先暂停一下, 继续发通知57, 通知57接着发; a draft is continued without 发. */
export function readHold(noun: string, text: string): AboutHold | undefined {
  const said = text.trim()
  if ([...said].length > 24) return undefined
  const patterns: readonly (readonly [AboutHold['what'], string])[] = [
    [
      'pause',
      `^/?(?:先|请|马上|赶紧|快)*(?:暂停|缓一?缓|缓发|先别发|等一?下再发)(?:发送|发|一下)?(?:那个)?\\s*${noun}${NUMBER}${END}`,
    ],
    [
      'pause',
      `^(?:那个)?${noun}${NUMBER}(?:先|请|马上|赶紧)*(?:暂停|缓一?缓|缓发|等一?下再发)(?:发送|发)?${END}`,
    ],
    ['resume', `^/?(?:可以|请)?(?:继续|接着|恢复)(?:发送|群发|发)(?:那个)?\\s*${noun}${NUMBER}${END}`],
    ['resume', `^(?:那个)?${noun}${NUMBER}(?:可以|请)?(?:继续|接着|恢复)(?:发送|群发|发)${END}`],
  ]
  for (const [what, pattern] of patterns) {
    const found = new RegExp(pattern, 'u').exec(said)
    if (found) return { what, ...(found[1] === undefined ? {} : { number: Number(found[1]) }) }
  }
  return undefined
}
