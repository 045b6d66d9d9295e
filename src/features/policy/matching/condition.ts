/** 申报条件: one thing a policy asks of a company, what proves it, and the words of the document it stands on. */

import { z } from 'zod'
import { FIELD_NAMES, fieldOf, SIZE_LABELS, SIZES, type Size } from './profile-fields.ts'

export const COMPARISONS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const
export type Comparison = (typeof COMPARISONS)[number]

/**
 * `field` with `is` and `value`: a number (months for `registered`) with a comparison; `oneOf` or `noneOf` with
 * words; `holds` with true. `qualification` is met by any of its names; `own` is settled by asking in its own words.
 */
export const Condition = z.object({
  id: z.string(),
  field: z.enum([...FIELD_NAMES, 'qualification', 'own']),
  is: z.enum([...COMPARISONS, 'oneOf', 'noneOf', 'holds']),
  value: z.union([z.number(), z.boolean(), z.array(z.string())]),
  words: z.string(),
  /** Empty where nobody said it yet. */
  proof: z.string(),
  /** To the letter; null where no sentence of the document says it. */
  quote: z.string().nullable(),
  locator: z.string().nullable(),
})
export type Condition = z.infer<typeof Condition>

/** What is read of a condition before it has a number, a proof and a quote. */
export type Asked = Pick<Condition, 'field' | 'is' | 'value' | 'words'>

const COMPARED: Readonly<Record<Comparison, string>> = {
  atLeast: '不少于',
  moreThan: '多于',
  atMost: '不超过',
  lessThan: '少于',
}

/** What it means, so that whoever confirms it sees how it will be judged. */
export function meaningOf({ field, is, value, words }: Asked): string {
  if (field === 'own') return words
  if (field === 'qualification') return `有其中一项：${(value as string[]).join('、')}`
  const { label, unit } = fieldOf(field)
  if (field === 'size') return `规模是${(value as Size[]).map((size) => SIZE_LABELS[size]).join('、')}`
  if (field === 'registered')
    return `成立${COMPARED[is as Comparison]}${(value as number) % 12 === 0 ? `${(value as number) / 12}年` : `${value}个月`}`
  if (typeof value === 'number') return `${label}${COMPARED[is as Comparison]}${value}${unit ?? ''}`
  if (Array.isArray(value)) return `${label}${is === 'noneOf' ? '不是' : '是'}${value.join('、')}`
  return label
}

/** All sizes up to or from what was named: 小微企业 is micro and small. */
export function sizesNamed(text: string): readonly Size[] {
  const found = new Set<Size>()
  const add = (...sizes: readonly Size[]) => {
    for (const size of sizes) found.add(size)
  }
  if (/小微/u.test(text)) add('micro', 'small')
  if (/中小微|中小(?:型)?企业|中小(?=、|和|及)/u.test(text)) add('micro', 'small', 'medium')
  if (/微型/u.test(text)) add('micro')
  if (/小型|小企业/u.test(text)) add('small')
  if (/中型/u.test(text)) add('medium')
  if (/大型|大企业/u.test(text)) add('large')
  return SIZES.filter((size) => found.has(size))
}
