/** What a figure says of itself in a sheet and on its page. */
import { isoShanghai } from '../../../kernel/clock.ts'
import { type Figure, type FigureLine, MOST_KEPT, spokenFigure } from './figure.ts'

const moment = (at: Date) => isoShanghai(at).slice(0, 16).replace('T', ' ')

export const figureRowTexts = {
  sealed: () => '（身份封存）',
  noCompany: () => '（未说企业）',
  overdue: (days: number) => (days === 0 ? '今天超期' : `超期 ${days} 天`),
  open: (days: number) => (days === 0 ? '今天登记' : `登记 ${days} 天`),
  took: (days: number) => (days === 0 ? '当天办结' : `用时 ${days} 天`),

  headings: {
    number: '编号',
    company: '企业',
    category: '类别',
    urgency: '紧急程度',
    status: '状态',
    unit: '承办单位',
    summary: '事由',
    filed: '登记日期',
    due: '办理时限',
    age: '时长',
    result: '办理结果',
    line: '归在',
    counts: '计入',
  },
  yes: '是',
  no: '否',

  code: ({ number }: Figure, line?: number) => spokenFigure(number, line),
  /** 12/15，80%; never a share without what it is of. */
  value: ({ n, of, told, numbers, asked }: FigureLine) => {
    if (told !== undefined) return told
    if (of !== null) return of === 0 ? '0/0' : `${n}/${of}，${Math.round((n / of) * 1000) / 10}%`
    // What another feature keeps stands complete in its label.
    return n === 0 && asked === undefined && numbers.length === 0 ? '' : `${n} 件`
  },
  told: ({ at, day }: Figure) => `${moment(at)} 答复；范围按 ${day} 的包联分工`,
  asOf: (at: Date) => `各件现在的情况，截至 ${moment(at)}`,
  hidden: (count: number) => `其中 ${count} 件现在不在您的范围，没有列出。`,
  notWhole: () => `超过 ${MOST_KEPT} 件，只列当时排在前面的 ${MOST_KEPT} 件。`,
  summarySheet: '汇总',
  listSheet: '清单',
  lineHeading: '项目',
  valueHeading: '件数',
  ofHeading: '总数',
  codeHeading: '明细',
  noMatters: '没有具体件。',
} as const
