import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { DriveFields } from '../drive.ts'

/** The call and one more. */
const DEFAULT = 2
/** More than that is nagging, whatever anybody allows. */
export const MOST_OF_ALL = 6

const SPOKEN =
  /(?:每|一)个?群(?:里|聊)?(?:最多|至多|顶多|只|就|限)?(?:能|可以|准)?发?(?:送)?\s*(?:最多|至多)?\s*([\d一二两三四五六七八九十]{1,3})\s*[次条遍回]/u

/** How many messages of this drive one group gets at most, over all its broadcasts. */
export function mostLetters({ most }: DriveFields): number {
  const number = most === undefined ? DEFAULT : Number(most)
  return isMost(most ?? String(DEFAULT)) ? number : 1
}

export const isMost = (value: string): boolean =>
  /^\d$/u.test(value) && Number(value) >= 1 && Number(value) <= MOST_OF_ALL

/** 2次, 两次, 最多３次 → the digit; anything else as it is, and the gate names it. */
export function readMost(words: string): string {
  const bare = toHalfWidth(words)
    .trim()
    .replace(/^(?:最多|至多|顶多|只|发|就)+\s*|\s*[次条遍回](?:吧|即可|就行|就好)?[。.]?$/gu, '')
  const number = readNumber(bare)
  return number === undefined ? words : String(number)
}

/** 每个群最多发三次, anywhere in a line. */
export function findMost(text: string): string | undefined {
  const found = SPOKEN.exec(toHalfWidth(text))?.[1]
  return found === undefined ? undefined : readMost(found)
}
