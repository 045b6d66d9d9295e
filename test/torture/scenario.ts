/** Lines that 40 people send, and what must have come of them when everything has settled. */
export interface Scenario {
  readonly roster: unknown
  readonly lines: readonly ScenarioLine[]
  /** Message ids of the words that each make one appeal. */
  readonly matters: readonly string[]
}

export type ScenarioLine = { readonly id: string } & Readonly<Record<string, unknown>>

/** Different troubles, so that none is taken for a reminder of the one before. */
const TROUBLES = [
  (n: number) => `我们厂招不到普工，${n}号车间缺三十个人，能不能帮忙组织一场招聘会`,
  (n: number) => `${n}号厂房的土地证一直办不下来，自规局说再等等，请帮忙协调一下`,
  (n: number) => `银行说好给我们续贷，材料交了${n}遍一直不放款，能不能帮忙协调`,
  (n: number) => `厂门口那条路坑太大，${n}吨的大车进不来，一直没人管，请帮忙解决`,
  (n: number) => `去年公示的奖补一直没到账，跑了${n}趟科技局和财政局，请帮忙问问`,
  (n: number) => `环保局一个月来检查${n + 2}次，重复检查影响生产，请帮忙反映`,
]

export function makeScenario(people: number, messages: number): Scenario {
  const lines: ScenarioLine[] = []
  const matters: string[] = []
  const groups = ['g-east', 'g-west']
  for (let n = 0; lines.length + 2 <= messages; n++) {
    const person = n % people
    const id = `u-${person}`
    const turn = Math.floor(n / people)
    const from = { id, name: `会员${person}` }
    const home = { kind: 'private', id }
    const text = (TROUBLES[(turn + person) % TROUBLES.length] as (n: number) => string)(turn + 1)
    // Every third trouble is told in a group; its reading back and the yes are private all the same.
    const inGroup = n % 3 === 0
    const chat = inGroup ? { kind: 'group', id: groups[person % 2] } : home
    const matter = `m-${n}`
    matters.push(matter)
    lines.push({ kind: 'message', id: matter, chat, from, text: inGroup ? `@娘家 ${text}` : text })
    lines.push({ kind: 'choice', id: `y-${n}`, chat: inGroup ? chat : home, from, choice: 'yes' })
  }
  return { roster: rosterOf(people), lines, matters }
}

function rosterOf(people: number): unknown {
  const codes = Array.from({ length: people }, (_, i) => i)
  return {
    federation: { name: '试验县工商业联合会' },
    chambers: [
      { code: 'east', name: '东片商会' },
      { code: 'west', name: '西片商会' },
    ],
    companies: codes.map((i) => ({
      code: `c-${i}`,
      name: `试验${i}号机械有限公司`,
      chamber: i % 2 === 0 ? 'east' : 'west',
    })),
    units: [{ code: 'office', name: '企业服务中心', categories: ['other'] }],
    people: [
      ...codes.map((i) => ({
        code: `p-${i}`,
        name: `会员${i}`,
        roles: ['member'],
        company: `c-${i}`,
        accounts: [{ platform: 'stdio', id: `u-${i}` }],
      })),
      { code: 'clerk', name: '值班员', roles: ['staff'], accounts: [{ platform: 'stdio', id: 'u-clerk' }] },
    ],
    groups: [
      { code: 'east-group', platform: 'stdio', id: 'g-east', title: '东片群', chamber: 'east' },
      { code: 'west-group', platform: 'stdio', id: 'g-west', title: '西片群', chamber: 'west' },
    ],
  }
}
