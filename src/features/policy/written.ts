/** Titles, days and what somebody said, as they stand in a sentence of ours. */

/** 《…》; a title within the title takes the single marks, as the standard of punctuation (GB/T 15834) has it. */
export function inMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** 2025年6月1日 */
export function dayInWords(date: string): string {
  const [year = '', month = '', of = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(of)}日`
}

/** Somebody's words on one line, not longer than `most` characters. */
export function asLine(words: string, most = 40): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return [...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line
}
