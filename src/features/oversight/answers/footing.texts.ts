/** 截至、范围、口径: the short line under every figure, so that it can be trusted and repeated. */
import { categoryLabels } from '../../kernel/appeal-terms.ts'
import { dayOf } from '../../kernel/clock.ts'
import { type Directory, responsibleLeader } from '../../kernel/directory.ts'
import { hour, shortDay } from './ledger-lines.texts.ts'
import type { Reach } from './oversight.store.ts'
import type { Counted, Where } from './question.ts'

const DEFINITIONS: Readonly<Record<Counted, string>> = {
  open: '没办完＝除已办结、已归档、已撤回、转法定渠道、已并单以外',
  overdue: '超期＝没办完且已过时限',
  due: '到时限＝没办完、时限在这段时间里',
  pressing: '没办完的特急和紧急件',
  unassigned: '没派单＝已登记、已受理或已退单，还没交给承办单位',
  sentBack: '退单＝承办单位退回、等重新派单',
  paused: '暂停＝暂停计时、等材料或批复',
  fresh: '新增＝按登记时间算，不论办到哪一步',
  done: '办结＝已办结和已归档，按办结时间算',
  unsatisfied: '不满意＝回访时企业评为不满意',
  all: '全部＝不论办到哪一步',
}

/** Those that a period narrows by the day of filing, although their name does not say so. */
const BY_FILING: ReadonlySet<Counted> = new Set([
  'open',
  'overdue',
  'pressing',
  'unassigned',
  'sentBack',
  'paused',
  'unsatisfied',
  'all',
])

export interface Footing {
  readonly at: Date
  readonly reach: Reach
  readonly where: Where
  readonly directory: Directory
}

export const scopeTexts = {
  asOf: (at: Date) => `截至 ${shortDay(at, at)} ${hour(at)}`,

  /** What the person may see, narrowed as they asked. */
  range({ reach, where, directory }: Footing): string {
    const whole =
      reach.kind === 'scope'
        ? `您包联的 ${sizes(reach.chambers.size, reach.companies.size)}`
        : '全部商会和企业'
    const parts: string[] = []
    if (where.company !== null) parts.push(directory.companies.get(where.company)?.name ?? where.company)
    else if (where.chamber !== null) parts.push(chamberRange(where.chamber, reach, directory))
    if (where.leader !== null) parts.push(`${directory.people.get(where.leader)?.name ?? where.leader}包联的`)
    if (where.town !== null) parts.push(`${where.town}的企业`)
    if (where.unit !== null) parts.push(`${directory.units.get(where.unit)?.name ?? where.unit}承办`)
    if (where.category !== null) parts.push(`${categoryLabels[where.category]}类`)
    if (parts.length === 0) return whole
    const isPlace = where.company !== null || where.chamber !== null
    return isPlace ? parts.join('，') : `${whole}，${parts.join('，')}`
  },

  footing: (footing: Footing, definition: string) =>
    `${scopeTexts.asOf(footing.at)}；范围：${scopeTexts.range(footing)}${definition === '' ? '' : `；${definition}`}`,

  definition: (counted: Counted, hasPeriod: boolean) =>
    `${DEFINITIONS[counted]}${hasPeriod && BY_FILING.has(counted) ? '，时间按登记算' : ''}`,

  newsDefinition: () => '同一件在这段时间里有几个动作，各算一次',
}

function sizes(chambers: number, companies: number): string {
  return chambers === 0 ? `${companies} 家企业` : `${chambers} 家商会、${companies} 家企业`
}

/** A chamber is a leader's as a whole, less the firms that have a leader of their own, or only by some firms. */
function chamberRange(code: string, reach: Reach, directory: Directory): string {
  const name = directory.chambers.get(code)?.name ?? code
  if (reach.kind !== 'scope') return name
  const members = [...directory.companies.values()].filter(({ chamber }) => chamber === code)
  const mine = members.filter((company) => reach.companies.has(company.code)).length
  if (!reach.chambers.has(code)) return `${name}中您包联的 ${mine} 家企业`
  return mine === members.length ? name : `${name}（另有领导包联的 ${members.length - mine} 家除外）`
}

/** Who may be asked about a firm: by the roster, never by the ledger. */
export function leaderFor(company: string, at: Date, directory: Directory): string | undefined {
  const code = responsibleLeader(directory, company, dayOf(at))
  const leader = code === undefined ? undefined : directory.people.get(code)
  return leader === undefined ? undefined : `${leader.title ?? ''}${leader.name}`
}
