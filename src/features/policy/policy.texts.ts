/** What is said about documents and answers. */

import type { Citation } from './citation.ts'

export const policyTexts = {
  /** `parts` are made by `cited`, the best first. */
  answer: (parts: readonly string[], isSure: boolean) => {
    const [first = '', ...rest] = parts
    const opening = isSure ? first : `最接近的是下面这条，请核对是不是您问的情况。\n${first}`
    return [opening, ...(rest.length > 0 ? ['另外可看：', ...rest] : []), '以文件原文为准。'].join('\n')
  },

  cited: ({
    title,
    doc,
    locator,
    quote,
    documentNumber,
    issuedOn,
    validity,
    effectiveOn,
    endsOn,
  }: Citation) => {
    const about = [
      documentNumber ?? '',
      issuedOn === undefined ? '' : `${dayInWords(issuedOn)}公布`,
      validity !== 'current' || endsOn === undefined ? '' : `有效期至${dayInWords(endsOn)}`,
    ].filter((part) => part !== '')
    const source = `${named(title || doc, locator)}${about.length === 0 ? '' : `（${about.join('，')}）`}`
    return `${warning(validity, effectiveOn ?? issuedOn, endsOn)}${source}\n原文：${quote}`
  },

  notFound: (nearest: readonly string[]) =>
    nearest.length === 0
      ? '没有查到能回答这个问题的条款，不敢凭印象答您。'
      : `没有查到能回答这个问题的条款，不敢凭印象答您。最接近的文件是${nearest.map(inMarks).join('')}。`,

  refused: {
    format: () =>
      '这种文件现在还读不了。能读的是文本（.txt）、Markdown（.md）和 JSONL（.jsonl），请另存后再入库。',
    noText: () => '里面没有读到文字。',
    noTextFile: () => '不是文字文件，或者文字编码认不出来。请另存为 UTF-8 再入库。',
    noJson: () => '这一行不是 JSON。',
    wrongFields: (fields: readonly string[]) =>
      `这一行缺少或写错了 ${fields.join('、')}，应为 {"doc_id":"…","title":"…","text":"…"}。`,
    sameName: (line: number) => `doc_id 在第 ${line} 行已经用过。`,
  },

  remarks: {
    empty: () => '这份文件里没有读到文字。',
    noTitle: (used: string) => `没有认出标题，暂用“${used}”。`,
    noDate: () => '没有读到印发或公布的日期。',
    severalStarts: (used: string) => `文中有几个施行日期，按 ${used} 算，请核对。`,
    severalEnds: (used: string) => `文中有几个截止日期，按 ${used} 算，请核对哪些条款到期更早。`,
    termWithoutStart: () => '文中写了有效期几年，但没有读到从哪天算起。',
    startsBeforeIssued: (issued: string) =>
      `公布日期 ${issued} 晚于施行日期，像是修订本，请核对修订从哪天起算。`,
    skippedArticle: (article: string) => `缺${article}，可能漏了一页。`,
    joinedLines: (articles: number) => `按版面文字读入，断行已接上，分出 ${articles} 篇，请抽看一两段。`,
    unclearHeadline: (headline: string) => `“${headline}”没有认出属于哪一篇。`,
  },
} as const

function warning(validity: Citation['validity'], start: string | undefined, end: string | undefined): string {
  if (validity === 'ended')
    return `查到的规定已于${dayInWords(end ?? '')}到期，现在不能再按它办，仅供了解。\n`
  if (validity === 'notYet') return `查到的规定要到${dayInWords(start ?? '')}才施行，现在还不能按它办。\n`
  return ''
}

/** 《慈善法》第三条; a title that ends in its own article number is not numbered twice. */
function named(title: string, locator: string): string {
  const article = /(第[^第条]+条)$/u.exec(title)?.[1]
  if (article !== undefined && locator.startsWith(article))
    return `${inMarks(title.slice(0, -article.length))}${locator}`
  return `${inMarks(title)}${locator}`
}

/** 《…》; a title within the title takes the single marks, as the standard of punctuation (GB/T 15834) has it. */
export function inMarks(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** 2025年6月1日 */
export function dayInWords(date: string): string {
  const [year = '', month = '', of = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(of)}日`
}
