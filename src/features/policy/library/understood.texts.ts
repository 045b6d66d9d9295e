/** What was understood of a document, in words for whoever compares it with the paper. */

import { dayInWords } from '../written.ts'
import type { Understood } from './understood.ts'

export const understoodTexts = {
  /** A line each, without the title. */
  facts: (of: Understood): string[] => {
    const days = [
      of.issuedOn === undefined ? undefined : `${dayInWords(of.issuedOn)}印发`,
      of.effectiveOn === undefined ? undefined : `${dayInWords(of.effectiveOn)}起施行`,
      of.endsOn === undefined ? undefined : `有效期至${dayInWords(of.endsOn)}`,
    ].filter((day) => day !== undefined)
    return [
      `文号：${of.documentNumber ?? '没有认出'}`,
      `发文机关：${of.issuer ?? '没有认出'}`,
      `日期：${days.length === 0 ? '没有认出' : days.join('，')}`,
      `内容：${understoodTexts.extent(of)}`,
    ]
  },
  extent: (of: Understood): string =>
    [
      of.pages === undefined ? undefined : `${of.pages} 页${of.scanned ? '（扫描件）' : ''}`,
      of.articles > 0 ? `${of.articles} 条` : of.parts > 0 ? `${of.parts} 个部分` : undefined,
      of.tables > 0 ? `${of.tables} 张表 ${of.rows} 行` : undefined,
      `共 ${of.passages} 段可查`,
    ]
      .filter((part) => part !== undefined)
      .join('，'),
} as const
