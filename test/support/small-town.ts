import type { Directory, Group, RosterPerson } from '../../src/kernel/directory.ts'

const PEOPLE: readonly RosterPerson[] = [
  { code: 'bai', name: '白帆', roles: ['member'], company: 'kiln' },
  { code: 'tong', name: '佟岚', roles: ['member'], company: 'boats' },
  { code: 'mi', name: '米晓冬', roles: ['secretary'], chamber: 'pottery' },
  { code: 'qi', name: '齐安', roles: ['staff'], title: '会员服务科科长' },
  { code: 'hu', name: '扈光远', roles: ['leader'], title: '副县长' },
  { code: 'ji', name: '纪平', roles: ['handler'], unit: 'harbour' },
]

const group = (code: string, title: string, audience: Group['audience'], chamber?: string): Group => ({
  code,
  platform: 'web-chat',
  account: 'web',
  chatId: code,
  title,
  audience,
  ...(chamber === undefined ? {} : { chamber }),
})

const GROUPS = [
  group('pottery-group', '陶艺商会群', 'members', 'pottery'),
  group('harbour-group', '船运商会群', 'public', 'boats'),
  group('office-group', '工作群', 'internal'),
  { ...group('elsewhere', '另一个平台的群', 'public'), platform: 'telegram' },
]

const byCode = <T extends { readonly code: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.code, one]))

/** An invented roster, just large enough for the page. */
export function smallTown(): Directory {
  return {
    version: 1,
    federation: '临湖县工商业联合会',
    chambers: byCode([
      { code: 'pottery', name: '陶艺商会' },
      { code: 'boats', name: '船运商会' },
    ]),
    companies: byCode([
      { code: 'kiln', name: '白石窑陶艺有限公司', aliases: [], chamber: 'pottery', tags: [] },
      { code: 'boats', name: '岚舟船运有限公司', aliases: [], chamber: 'boats', tags: [] },
    ]),
    units: byCode([{ code: 'harbour', name: '港航中心', categories: [] }]),
    people: byCode(PEOPLE),
    groups: byCode(GROUPS),
    responsibilities: [],
  }
}
