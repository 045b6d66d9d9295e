/** 查询码 K7M2-9QXP: all that an anonymous asker has. */
import { randomInt } from 'node:crypto'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'

/** Without what is taken for something else when read out or written down: 0 O, 1 I L, U V. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const LENGTH = 8

/**
 * 29⁸ are 5 × 10¹¹ codes, and five wrong ones an hour and chat: guessing one takes longer than anybody lives.
 * Always with a letter and a digit: eight letters alone could be a word, eight digits a date.
 */
export function newCode(): string {
  const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return /[A-Z]/.test(code) && /\d/.test(code) ? code : newCode()
}

/** K7M29QXP → K7M2-9QXP */
export const spokenCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

const written =
  /(?<![A-Za-z0-9])([2-9A-HJKMNP-TW-Z]{4})[\s\-－—–_.·]{0,3}([2-9A-HJKMNP-TW-Z]{4})(?![A-Za-z0-9]|-\d)/i

/** A code in what somebody typed, however spaced and in whatever width; a date or a number alone is none. */
export function findCode(text: string): string | undefined {
  const found = written.exec(toHalfWidth(text))
  if (found === null) return undefined
  const code = `${found[1]}${found[2]}`.toUpperCase()
  return /[A-Z]/.test(code) && (/\d/.test(code) || /查询码|编码|代码|密码|凭码|码是|查询/.test(text))
    ? code
    : undefined
}

/** The same text without the code in it. */
export function withoutCode(text: string): string {
  return toHalfWidth(text).replace(written, ' ').trim()
}
