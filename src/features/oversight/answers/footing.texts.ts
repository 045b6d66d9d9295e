/** 截至、范围、口径: the short line under every figure, so that it can be trusted and repeated. */
import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Where } from '../asking/question.ts'
import { hour, shortDay } from '../ledger-lines.texts.ts'
import type { Reach } from '../oversight.store.ts'

export interface Footing {
  readonly at: Date
  /** By the responsibilities of which day, where they were others than today's; empty otherwise. */
  readonly dutyDay: string
  readonly reach: Reach
  readonly where: Where
  readonly directory: Directory
}

export const footingTexts = {
  asOf: (at: Date) => `截至 ${shortDay(at, at)} ${hour(at)}`,

  /** What the person may see, narrowed as they asked. */
  range({ reach, where, directory, dutyDay }: Footing): string {
    const whole =
      reach.kind === 'scope'
        ? `您${dutyDay === '' ? '' : `${spokenDay(dutyDay)}`}包联的 ${sizes(reach.chambers.size, reach.companies.size)}`
        : '全部商会和企业'
    const parts: string[] = []
    if (where.company !== null) parts.push(directory.companies.get(where.company)?.name ?? where.company)
    else if (where.chamber !== null) parts.push(chamberRange(where.chamber, reach, directory))
    if (where.leader !== null) parts.push(`${directory.people.get(where.leader)?.name ?? where.leader}包联的`)
    if (where.town !== null) parts.push(`${where.town}的企业`)
    if (where.trade !== null) parts.push(`${where.trade}行业的企业`)
    if (where.unit !== null) parts.push(`${directory.units.get(where.unit)?.name ?? where.unit}承办`)
    if (where.category !== null) parts.push(`${categoryLabels[where.category]}类`)
    if (parts.length === 0) return whole
    const isPlace = where.company !== null || where.chamber !== null
    return isPlace ? parts.join('，') : `${whole}，${parts.join('，')}`
  },

  /** `code` last: what opens the list behind the number. */
  footing: (footing: Footing, definition: string, code: string) =>
    [
      footingTexts.asOf(footing.at),
      `范围：${footingTexts.range(footing)}`,
      ...(definition === '' ? [] : [definition]),
      ...(code === '' ? [] : [code]),
    ].join('；'),
}

function sizes(chambers: number, companies: number): string {
  return chambers === 0 ? `${companies} 家企业` : `${chambers} 家商会、${companies} 家企业`
}

/** 2026年10月31日 of a day as the roster writes it. */
export function spokenDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
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
