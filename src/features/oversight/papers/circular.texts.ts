/** What stands in a circular, and what is said around it. Every figure with its count. */
import { type Category, categoryLabels, FEWEST_TO_RANK } from '../../../kernel/appeal-terms.ts'
import { shanghaiTime } from '../../../kernel/clock.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import { measureTexts } from '../answers/measure.texts.ts'
import type { Measure } from '../asking/question.ts'
import { hour, shortDay } from '../ledger-lines.texts.ts'
import type { Measured } from '../measures/measures.store.ts'
import type { Circular } from './circular.ts'
import type { CircularFigures, Figures, Told } from './circular-figures.ts'
import { writtenMonth } from './month.ts'

const NUMERALS = '一二三四五六七八九'
/** It is read later than today. */
const moment = (at: Date) => `${shortDay(at, at)} ${hour(at)}`
const n = (value: Measured) => (value.kind === 'count' ? value.n : 0)

/** 比9月多 9 件 */
const against = (now: number, was: number, label: string) =>
  now === was ? `与${label}持平` : `比${label}${now > was ? '多' : '少'} ${Math.abs(now - was)} 件`

export const circularTexts = {
  title: (month: string) => `关于${writtenMonth(month)}企业诉求办理情况的通报（草稿）`,
  mark: () => '草稿，未经审定，请勿外传',
  heading: (at: number, words: string) => `${NUMERALS[at] ?? ''}、${words}`,
  headings: {
    whole: '总体情况',
    rates: '办理质量',
    categories: '反映集中在哪些方面',
    units: '各单位办理情况',
    visits: '走访服务情况',
  },

  whole: (
    { period, before, now, was, overdue }: CircularFigures,
    isOver: boolean,
    at: Date,
  ): readonly string[] => [
    `${period.label}${isOver ? '' : `（截至 ${moment(at)}）`}，新登记企业诉求 ${n(now.fresh)} 件，${against(n(now.fresh), n(was.fresh), before.label)}；办结 ${n(now.done)} 件，${against(n(now.done), n(was.done), before.label)}。`,
    `${isOver ? `${period.label}末` : '目前'}没办完的 ${n(now.backlog)} 件，${before.label}末 ${n(was.backlog)} 件。截至 ${moment(at)}，超期没办完的 ${n(overdue)} 件。`,
    apart(now),
  ],

  ratesIntro: ({ now, period }: CircularFigures) =>
    n(now.unsatisfied) === 0
      ? `${period.label}办结的诉求里，没有企业评为不满意。`
      : `${period.label}办结的诉求里，企业评为不满意的 ${n(now.unsatisfied)} 件。`,
  noRates: () => '两个月里都没有可以算率的诉求。',
  sentence: (words: string) => (/[。！？]$/u.test(words) ? words : `${words}。`),
  rateColumns: (period: string, before: string) => ['指标', period, before, `比${before}`],
  rateRow: (of: Measure, now: Measured, was: Measured): string[] => [
    measureTexts.name(of),
    measureTexts.value(now),
    measureTexts.value(was),
    measureTexts.change(of, now, was),
  ],

  categoryColumns: (period: string, before: string) => ['类别', period, before],
  category: (code: string | null) => (code === null ? '其他' : (categoryLabels[code as Category] ?? code)),
  pieces: (count: number) => `${count} 件`,
  topCategories: (names: readonly string[]) => `新登记的诉求中，居前的是${names.join('、')}。`,
  fewInEach: () => `新登记的诉求，各类都不足 ${FEWEST_TO_RANK} 件，不排名。`,
  topCategory: (label: string, count: number) => `${label} ${count} 件`,
  noCategories: () => '这个月没有新登记的诉求。',

  unitColumns: () => ['单位', '解决率', '按时办结率'],
  ranked: () => `按解决率排列，括号里是件数。办结不足 ${FEWEST_TO_RANK} 件的单位不排名。`,
  noneRanked: () => `办结够 ${FEWEST_TO_RANK} 件的单位还没有，不排名。`,
  unranked: (units: readonly string[]) => `不排名的：${units.join('、')}。`,
  unrankedUnit: (name: string, count: number) => `${name} ${count} 件`,
  noUnit: () => '工商联直接办的',

  notes: (isOver: boolean): readonly string[] => [
    `说明：${(['fresh', 'response', 'resolution', 'satisfaction', 'onTime', 'days'] as const)
      .map((of) => measureTexts.definition(of, true))
      .join('；')}。`,
    isOver
      ? '月份过后有新的评价、回访或重办，率会跟着变，以印发时重新出的草稿为准。'
      : '这个月还没有过完，数字还会变。',
  ],
  day: (at: Date) => {
    const { year, month, day } = shanghaiTime(at)
    return `${year}年${month}月${day}日`
  },

  label: () => '出月度通报',
  writing: (month: string) => `好的，正在写${month}的通报草稿，写好就发您。`,
  /** The whole in chat: rows become sentences, for a phone shows no tables. */
  inChat: (circular: Circular): string => `【${circular.mark}】\n${textOf(circular)}`,
  /** What a notice would say: without the mark of a draft. */
  asNotice: (circular: Circular): string =>
    textOf({ ...circular, title: circular.title.replace('（草稿）', '') }),
  made: (circular: Circular, hasFile: boolean): string =>
    [
      circularTexts.inChat(circular),
      '',
      hasFile ? '可改的 Word 稿附在后面。' : 'Word 稿没有写出来，上面的文字可以直接用。',
      '要作为通知发出去吗？发之前还会给您看一遍。',
    ].join('\n'),
  choices: (): readonly Choice[] => [
    { id: 'yes', label: '作为通知发' },
    { id: 'no', label: '先不发' },
  ],
  still: (title: string) => `${title}写好了，要作为通知发出去吗？`,
  left: () => '好的，先不发。要再看就说“出通报”。',
  fileName: (month: string) => `${writtenMonth(month)}诉求办理情况通报（草稿）.docx`,
  failed: (month: string) => `${month}的通报草稿没有写出来，已经记下来了。请过一会儿再说一次。`,
  notForYou: () => '月度通报由工商联工作人员起草。',
}

function apart({ sentBack, referred, withdrawn, merged }: Figures): string {
  return `承办单位退回 ${n(sentBack)} 件，转法定渠道 ${n(referred)} 件，企业撤回 ${n(withdrawn)} 件，并单 ${n(merged)} 件。`
}

function textOf({ title, sections, notes, federation, day }: Circular): string {
  return [
    title,
    ...sections.flatMap(({ heading, paragraphs, table }) => [
      '',
      heading,
      ...paragraphs,
      ...(table === undefined
        ? []
        : table.rows.map(([name = '', ...cells]) => {
            const told = cells.map((words, at) => `${table.columns[at + 1]?.label ?? ''} ${words}`)
            return `${name}：${told.join('，')}`
          })),
    ]),
    '',
    ...notes,
    `${federation}　${day}`,
  ].join('\n')
}

export type RateTold = Extract<Told, 'response' | 'resolution' | 'satisfaction' | 'onTime' | 'days'>
