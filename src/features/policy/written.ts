/** Titles and days as they are written in a sentence. */

/** 《…》; a title within the title takes the single marks, as the standard of punctuation (GB/T 15834) has it. */
export function inMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** 2025年6月1日 */
export function dayInWords(date: string): string {
  const [year = '', month = '', of = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(of)}日`
}
