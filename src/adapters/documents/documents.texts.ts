/** Why a file could not be read, and what of it a person should look at. */
export const documentTexts = {
  tooLarge: (megabytes: number) => `文件超过 ${megabytes} MB，太大了，请拆开或压缩后再入库。`,
  unknown: () =>
    '这种文件读不了。能读的是 PDF、Word（.docx、.doc）、网页（.html）、Excel（.xlsx）、文本、Markdown、JSONL 和扫描图片。',
  oldWorkbook: () => '旧版 Excel（.xls）读不了，请另存为 .xlsx 再入库。',
  slides: () => '幻灯片读不了，请另存为 PDF 再入库。',
  locked: () => '文件加了密码，打不开。请去掉密码再入库。',
  broken: (what: string) => `${what} 文件打不开，可能没有传完整或已经损坏。`,
  tooMuchInside: () => '文件解压后太大，不像正常的文件，没有读。',
  tooManyPages: (pages: number, most: number) => `文件有 ${pages} 页，一次最多读 ${most} 页，请拆开再入库。`,
  tooManyScans: (pages: number, most: number) =>
    `文件有 ${pages} 页是扫描的，一次最多认 ${most} 页，请拆开再入库。`,
  tooLong: () => '读了太久还没读完，先停了。请拆成几份再入库。',
  noText: () => '里面没有读到文字。',
  noFonts: () =>
    '没有读到文字：这个 PDF 没有嵌入字体。请用原来的 Word 文件入库，或重新导出 PDF 时选上嵌入字体。',
  noGlyphs: () => '文件里的字体没有对应的文字，读出来是乱码。请用原 Word 文件，或打印后扫描入库。',

  footnotes: () => '有脚注，脚注没有读入。',
  trackedChanges: () => '文件里有修订痕迹，按接受全部修订后的文字读入，请确认这是定稿。',
  oldWordNumbers: () => '旧版 Word 文件里自动编的条号可能读不到，请核对条号。',
  scanned: (pages: number) => `有 ${pages} 页是从图片认出来的字，可能有错字，请对照原件。`,
  unsure: (lines: readonly string[]) => `这些行认得不太准：${lines.map((line) => `“${line}”`).join('、')}`,
  pagesWithoutText: (pages: readonly number[]) => `第 ${pages.join('、')} 页没有读到文字。`,
  hiddenSheets: (names: readonly string[]) => `隐藏的工作表没有读：${names.join('、')}。`,
} as const
