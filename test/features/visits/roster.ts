import type { Directory, Responsibility, RosterPerson } from '../../../src/kernel/directory.ts'

const company = (code: string, name: string, chamber: string) =>
  [code, { code, name, aliases: [], chamber, tags: [] }] as const
const leader = (code: string, name: string, title: string): [string, RosterPerson] => [
  code,
  { code, name, title, roles: ['leader'] },
]

/** Invented; two firms are called 澜石, and one name is easily misheard. */
export const ROSTER: Directory = {
  version: 1,
  federation: '青屏县工商联',
  chambers: new Map([
    ['food', { code: 'food', name: '食品商会' }],
    ['cast', { code: 'cast', name: '铸造机械商会' }],
  ]),
  companies: new Map([
    company('sumai', '粟麦食品有限公司', 'food'),
    company('tiege', '铁戈铸造有限公司', 'cast'),
    company('lanji', '澜石机械有限公司', 'cast'),
    company('lanjian', '澜石建材有限公司', 'cast'),
    company('qinghe', '青屏县清禾纺织股份有限公司', 'food'),
    company('linxi', '林溪农业专业合作社', 'food'),
  ]),
  units: new Map(),
  people: new Map<string, RosterPerson>([
    leader('tan', '谭远舟', '副县长'),
    leader('shi', '史青', '县委常委、统战部部长'),
    leader('tan2', '谭卫东', '副主任'),
    ['qiu', { code: 'qiu', name: '邱文', roles: ['staff'] }],
    ['gu', { code: 'gu', name: '顾清', roles: ['handler'], unit: 'x' }],
  ]),
  groups: new Map(),
  responsibilities: [
    {
      leader: 'tan',
      chamber: 'cast',
      deputies: [{ person: 'shi', from: '2026-03-01', until: '2026-03-31' }],
    },
    { leader: 'tan', company: 'sumai', until: '2026-02-28' },
    { leader: 'shi', chamber: 'food', from: '2026-01-01' },
  ] satisfies readonly Responsibility[],
}
