/** How an answer from the documents reads, and how it is said that there is none. */

import { dayInWords, inMarks } from '../written.ts'
import type { Citation } from './citation.ts'

export const answersTexts = {
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

  /** In a group: the clause and where it stands, nothing else. */
  briefly: (citation: Citation, isSure: boolean): string =>
    `${isSure ? '' : '最接近的是这条，请核对。\n'}${answersTexts.cited(citation)}\n以文件原文为准。`,
  forDay: (day: string, answer: string) => `按${dayInWords(day)}那天算：\n${answer}`,

  offer: () => '要不要登记成诉求，请工作人员来答复您？',
  offerLabels: { yes: '登记诉求', no: '不用了' },
  offerAgain: (question: string) =>
    `“${shortened(question)}”这个问题没有查到。要登记成诉求吗？回“是”或“不用了”就行。`,
  declined: () => '好的，这个问题先不登记。要问别的，直接说就行。',
  /** On top of another matter: first things first. */
  later: (notFound: string) => `${notFound}手头这件事办完后，可以把它另外登记成诉求。`,
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

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return [...line].length > 30 ? `${[...line].slice(0, 29).join('')}…` : line
}
