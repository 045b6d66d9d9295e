/** How an answer reads that a model worded: its sentences with the sign of their quote, then the quotes. */

import { inMarks } from '../../written.ts'
import type { Citation } from '../citation.ts'

const SIGNS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫'

export interface SignedSentence {
  readonly text: string
  /** Numbers of its quotes, from 0. */
  readonly cites: readonly number[]
}

export const writtenTexts = {
  /** `sources`: a line or two for each quote, in the order of the numbers. `edition`: what the rule said before, or says by now. */
  answer: (sentences: readonly SignedSentence[], sources: readonly string[], edition?: string): string =>
    [
      sentences.map(signed).join(''),
      ...sources.map((source, at) => `${sign(at)}${source}`),
      ...(edition === undefined ? [] : [edition]),
      writtenTexts.byModel(),
    ].join('\n'),

  /** In a group: the sentences and where they stand. */
  brief: (sentences: readonly SignedSentence[], citations: readonly Citation[], edition?: string): string => {
    const places = citations.map(({ title, doc, locator }) => `${inMarks(title || doc)}${locator}`)
    const said = sentences.map(({ text }) => text).join('')
    const lines = [said, `依据：${[...new Set(places)].join('、')}。`, edition, writtenTexts.byModel()]
    return lines.filter((line) => line !== undefined).join('\n')
  },

  /** Content that a model made is labelled as such (人工智能生成合成内容标识办法, 2025, art. 4). */
  byModel: () => '以上说明由人工智能按原文整理，以文件原文为准。',
} as const

function signed({ text, cites }: SignedSentence): string {
  const [, said = text, end = ''] = /^(.*?)([。！？；!?;]*)$/su.exec(text) ?? []
  return `${said}${cites.map(sign).join('')}${end}`
}

const sign = (at: number) => SIGNS[at] ?? `(${at + 1})`
