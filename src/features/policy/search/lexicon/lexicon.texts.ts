/** What is said to staff about the lexicon. */

import type { LexiconView } from './lexicon.effects.ts'
import type { LineFault } from './lexicon-line.ts'

const MOST_LISTED = 30
const HOW_TO_ADD = '加一条：加词 过桥 倒贷 = 转贷 应急周转'

type Line = { readonly said: readonly string[]; readonly written: readonly string[] }

const forms = (words: readonly string[]) => words.join('、')
const asLine = ({ said, written }: Line) => `${forms(said)} = ${forms(written)}`

export const lexiconTexts = {
  howToAdd: () => `左边写大家怎么说，右边写文件里怎么写，中间用等号。例如：\n加词 过桥 倒贷 = 转贷 应急周转`,
  howToRemove: () => '要删哪个词，请带上，例如“删词 过桥”。说“词表”可以看已经加了哪些。',
  fault: (fault: LineFault, form?: string) => {
    switch (fault) {
      case 'no-sign':
        return lexiconTexts.howToAdd()
      case 'nothing-said':
        return `等号左边还没有写大家怎么说。${HOW_TO_ADD}`
      case 'nothing-written':
        return `等号右边还没有写文件里的词。${HOW_TO_ADD}`
      case 'too-short':
        return `“${form ?? ''}”只有一个字，会和太多问题对上，请写两个字以上。`
      case 'too-long':
        return `“${(form ?? '').slice(0, 12)}…”太长了，一个词请在40个字以内，几个词用空格隔开。`
      case 'too-many':
        return '一条里的词太多了，左右两边各写16个以内，其余的另加一条。'
    }
  },
  known: (line: Line) => `已经有这一条了：${asLine(line)}。`,
  confirmAdding: ({ said, written }: Line, unwritten: readonly string[]) =>
    [
      `以后有人问到${quoted(said)}，会一并去查${quoted(written)}。`,
      ...(unwritten.length === 0
        ? []
        : [`现在的文件里还没有出现${quoted(unwritten)}，请看看是不是文件里的写法。`]),
      '确认加入吗？',
    ].join('\n'),
  confirmRemoving: (own: readonly Line[], shipped: readonly Line[]) =>
    [
      ...(own.length === 0 ? [] : ['要删掉本单位加的：', ...own.map(asLine)]),
      ...(shipped.length === 0 ? [] : ['要停用自带的：', ...shipped.map(asLine)]),
      '之后问到这些词，只查原话。确认吗？',
    ].join('\n'),
  confirmDismissing: (said: string) => `“${said}”不加入词表，以后也不再建议。确认吗？`,
  noneSaid: (said: string) => `词表里没有“${said}”这个说法。说“词表 ${said}”可以看和它相近的。`,
  tooMany: (count: number) => `有 ${count} 条都含这个说法，请把词写全一些。`,
  noneProposed: (said: string) => `没有“${said}”这条建议，可能已经处理过了。`,
  labels: { yes: '确认', no: '不改' },
  done: {
    add: (line: Line) => `已加入：${asLine(line)}。`,
    remove: (said: string) => `“${said}”不再按词表查了。`,
    dismiss: (said: string) => `好的，“${said}”不加，也不再建议。`,
  },
  gone: () => '刚才已经有人改过了，没有再改。说“词表”可以看现在的。',
  left: () => '好的，词表没有改。',
  onlyInPrivate: () => '管理词表请在私聊里说。',

  list: ({ own, proposed }: LexiconView) =>
    [
      own.length === 0
        ? '本单位还没有加过词。自带的词表照常在用。'
        : `本单位加的词有 ${own.length} 条，连同自带的词表一起用：`,
      ...own.slice(0, MOST_LISTED).map((line, at) => `${at + 1}. ${asLine(line)}`),
      ...(own.length > MOST_LISTED ? [`还有 ${own.length - MOST_LISTED} 条没有列出。`] : []),
      ...(proposed.length === 0 ? [] : [`另有 ${proposed.length} 个词等着看，说“词条建议”。`]),
      HOW_TO_ADD,
    ].join('\n'),
  about: (words: string, { own, shipped }: LexiconView) => {
    if (own.length + shipped.length === 0)
      return `词表里没有和“${words}”有关的。${HOW_TO_ADD.replace('过桥 倒贷', words)}`
    return [
      `和“${words}”有关的：`,
      ...own.slice(0, MOST_LISTED).map((line) => `本单位加的：${asLine(line)}`),
      ...shipped.slice(0, MOST_LISTED).map((line) => `自带的：${asLine(line)}`),
    ].join('\n')
  },
  proposed: ({ proposed }: LexiconView) => {
    if (proposed.length === 0) return '现在没有等着看的词。'
    return [
      `有 ${proposed.length} 个词有人问过，文件里没有这样写：`,
      ...proposed
        .slice(0, MOST_LISTED)
        .map(
          ({ said, question }, at) =>
            `${at + 1}. ${forms(said)}${question === null ? '' : `（${question}）`}`,
        ),
      ...(proposed.length > MOST_LISTED ? [`还有 ${proposed.length - MOST_LISTED} 个没有列出。`] : []),
      `文件里换个写法的，说“加词 ${forms(proposed[0]?.said ?? [])} = 文件里的词”；不用加的，说“不加词 ${forms(proposed[0]?.said ?? [])}”。`,
    ].join('\n')
  },
} as const

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('、')
}
