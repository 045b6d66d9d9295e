/** 走访要求、还欠几次: what leaders and staff read of duties. */
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Visit, VisitKind } from '../visit.ts'
import type { Duty, DutyRule, Every, Per } from './duties.store.ts'
import { periodOf } from './duty-period.ts'
import { type Debt, owing } from './owed.ts'

export const rulesChoices: readonly Choice[] = [
  { id: 'yes', label: '确认定下' },
  { id: 'no', label: '先不改' },
]

export const kindNames: Readonly<Record<VisitKind, string>> = {
  visit: '走访',
  meeting: '会议',
  condolence: '慰问',
  critique: '拍砖',
}
const everyNames: Readonly<Record<Every, string>> = { quarter: '每季度', halfYear: '每半年', year: '每年' }
const perNames: Readonly<Record<Per, string>> = {
  chamber: '每个商会',
  company: '每家企业',
  leader: '每位领导',
}
const EXAMPLE = '“走访要求 每季度每个商会1次，会议每年1次，慰问每年1次”'
/** A phone shows no more at a glance. */
const MOST_NAMED = 5
const MOST_LEADERS = 10

export const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 本季度, 一季度 of an earlier one, 上半年, 今年; with its year where that is not this one. */
export function periodName(every: Every, from: string, today: string): string {
  const year = from.slice(0, 4) === today.slice(0, 4) ? '' : `${from.slice(0, 4)}年`
  if (every === 'year') return year === '' ? '今年' : year
  const month = Number(from.slice(5, 7))
  if (every === 'halfYear') return `${year}${month === 1 ? '上半年' : '下半年'}`
  if (periodOf('quarter', today).from === from) return '本季度'
  return `${year}${['一', '二', '三', '四'][Math.floor((month - 1) / 3)]}季度`
}

export const ruleLine = ({ kind, per, every, count }: Duty): string =>
  `${kindNames[kind]}：${everyNames[every]}${perNames[per]} ${count} 次`

const ruleWithDays = (rule: DutyRule, today: string): string =>
  `${ruleLine(rule)}${rule.from > today ? `，${monthDay(rule.from)}起` : ''}`

/** 走访 2 次、会议 1 次 */
export function amounts(debts: readonly Debt[]): string {
  const byKind = Map.groupBy(debts, ({ rule }) => rule.kind)
  return [...byKind]
    .map(([kind, some]) => [kind, some.reduce((sum, one) => sum + owing(one), 0)] as const)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => `${kindNames[kind]} ${n} 次`)
    .join('、')
}

export const nameOf = ({ per, code }: Pick<Debt, 'per' | 'code'>, directory: Directory): string => {
  if (per === 'chamber') return directory.chambers.get(code)?.name ?? code
  if (per === 'company') return spokenName(directory.companies.get(code)?.name ?? code)
  return '本人'
}

export const leaderName = (code: string, directory: Directory): string => {
  const person = directory.people.get(code)
  return person === undefined ? code : `${person.title ?? ''}${person.name}`
}

export const dutiesTexts = {
  rules: (rules: readonly DutyRule[], today: string, maySet: boolean) =>
    rules.length === 0
      ? `还没有定走访要求，所以谁都不欠。${maySet ? `要定，说${EXAMPLE}。` : '要定，请工商联工作人员来说。'}`
      : [
          '现在的走访要求：',
          ...rules.map((rule) => ruleWithDays(rule, today)),
          maySet
            ? '要改，照样说一遍新的；取消某一项，说“取消慰问要求”。'
            : '看自己还欠几次，说“我还欠几次走访”。',
        ].join('\n'),
  rulesNotForYou: () => '走访要求由工商联工作人员定。想看现在的要求，说“走访要求”。',
  askRules: () => `要求怎么定？例如${EXAMPLE}。`,
  unread: (words: readonly string[]) =>
    `这几个字没看懂：${words.join('、')}。可以按季度、半年或年，按每个商会、每家企业或每位领导来定，例如${EXAMPLE}。没有改动。`,
  withoutEvery: () => `没听出多久一次。可以按季度、半年或年，例如${EXAMPLE}。没有改动。`,
  nothingToEnd: () => '现在没有这样的要求，不用取消。',
  isSoAlready: (rules: readonly DutyRule[], today: string) =>
    ['现在就是这样要求的，没有改动：', ...rules.map((rule) => ruleWithDays(rule, today))].join('\n'),
  previewRules: (after: readonly Duty[], ended: readonly DutyRule[], from: string, today: string) =>
    [
      `${from === today ? '从今天起' : `从${from.slice(0, 4) === today.slice(0, 4) ? '' : `${from.slice(0, 4)}年`}${monthDay(from)}起`}，走访要求是：`,
      ...(after.length === 0 ? ['（没有要求）'] : after.map(ruleLine)),
      ...(ended.length === 0 ? [] : [`不再要求：${ended.map(ruleLine).join('；')}`]),
      '当期按新要求整期算；每期结束前 15 天和 3 个工作日，还欠的领导会收到提醒。确认吗？',
    ].join('\n'),
  rulesLeft: () => '好的，走访要求没有改。',
  rulesTimedOut: () => '走访要求放了一天没有确认，没有改。',
  rulesSet: (rules: readonly DutyRule[], today: string) =>
    rules.length === 0
      ? '好的，走访要求都取消了，以后谁都不欠。'
      : ['好的，走访要求定下了：', ...rules.map((rule) => ruleWithDays(rule, today))].join('\n'),

  noRules: () => '还没有定走访要求，所以没有欠的。',
  noSuchRule: () => '走访要求里没有这一项，所以不欠。',
  answersForNobody: () => '您目前没有包联商会或企业，不欠走访。',
  onlyStandsIn: (leaders: readonly string[], directory: Directory) =>
    `您本人不欠走访。您代管的，去了记在${leaders.map((code) => leaderName(code, directory)).join('、')}名下。`,
  onlyOwn: () => '只能看您自己的走访情况；各位领导的由工作人员看。',
  owedHead: (groups: readonly { readonly period: string; readonly debts: readonly Debt[] }[]) =>
    groups.map(({ period, debts }) => `${period}还欠${amounts(debts)}`).join('；'),
  nothingOwed: (periods: readonly string[]) => `${periods.join('、')}的都完成了，一次不欠。`,
  kindsDone: (period: string, kinds: readonly VisitKind[]) =>
    `${period}的${kinds.map((kind) => kindNames[kind]).join('、')}都完成了`,
  owedLine: (debt: Debt, period: string, directory: Directory) =>
    `${nameOf(debt, directory)}：${kindNames[debt.rule.kind]} ${debt.done}/${debt.count}（${period}）`,
  owedByAll: (leaders: number, of: number, total: number) =>
    leaders === 0
      ? `${of} 位领导都完成了，一次不欠。`
      : `${of} 位领导里有 ${leaders} 位还欠，一共 ${total} 次`,
  leaderLine: (leader: string, debts: readonly Debt[], directory: Directory) =>
    `${leaderName(leader, directory)}：欠${amounts(debts)}`,
  owedDefinition: (day: string) => `按${monthDay(day)}的分工；走访商会的会员企业也算走访该商会，代去的也算`,
  doneHead: (label: string, visits: readonly Visit[]) => {
    const kinds = Map.groupBy(visits, ({ kind }) => kind)
    return visits.length === 0
      ? `${label}还没有走访记录`
      : `${label}：${[...kinds].map(([kind, some]) => `${kindNames[kind]} ${some.length} 次`).join('、')}`
  },
  doneLine: (visit: Visit, directory: Directory, withLeader: boolean) => {
    const places = [
      ...visit.companies.map((code) => spokenName(directory.companies.get(code)?.name ?? code)),
      ...visit.chambers.map((code) => directory.chambers.get(code)?.name ?? code),
    ]
    const who = withLeader ? `${leaderName(visit.leader, directory)} ` : ''
    return `走访${visit.number} ${monthDay(visit.day)} ${who}${kindNames[visit.kind]} ${places.slice(0, MOST_NAMED).join('、')}${places.length > MOST_NAMED ? ' 等' : ''}`.trimEnd()
  },
  doneDefinition: () => '按走访记录；撤回的不算，代去的算在本人名下',

  reminder: (
    groups: readonly { readonly period: string; readonly to: string; readonly debts: readonly Debt[] }[],
    daysLeft: number | null,
    directory: Directory,
  ) => {
    const to = groups[0]?.to ?? ''
    const left = daysLeft === null ? '' : `，还有 ${daysLeft} 个工作日`
    return [
      `走访提醒：${groups.map(({ period }) => period).join('、')}到${monthDay(to)}结束${left}。您还欠${amounts(groups.flatMap(({ debts }) => debts))}：`,
      ...groups.flatMap(({ debts }) => missing(debts, directory)),
      '去过了一句话告诉我就行，例如“昨天走访了某某公司”；让别人代去，也请他说一声。',
    ].join('\n')
  },
  staffReminder: (
    byLeader: readonly (readonly [leader: string, debts: readonly Debt[]])[],
    unreached: readonly string[],
    periods: readonly string[],
    to: string,
    directory: Directory,
  ) =>
    [
      `走访提醒：${periods.join('、')}到${monthDay(to)}结束，${byLeader.length} 位领导还欠，已私下提醒：`,
      ...byLeader
        .slice(0, MOST_LEADERS)
        .map(([leader, debts]) => dutiesTexts.leaderLine(leader, debts, directory)),
      ...(byLeader.length > MOST_LEADERS
        ? [`另有 ${byLeader.length - MOST_LEADERS} 位没有列出，说“谁还没走访”看全部。`]
        : []),
      ...(unreached.length === 0
        ? []
        : [
            `没有可用的聊天账号，请另行转告：${unreached
              .slice(0, MOST_LEADERS)
              .map((code) => leaderName(code, directory))
              .join('、')}${unreached.length > MOST_LEADERS ? ` 等 ${unreached.length} 位` : ''}。`,
          ]),
    ].join('\n'),
}

/** 走访：农机商会、茶业商会 2 次 */
function missing(debts: readonly Debt[], directory: Directory): readonly string[] {
  return [...Map.groupBy(debts, ({ rule }) => rule.kind)].map(([kind, some]) => {
    const named = some.slice(0, MOST_NAMED).map((one) => {
      const n = owing(one)
      return `${nameOf(one, directory)}${n > 1 ? ` ${n} 次` : ''}`
    })
    return `${kindNames[kind]}：${named.join('、')}${some.length > MOST_NAMED ? ` 等 ${some.length} 处` : ''}`
  })
}
