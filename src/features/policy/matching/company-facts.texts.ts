/** What is known of a company, in words. */

import { dayInWords } from '../written.ts'
import { type CompanyFacts, isFlag, isStale, type KnownFact, labelFor } from './company-facts.ts'
import { fieldOf, isField, SIZE_LABELS, type Size } from './profile-fields.ts'

function valueInWords(key: string, value: KnownFact['value']): string {
  if (key === 'size') return SIZE_LABELS[value as Size] ?? String(value)
  if (key === 'registered') {
    const [year = '', month] = String(value).split('-')
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}成立`
  }
  return `${value}${isField(key) ? (fieldOf(key).unit ?? '') : ''}`
}

/** 职工人数36人, 有出口业务：否. */
export function factInWords(key: string, value: KnownFact['value']): string {
  const label = labelFor(key)
  if (key.startsWith('qualification:')) return `${value === true ? '有' : '没有'}${label}`
  if (key.startsWith('own:')) return `${label}：${value === true ? '符合' : '不符合'}`
  if (typeof value === 'boolean') return `${label}：${value ? '是' : '否'}`
  if (key === 'size' || key === 'registered') return valueInWords(key, value)
  return `${label}${isField(key) && fieldOf(key).kind === 'text' ? '：' : ''}${valueInWords(key, value)}`
}

/** （您说：36人）, so that whoever reads it sees what it was judged by. */
export function haveInWords(field: string, known: KnownFact | undefined, today: string): string {
  if (known === undefined || isFlag(field)) return ''
  const source =
    known.by === 'roster' ? '名册里' : isStale(field, known, today) ? '一年前说的，请再说一次' : '您说'
  return `（${source}：${valueInWords(field, known.value)}）`
}

export function factLines(facts: CompanyFacts, today: string): readonly string[] {
  return Object.entries(facts).map(([key, fact]) => {
    const when =
      fact.by === 'roster'
        ? '名册'
        : `${dayInWords(fact.at.slice(0, 10))}说的${isStale(key, fact, today) ? '，请再说一次' : ''}`
    return `· ${factInWords(key, fact.value)}（${when}）`
  })
}
