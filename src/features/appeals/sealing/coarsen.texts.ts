import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Clue, ClueKind } from './clues.ts'

export const coarsenChoices: readonly Choice[] = [
  { id: 'yes', label: '可以，就这样发' },
  { id: 'no', label: '先不发' },
]

const kindLabels: Readonly<Record<ClueKind, string>> = {
  wish: '要求保密的话',
  number: '号码',
  company: '企业',
  person: '人名',
  document: '文号、编号',
  amount: '金额',
  date: '时间',
  project: '工程',
  place: '地点',
  quantity: '数量',
  trade: '行业（名册里只有一家）',
  only: '独一无二的说法',
  position: '身份',
  other: '您改的',
}

const MOST_LISTED = 12
const MOST_SHOWN = 2_000

export interface Previewed {
  readonly number: string
  readonly outward: string
  readonly clues: readonly Clue[]
  readonly files: readonly { readonly name: string; readonly goes: boolean }[]
  /** Staff wrote it themselves: what was found in it stays unless they say otherwise. */
  readonly isOwn: boolean
  readonly isAgain: boolean
}

export const coarsenTexts = {
  preview: ({ number, outward, clues, files, isOwn, isAgain }: Previewed) =>
    [
      isAgain
        ? `好的，${number} 单位会看到的是：`
        : `${number} 要求保密。诉求人的姓名和企业已经去掉，单位会看到的是下面这段话，请看看还会不会让人猜出是谁：`,
      '——',
      excerpt(outward),
      '——',
      ...found(clues, isOwn),
      ...attachments(files),
      hint(clues, files),
    ].join('\n'),

  unread: (number: string, said: string) =>
    `“${said}”没看懂，${number} 的内容没有动。可以说“可以”“1改成……”“2不改”“把A改成B”，或“全文：……”自己写一段。`,
  noSuchClue: (n: number, many: number) =>
    many === 0 ? '没有列出要改的地方，可以说“把A改成B”。' : `只有 1 到 ${many} 处，没有第 ${n} 处。`,
  notInText: (words: string) => `给单位的这段话里没有“${words}”。`,
  noSuchFile: (many: number) => (many === 0 ? '这件没有附件。' : `附件只有 ${many} 个。`),

  left: (number: string, wasToGo: boolean) =>
    `好的，${number} ${wasToGo ? '没有派出' : '给单位看的内容没有改'}。`,
  timedOut: (number: string) => `${number} 的内容放了一天没有确认，没有发出。要派请重新说一次。`,
  notSealed: (number: string) => `${number} 没有封存身份，单位看到的就是原话，不用核对。`,
  notForYou: () => '核对给单位看的内容，由工商联工作人员操作。',
  whichAppeal: () => '核对哪一件，请带上编号，例如“核对封存 0312”。',
  changedMeanwhile: (number: string) => `${number} 的内容刚刚有了变化，请再看一遍。`,
  saved: (number: string) => `${number} 给单位看的内容定下来了。`,
  unitAgain: (number: string, outward: string) => `${number} 的内容有更新：${excerpt(outward)}`,
}

function found(clues: readonly Clue[], isOwn: boolean): string[] {
  if (clues.length === 0) return ['没有再找出会认出人的地方。机器认不全，请您自己也看一遍。']
  const hidden = clues.length - MOST_LISTED
  return [
    isOwn ? '这段话里还有：' : '改了这些地方（原来 → 现在）：',
    ...clues.slice(0, MOST_LISTED).map(({ kind, text, instead }, n) => {
      const now = instead === text ? `${text}（照写）` : `${text} → ${instead === '' ? '（删去）' : instead}`
      return `${n + 1}. ${kindLabels[kind]}：${now}`
    }),
    ...(hidden > 0 ? [`还有 ${hidden} 处，都照同样的办法改了。`] : []),
  ]
}

function attachments(files: Previewed['files']): string[] {
  if (files.length === 0) return []
  const going = files.filter(({ goes }) => goes).length
  return [
    `附件 ${files.length} 个，${going === 0 ? '都不发给单位' : `发 ${going} 个`}：${files
      .map(({ name, goes }, n) => `${n + 1} ${name}${goes ? '（发）' : '（不发）'}`)
      .join('，')}。图片里有没有人脸、车牌、招牌，机器看不出来，要发请说“附件1可以发”。`,
  ]
}

const hint = (clues: readonly Clue[], files: Previewed['files']) =>
  clues.length === 0 && files.length === 0
    ? '可以的话回“可以”；要改说“把A改成B”，想自己写说“全文：……”。'
    : '可以的话回“可以”；哪一处不合适，说“1改成……”“2不改”；想自己写，说“全文：……”。'

function excerpt(text: string): string {
  const characters = [...text]
  if (characters.length <= MOST_SHOWN) return text
  return `${characters.slice(0, MOST_SHOWN).join('')}……（全文 ${characters.length} 字）`
}
