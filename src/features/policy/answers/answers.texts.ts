/** How an answer from the documents reads, and how it is said that there is none. */

import { validityTexts } from '../validity/validity.texts.ts'
import { asLine, dayInWords, inMarks } from '../written.ts'
import type { Citation } from './citation.ts'

const AS_WRITTEN = '以文件原文为准。'

export const answersTexts = {
  /** `parts` are made by `cited`, the best first. */
  answer: (parts: readonly string[], isSure: boolean) => {
    const [first = '', ...rest] = parts
    const opening = isSure ? first : `最接近的是下面这条，请核对是不是您问的情况。\n${first}`
    return [opening, ...(rest.length > 0 ? ['另外可看：', ...rest] : []), AS_WRITTEN].join('\n')
  },

  cited: (citation: Citation) => {
    const { quote, answeredBy, validity, unchecked } = citation
    if (answeredBy !== undefined) return `${replied(citation)}\n${quote}`
    const scan = unchecked ? '（扫描件，文字还没有人核对过，请以原件为准）\n' : ''
    const where = whereToOpen(citation)
    return `${validityTexts.warning(validity, citation)}${source(citation)}\n${scan}原文：${quote}${where === '' ? '' : `\n${where}`}`
  },

  /** Something was found, and nothing says that it answers. */
  nearest: (parts: readonly string[]) =>
    ['没有查到直接回答这个问题的条款。最相关的条文是下面的，未必是答案：', ...parts, AS_WRITTEN].join('\n'),
  notFound: (nearest: readonly string[]) =>
    nearest.length === 0
      ? '没有查到能回答这个问题的条款，不敢凭印象答您。'
      : `没有查到能回答这个问题的条款，不敢凭印象答您。最接近的文件是${nearest.map(inMarks).join('')}。`,

  /** In a group: the clause and where it stands, nothing else. */
  briefly: (citation: Citation, isSure: boolean): string =>
    `${isSure ? '' : '最接近的是这条，请核对。\n'}${answersTexts.cited(citation)}\n${AS_WRITTEN}`,
  /** The same where nothing says that it answers. */
  nearestBriefly: (citation: Citation): string =>
    `没有查到直接回答的条款，最相关的是这条，未必是答案。\n${answersTexts.cited(citation)}`,
  /** `day` as it was said (2021年), or YYYY-MM-DD. */
  forDay: (day: string, answer: string) =>
    /^\d{4}-\d{2}-\d{2}$/u.test(day) ? `按${dayInWords(day)}那天算：\n${answer}` : `按${day}算：\n${answer}`,
  /** After an answer: what the clause said before, or says now. */
  withEdition: (answer: string, other: string) =>
    answer.endsWith(AS_WRITTEN)
      ? `${answer.slice(0, -AS_WRITTEN.length)}${other}\n${AS_WRITTEN}`
      : `${answer}\n${other}`,

  noted: () => '这个问题已记给工作人员，有了答复会告诉您。',
  offer: () => '要不要登记成诉求，请工作人员来答复您？',
  offerLabels: { yes: '登记诉求', no: '不用了' },
  offerAgain: (question: string) =>
    `“${asLine(question, 30)}”这个问题没有查到。要登记成诉求吗？回“是”或“不用了”就行。`,
  declined: () => '好的，这个问题先不登记。要问别的，直接说就行。',
  /** On top of another matter: first things first. */
  later: (notFound: string) => `${notFound}\n手头这件事办完后，可以把它另外登记成诉求。`,
  /** 那个呢, and nothing was asked before. */
  askWhich: () => '您问的是哪项政策、哪件事？带上名称再问一句，我来查。',
  /** As staff read a question that goes on with another. */
  goingOn: (said: string, before: readonly string[]) => `${said}（接着问：${before.join('；')}）`,
} as const

function source(citation: Citation): string {
  const { title, doc, locator, documentNumber, issuedOn, endsOn, validity } = citation
  const about = [
    documentNumber ?? '',
    issuedOn === undefined ? '' : `${dayInWords(issuedOn)}公布`,
    validity !== 'current' || endsOn === undefined ? '' : `有效期至${dayInWords(endsOn)}`,
  ].filter((part) => part !== '')
  return `${named(title || doc, locator)}${about.length === 0 ? '' : `（${about.join('，')}）`}`
}

function replied({ answeredBy, issuedOn, doc }: Citation): string {
  const about = [issuedOn === undefined ? '' : dayInWords(issuedOn), doc].filter((part) => part !== '')
  return `${answeredBy || '工商联'}答复（${about.join('，')}）：`
}

/** A row of a collection has no file of its own to open. */
function whereToOpen({ link, doc, page }: Citation): string {
  const at = page === undefined ? '' : `第${page}页`
  if (link !== undefined) return `全文：${link}${at === '' ? '' : ` ${at}`}`
  return /\.[a-z]{2,5}$/iu.test(doc) ? `文件：${doc}${at === '' ? '' : ` ${at}`}` : ''
}

/**
 * 《慈善法》第三条; a title that ends in its own article number is not numbered twice. What a notice brings
 * (关于印发〈…办法〉的通知) is cited by its own name: the articles are its.
 */
function named(title: string, locator: string): string {
  const brought = /关于(?:印发|发布|公布)[《〈]([^《》〈〉]+)[》〉]的(?:通知|公告|决定)$/u.exec(title)?.[1]
  if (brought !== undefined && /^第[^第]+条/u.test(locator)) return `${inMarks(brought)}${locator}`
  const article = /(第[^第条]+条)$/u.exec(title)?.[1]
  if (article !== undefined && locator.startsWith(article))
    return `${inMarks(title.slice(0, -article.length))}${locator}`
  return `${inMarks(title)}${locator}`
}
