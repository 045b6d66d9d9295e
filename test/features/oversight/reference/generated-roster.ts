/** A county in which responsibilities change: terms that end, overlap and begin tomorrow, deputies, firms of a leader's own. */
import type { Category } from '../../../../src/kernel/appeal-terms.ts'
import { categories } from '../../../../src/kernel/appeal-terms.ts'
import type { Deputy, Directory, Responsibility } from '../../../../src/kernel/directory.ts'
import type { Person, Role } from '../../../../src/kernel/person.ts'
import type { Dice } from './dice.ts'

const COMPANIES = 60
export const LEADERS = ['le-0', 'le-1', 'le-2', 'le-3', 'le-4', 'le-5', 'le-6', 'le-7'] as const
/** In a roster that came later: the appeals still say so. */
export const GONE = 'co-gone'
const LEADER_NAMES = ['周文', '吴强', '郑兰', '冯涛', '褚亮', '卫平', '蒋月', '沈刚'] as const
const CHAMBER_NAMES = ['建材', '机械', '食品', '纺织', '物流', '农业', '独门', '无主'] as const
const UNIT_NAMES = ['金融办', '人社局', '工信局', '住建局', '环保局', '供电公司'] as const
/** Sixty names of firms: one of the first with one of the second. */
const FIRST_SIGNS = [...'宏顺佳金天恒瑞丰永华']
const SECOND_SIGNS = [...'达泰源盛通和']
export const TOWNS = ['东镇', '西镇', '南镇'] as const
export const TRADES = ['机械', '食品'] as const

const DAYS = ['2025-06-30', '2026-01-01', '2026-07-01', '2026-10-31', '2026-11-20', '2026-12-31'] as const
const numbered = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n))
const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.code, row]))

export const everybody: readonly Person[] = [
  ...LEADERS.map((code) => who(code, 'leader')),
  who('staff', 'staff'),
  who('auditor', 'auditor'),
  who('le-1', 'leader', 'staff'),
  who('nobody-answers', 'leader'),
  who('member', 'member'),
  { code: undefined, name: '陌生人', roles: [] },
  // The role was taken away; the table still names them.
  who('le-2', 'member'),
]

function who(code: string, ...roles: readonly Role[]): Person {
  return { code, name: code, roles }
}

export function generateRoster(dice: Dice): Directory {
  const term = () => {
    const days = dice.isWithin(0.5) ? [dice.pick(DAYS), dice.pick(DAYS)].toSorted() : []
    return {
      ...(dice.isWithin(0.7) && days[0] !== undefined ? { from: days[0] } : {}),
      ...(dice.isWithin(0.7) && days[1] !== undefined ? { until: days[1] } : {}),
    }
  }
  const deputies = (): { readonly deputies?: readonly Deputy[] } =>
    dice.isWithin(0.3) ? { deputies: [{ person: dice.pick(LEADERS), ...term() }] } : {}
  const responsibilities: Responsibility[] = []
  // The first chamber changes hands in the middle of the year; the last has nobody.
  responsibilities.push({ leader: 'le-0', chamber: 'ch-0', until: '2026-06-30' })
  responsibilities.push({ leader: 'le-1', chamber: 'ch-0', from: '2026-07-01' })
  for (let n = 1; n < CHAMBER_NAMES.length - 1; n++)
    for (let times = 1 + dice.below(2); times > 0; times--)
      responsibilities.push({ leader: dice.pick(LEADERS), chamber: `ch-${n}`, ...term(), ...deputies() })
  // One leader has three firms of their own, one has a single firm, others come and go.
  for (const n of [3, 11, 19]) responsibilities.push({ leader: 'le-5', company: `co-${n}` })
  responsibilities.push({ leader: 'le-6', company: 'co-4' })
  for (let n = 0; n < 16; n++)
    responsibilities.push({
      leader: dice.pick(LEADERS),
      // So few firms that several begin with one on the same day.
      company: `co-${20 + dice.below(6)}`,
      ...term(),
      ...deputies(),
    })
  return {
    version: 1,
    federation: '试验县工商业联合会',
    chambers: byCode(CHAMBER_NAMES.map((name, n) => ({ code: `ch-${n}`, name: `${name}商会` }))),
    companies: byCode(
      numbered(COMPANIES, (n) => {
        // A chamber of one firm cannot hide it; a few firms belong to none.
        const chamber = n === 0 ? { chamber: 'ch-6' } : n % 13 === 0 ? {} : { chamber: `ch-${n % 6}` }
        const town = dice.isWithin(0.9) ? { town: dice.pick(TOWNS) } : {}
        const trade = dice.isWithin(0.8) ? { trade: dice.pick(TRADES) } : {}
        return {
          code: `co-${n}`,
          name: `${FIRST_SIGNS[n % 10]}${SECOND_SIGNS[Math.floor(n / 10)]}实业有限公司`,
          aliases: [],
          tags: [],
          ...chamber,
          ...town,
          ...trade,
        }
      }),
    ),
    units: byCode(
      UNIT_NAMES.map((name, n) => ({
        code: `un-${n}`,
        name,
        categories: [categories[n] as Category],
      })),
    ),
    people: byCode([
      ...LEADERS.map((code, n) => ({ code, name: LEADER_NAMES[n] ?? code, roles: ['leader' as const] })),
      ...UNIT_NAMES.map((_, n) => ({
        code: `ha-${n}`,
        name: `经办${n}`,
        roles: ['handler' as const],
        unit: `un-${n}`,
      })),
    ]),
    groups: new Map(),
    responsibilities,
  }
}
