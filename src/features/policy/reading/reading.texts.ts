/** What is said of a file that was read: why it was not taken in, and what a person should check. */

export const readingTexts = {
  refused: {
    format: () => '这种文件读不了，请另存为文本（.txt）、Markdown（.md）或 JSONL（.jsonl）再入库。',
    noText: () => '里面没有读到文字。',
    noTextFile: () => '不是文字文件，或者文字编码认不出来。请另存为 UTF-8 再入库。',
    noJson: () => '这一行不是 JSON。',
    wrongFields: (fields: readonly string[]) =>
      `这一行缺少或写错了 ${fields.join('、')}，应为 {"doc_id":"…","title":"…","text":"…"}。`,
    answerNumber: () => '这个名字是答复的编号，请换个名字再入库。',
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
      `公布日期 ${issued} 晚于施行日期，像是修订本，请核对修订从哪天起施行，再说一声，例如“《…》自${issued}起施行”。`,
    sameNumber: (docs: readonly string[]) =>
      `文号和已入库的 ${docs.join('、')} 相同。是同一份文件的话，请删掉一份，免得同一条引用两遍。`,
    skippedArticle: (article: string) => `缺${article}，可能漏了一页。`,
    joinedLines: (articles: number) => `按版面文字读入，断行已接上，分出 ${articles} 篇，请抽看一两段。`,
    unclearHeadline: (headline: string) => `“${headline}”没有认出属于哪一篇。`,
  },
} as const
