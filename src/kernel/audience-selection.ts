import { z } from 'zod'
import { type Directory, type RosterPerson, spokenName } from './directory.ts'
import { ROLES, type Role } from './person.ts'

const Some = z.array(z.string()).optional()

/** People picked out one by one, by what the roster says of them: all of what is given has to hold. Codes and names as there. */
export const Selection = z.object({
  chambers: Some,
  towns: Some,
  trades: Some,
  tags: Some,
  units: Some,
  roles: z.array(z.enum(ROLES)).optional(),
  titles: Some,
  companies: Some,
  people: Some,
})
export type Selection = z.infer<typeof Selection>

/** How the roles of the roster are called; a member is anybody, and is not picked out by it. */
export const ROLE_WORDS: readonly (readonly [Role, readonly string[]])[] = [
  ['secretary', ['秘书长', '秘书', '秘书处']],
  ['handler', ['承办人员', '承办人', '经办人员', '经办人']],
  ['officer', ['企业服务员', '服务专员', '服务员']],
  ['staff', ['工商联工作人员', '工作人员']],
  ['reviewer', ['审核人员', '审核员']],
  ['leader', ['包联领导', '分包领导', '领导']],
  ['auditor', ['审计员', '监督员']],
]

export function chamberOf(
  directory: Directory,
  person: Pick<RosterPerson, 'chamber' | 'company'>,
): string | undefined {
  return (
    person.chamber ??
    (person.company === undefined ? undefined : directory.companies.get(person.company)?.chamber)
  )
}

/** A list of names somebody made, as against whoever fits a description. */
export const isList = ({ companies, people }: Selection) => companies !== undefined || people !== undefined

/** Whom it picks out, as a question about one person: asked of ten thousand it takes some milliseconds. */
export function selects(directory: Directory, selection: Selection): (person: RosterPerson) => boolean {
  const company = ({ company: code }: RosterPerson) => directory.companies.get(code ?? '')
  const tests: ((person: RosterPerson) => boolean)[] = []
  const among = (wanted: readonly string[] | undefined, of: (person: RosterPerson) => string | undefined) => {
    if (wanted === undefined) return
    const set = new Set(wanted)
    tests.push((person) => set.has(of(person) ?? ''))
  }
  const sharing = (
    wanted: readonly string[] | undefined,
    of: (person: RosterPerson) => readonly string[] | undefined,
  ) => {
    if (wanted !== undefined) tests.push((person) => of(person)?.some((one) => wanted.includes(one)) === true)
  }
  among(selection.people, ({ code }) => code)
  among(selection.companies, (person) => person.company)
  among(selection.units, ({ unit }) => unit)
  among(selection.titles, ({ title }) => title)
  among(selection.chambers, (person) => chamberOf(directory, person))
  among(selection.towns, (person) => company(person)?.town)
  among(selection.trades, (person) => company(person)?.trade)
  sharing(selection.tags, (person) => company(person)?.tags)
  sharing(selection.roles, ({ roles }) => roles)
  // What picks out by nothing would mean everybody.
  return (person) => tests.length > 0 && tests.every((test) => test(person))
}

/** Names listed before the rest is only counted. */
const MOST_NAMES = 6

function listed(names: readonly string[], measure: string): string {
  return names.length <= MOST_NAMES
    ? names.join('、')
    : `${names.slice(0, MOST_NAMES - 1).join('、')}等 ${names.length} ${measure}`
}

/** As a person would put it: 后河镇的建筑机械企业, 各商会秘书, 周建国. */
export function selectionName(directory: Directory, selection: Selection): string {
  const { chambers = [], towns = [], trades = [], tags = [], units = [] } = selection
  const { roles = [], titles = [], companies = [], people = [] } = selection
  const named = (codes: readonly string[], map: ReadonlyMap<string, { readonly name: string }>) =>
    codes.map((code) => map.get(code)?.name ?? code)
  const firms = listed(
    companies.map((code) => spokenName(directory.companies.get(code)?.name ?? code)),
    '家企业',
  )
  // Two of one name, of whom the firm's is meant.
  if (people.length > 0)
    return `${firms}${firms === '' ? '' : '的'}${listed([...new Set(named(people, directory.people))], '人')}`
  const where = [named(chambers, directory.chambers), towns, named(units, directory.units)]
    .filter((some) => some.length > 0)
    .map((some) => some.join('、'))
    .join('')
  const roleWord = (role: Role) => ROLE_WORDS.find(([one]) => one === role)?.[1][1] ?? role
  const office = [...roles.map(roleWord), ...titles].join('、')
  if (companies.length > 0) return office === '' ? firms : `${firms}的${office}`
  const isOfUnits = units.length > 0
  const what = `${tags.join('、')}${trades.join('、')}`
  const who = office === '' ? (isOfUnits ? '人员' : what.endsWith('企业') ? '' : '企业') : office
  const all = where === '' && what === '' ? (roles.includes('secretary') ? '各商会' : '全体') : ''
  const joint = where !== '' && what + who !== '' ? '的' : ''
  return `${all}${where}${joint}${what}${what !== '' && office !== '' ? '企业的' : ''}${who}`
}
