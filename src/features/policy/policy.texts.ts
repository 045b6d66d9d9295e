/** What is said about documents and answers. */

import type { Citation } from './citation.ts'

type Cited = Citation & { effectiveOn: string | undefined; endsOn: string | undefined }

export const policyTexts = {
  /** `parts` are made by `cited`, the best first. */
  answer: (parts: readonly string[], isSure: boolean) => {
    const [first = '', ...rest] = parts
    const opening = isSure ? first : `最接近的是下面这条，请核对是不是您问的情况。\n${first}`
    return [opening, ...(rest.length > 0 ? ['另外可看：', ...rest] : []), '以文件原文为准。'].join('\n')
  },

  cited: ({ title, doc, locator, quote, documentNumber, issuedOn, validity, effectiveOn, endsOn }: Cited) => {
    const about = [
      documentNumber ?? '',
      issuedOn === undefined ? '' : `${day(issuedOn)}公布`,
      validity !== 'current' || endsOn === undefined ? '' : `有效期至${day(endsOn)}`,
    ].filter((part) => part !== '')
    const source = `${named(title || doc, locator)}${about.length === 0 ? '' : `（${about.join('，')}）`}`
    return `${warning(validity, effectiveOn ?? issuedOn, endsOn)}${source}\n原文：${quote}`
  },

  notFound: (nearest: readonly string[]) =>
    nearest.length === 0
      ? '没有查到能回答这个问题的条款，不敢凭印象答您。'
      : `没有查到能回答这个问题的条款，不敢凭印象答您。最接近的文件是${nearest.map((title) => `《${title}》`).join('')}。`,

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
  if (validity === 'ended') return `查到的规定已于${day(end ?? '')}到期，现在不能再按它办，仅供了解。\n`
  if (validity === 'notYet') return `查到的规定要到${day(start ?? '')}才施行，现在还不能按它办。\n`
  return ''
}

/** 《慈善法》第三条; a title that ends in its own article number is not numbered twice. */
function named(title: string, locator: string): string {
  const article = /(第[^第条]+条)$/u.exec(title)?.[1]
  if (article !== undefined && locator.startsWith(article))
    return `《${title.slice(0, -article.length)}》${locator}`
  return `《${title}》${locator}`
}

function day(date: string): string {
  const [year = '', month = '', of = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(of)}日`
}
