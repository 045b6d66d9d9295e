/** 台账的列: what the office's form shows, in its order, and which of it may come back changed. */
import {
  appealStateLabels,
  appealStates,
  categories,
  categoryLabels,
  urgencies,
  urgencyLabels,
} from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal, CloseKind } from '../appeal.ts'
import { outcomeLabels } from '../asker/follow-up.texts.ts'
import { closeKindLabels } from '../closing/closing.texts.ts'
import { asOutside } from '../sealing/outward.ts'

/** What a row is made of. */
export interface LedgerEntry {
  readonly appeal: Appeal
  /** 办理情况 as staff wrote it into an earlier ledger, where it is not resolved yet. */
  readonly progress: string | null
}

/** A Date is a moment; text stays text whatever it begins with. */
export type CellValue = string | number | Date | null

export interface LedgerColumn {
  readonly key: string
  readonly heading: string
  /** In characters of the sheet's font, as spreadsheet programs count it. */
  readonly width: number
  readonly kind: 'text' | 'number' | 'moment'
  /** A closed list of what may stand there. */
  readonly among?: readonly string[]
  /** May be changed in the sheet and brought back. */
  readonly correctable?: true
  value(entry: LedgerEntry, place: number, directory: Directory): CellValue
}

/** 办结方式 that somebody chooses. */
export const resolveKinds = ['fixed', 'explained', 'notPossible'] as const satisfies readonly CloseKind[]

const satisfactionLabels = { satisfied: '满意', unsatisfied: '不满意' } as const

/** 32,767 are the most that a cell of the format holds. */
const MOST_CHARACTERS = 32_000

/** As it stands in a cell: what XML cannot carry is left out, and what no cell can hold is cut and said. */
export function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .trim()
  if (clean.length <= MOST_CHARACTERS) return clean
  return `${clean.slice(0, MOST_CHARACTERS).toWellFormed()}……（全文 ${clean.length} 字，见系统）`
}

/** 办理情况: what was done, or how far it is. */
export const progressOf = ({ appeal, progress }: LedgerEntry): string =>
  cellText(appeal.resolution ?? progress ?? '')

/** 销号: closed for good. What was taken back, put together or belongs elsewhere is no number to strike off. */
function struckOff({ status }: Appeal): string {
  if (status === 'closed') return '是'
  return ['withdrawn', 'referred', 'merged'].includes(status) ? '不计' : '否'
}

const unitName = (code: string, directory: Directory) => directory.units.get(code)?.name ?? code

/** Of a sealed one neither company, asker, chamber, town nor leader, and only the words that units read. */
const open = <T>(appeal: Appeal, value: T | null): T | null => (appeal.sealed ? null : value)

const text = (
  key: string,
  heading: string,
  width: number,
  of: (entry: LedgerEntry, directory: Directory) => string | null,
  more: Pick<LedgerColumn, 'among' | 'correctable'> = {},
): LedgerColumn => ({
  key,
  heading,
  width,
  kind: 'text',
  ...more,
  value(entry, _place, directory) {
    const words = of(entry, directory)
    return words === null || words === '' ? null : cellText(words)
  },
})

const moment = (key: string, heading: string, of: (appeal: Appeal) => Date | null): LedgerColumn => ({
  key,
  heading,
  width: 17,
  kind: 'moment',
  value: ({ appeal }) => of(appeal),
})

const SEALED = '（身份封存）'

export const ledgerColumns: readonly LedgerColumn[] = [
  { key: 'place', heading: '序号', width: 6, kind: 'number', value: (_entry, place) => place },
  text('number', '编号', 12, ({ appeal }) => appeal.number),
  moment('filedAt', '登记时间', ({ filedAt }) => filedAt),
  text('category', '类别', 10, ({ appeal }) => categoryLabels[appeal.category], {
    among: categories.map((category) => categoryLabels[category]),
    correctable: true,
  }),
  text('urgency', '紧急程度', 9, ({ appeal }) => urgencyLabels[appeal.urgency], {
    among: urgencies.map((urgency) => urgencyLabels[urgency]),
    correctable: true,
  }),
  text('company', '企业', 24, ({ appeal }) => (appeal.sealed ? SEALED : (appeal.company?.name ?? null))),
  text('asker', '诉求人', 10, ({ appeal }) => open(appeal, appeal.asker?.name ?? null)),
  text('chamber', '商会', 18, ({ appeal }, { chambers }) =>
    open(appeal, appeal.chamber === null ? null : (chambers.get(appeal.chamber)?.name ?? appeal.chamber)),
  ),
  text('town', '乡镇', 10, ({ appeal }, { companies }) =>
    open(appeal, companies.get(appeal.company?.code ?? '')?.town ?? null),
  ),
  text('text', '诉求内容', 50, ({ appeal }) =>
    // A sheet travels further than the office: what nobody has looked through yet is not in it.
    appeal.sealed ? asOutside(appeal).text : appeal.text,
  ),
  text('unit', '承办单位', 18, ({ appeal }, directory) =>
    appeal.unit === null ? null : unitName(appeal.unit, directory),
  ),
  text('supporting', '协办单位', 18, ({ appeal }, directory) =>
    appeal.supporting.map((code) => unitName(code, directory)).join('、'),
  ),
  text('leader', '分包领导', 10, ({ appeal }, { people }) =>
    open(appeal, appeal.leader === null ? null : (people.get(appeal.leader)?.name ?? appeal.leader)),
  ),
  moment('contactedAt', '首次联系时间', ({ contactedAt }) => contactedAt),
  moment('resolveDueAt', '办结时限', ({ resolveDueAt, dueAt }) => resolveDueAt ?? dueAt),
  text('status', '状态', 10, ({ appeal }) => appealStateLabels[appeal.status], {
    among: appealStates.map((state) => appealStateLabels[state]),
    correctable: true,
  }),
  text('progress', '办理情况', 40, (entry) => progressOf(entry), { correctable: true }),
  moment('resolvedAt', '办结时间', ({ resolvedAt }) => resolvedAt),
  text(
    'closeKind',
    '办结方式',
    12,
    ({ appeal }) => (appeal.closeKind === null ? null : closeKindLabels[appeal.closeKind]),
    // The other two come with their states and cannot be chosen.
    { among: resolveKinds.map((kind) => closeKindLabels[kind]), correctable: true },
  ),
  text('outcome', '回访结果', 10, ({ appeal }) =>
    appeal.outcome === null ? null : outcomeLabels[appeal.outcome],
  ),
  text('satisfaction', '满意度', 8, ({ appeal }) =>
    appeal.satisfaction === null ? null : satisfactionLabels[appeal.satisfaction],
  ),
  text('struckOff', '是否销号', 9, ({ appeal }) => struckOff(appeal)),
]

/** The two hidden columns for the way back: which matter the row is, and how it stood when it was written. */
export const ID_HEADING = '行标识'
export const VERSION_HEADING = '版本'
