/** 词条: what people say, and what rules write for it. `拖工钱 欠薪 = 拖欠劳动报酬`. Pure. */

export interface LexiconLine {
  /** Any of these in a question; `…` in one stands for up to six characters between its parts. */
  readonly said: readonly string[]
  /** All of these are searched for beside the question's own words. */
  readonly written: readonly string[]
}

export type LineFault = 'no-sign' | 'nothing-said' | 'nothing-written' | 'too-short' | 'too-long' | 'too-many'
export type LineRead = LexiconLine | { readonly fault: LineFault; readonly form?: string }

/** Between what is said and what is written, also as people type it on a phone. */
const SIGN = /\s*(?:=+|＝|→|->|=>)\s*/u
const BETWEEN_FORMS = /[\s、，,;；／/|]+/u
/** What may stand around a form and says nothing. */
const AROUND = /^[“”"'‘’「」《》。.]+|[“”"'‘’「」《》。.]+$/gu
/** Characters of one form without its gaps. One character would be found everywhere. */
const SHORTEST = 2
const LONGEST = 40
const MOST_FORMS = 16

/** The gap within a form. */
export const GAP = '…'

export function readLine(text: string): LineRead {
  const sides = text.trim().split(SIGN)
  const [said, written] = sides
  if (sides.length !== 2 || said === undefined || written === undefined) return { fault: 'no-sign' }
  return lineOf(readForms(said), readForms(written))
}

/** Forms that belong together, as they were typed: separated by spaces, commas or strokes. */
export function readForms(text: string): string[] {
  const forms = text
    .replace(/\.{2,}|…+/gu, GAP)
    .split(BETWEEN_FORMS)
    .map((form) => form.replace(AROUND, ''))
  return [...new Set(forms.filter((form) => form !== ''))]
}

export function lineOf(said: readonly string[], written: readonly string[]): LineRead {
  if (said.length === 0) return { fault: 'nothing-said' }
  if (written.length === 0) return { fault: 'nothing-written' }
  if (said.length > MOST_FORMS || written.length > MOST_FORMS) return { fault: 'too-many' }
  for (const form of [...said, ...written]) {
    const parts = partsOf(form)
    const length = [...parts.join('')].length
    if (length < SHORTEST) return { fault: 'too-short', form }
    if (length > LONGEST) return { fault: 'too-long', form }
  }
  return { said, written }
}

/** What stands before, between and after the gaps of a form. */
export const partsOf = (form: string): string[] => form.split(GAP).filter((part) => part !== '')

/** As it stands in the file: 拖工钱 欠薪 = 拖欠劳动报酬 */
export const lineInWords = ({ said, written }: LexiconLine) => `${said.join(' ')} = ${written.join(' ')}`
