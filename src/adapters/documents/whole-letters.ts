/**
 * Some programs write a PDF's letters as the radicals they look like (⼈ for 人, ⺠ for 民): nobody who types 人
 * would find them. The second block has no equivalents in Unicode's own tables but for these.
 */
const RADICALS =
  '⼾户⺟母⺠民⺩王⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'

const WHOLE = new Map<string, string>()
for (let at = 0; at < RADICALS.length; at += 2) WHOLE.set(RADICALS[at] ?? '', RADICALS[at + 1] ?? '')

/** The text in the letters that people type. Marks and digits stay as they are. */
export function wholeLetters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (sign) => WHOLE.get(sign) ?? sign.normalize('NFKC'))
}

/** What a machine reads beside Chinese letters as narrow marks, as they are printed there. */
export function wideMarks(text: string): string {
  // Brackets of a document's number, and those of an item, are what it takes for others most often.
  const wide = text
    .replace(/[[(（〔【](\d{4})[\])）〕】](?=第?\d{1,5}号)/gu, '〔$1〕')
    .replace(
      /(?<=[\p{Script=Han}）〉》”])[,:;?()]|[,:;?()](?=[\p{Script=Han}（〈《“])/gu,
      (mark) => MARKS[mark] ?? mark,
    )
  return wide.replace(/^[《〈(（]?([一二三四五六七八九十]{1,3})[)）]/u, '（$1）')
}

const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '(': '（',
  ')': '）',
}
