import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'

/** A button holds so much of a summary. In characters. */
const SHOWN = 12

const short = (summary: string) =>
  [...summary].length <= SHOWN ? summary : `${[...summary].slice(0, SHOWN).join('')}…`
const what = (files: number, words: string) =>
  [
    ...(words === '' ? [] : [`“${appealsTexts.excerpt(words)}”`]),
    ...(files === 0 ? [] : [`附件 ${files} 个`]),
  ].join('，')

/** What came after an appeal was filed. */
export const supplementTexts = {
  which: (files: number, open: number) =>
    `${files === 0 ? '这几句话' : `这 ${files} 个附件`}是补哪一件的？${open === 1 ? '是下面这件，还是新的事？' : '回序号就行。'}`,
  option: (number: string, summary: string) => `${shortNumber(number)} ${short(summary)}`,
  newOne: () => '都不是，是新的事',
  dropped: () => '好的，没有加进去。',
  droppedSilently: () => '您前几天发的材料没说是哪一件的，没有加进去。需要时再发一次，带上编号就行。',

  added: ({ number, summary, unit, sealed }: Appeal) =>
    `已加进 ${number}（${summary}），${
      sealed && unit !== null
        ? '工作人员会看到，核对后再转给承办单位'
        : `工作人员${unit === null ? '' : '和承办单位'}都会看到`
    }。`,
  staff: (appeal: Appeal, words: string, files: number) =>
    `${appeal.number} 的诉求人补充了材料（${appealsTexts.kind(appeal)}）：${what(files, words)}`,
  unit: (appeal: Appeal, words: string, files: number) =>
    `${appeal.number}（${appeal.summary}）的诉求人补充了：${what(files, words)}`,
  /** Of a sealed one a unit reads only what staff have looked through. */
  unitSealed: (number: string) => `${number} 的诉求人补充了材料，由工商联核对后再发给您单位。`,
  line: (words: string) => `补充：${words}`,
}
