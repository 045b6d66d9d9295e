import { categories } from '../../src/kernel/appeal-terms.ts'

const CHAMBERS = 30
const COMPANIES = 3_000
const UNITS = 40
/** Who answer for three chambers each, and who answer for firms of their own beside them. */
const CHAMBER_LEADERS = 10
const FIRM_LEADERS = 5
const FIRMS_OF_A_LEADER = 60

const numbered = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n))

/** A large county: thirty chambers, three thousand firms, forty offices, fifteen leaders. All of it invented. */
export const LARGE_COUNTY = {
  federation: { name: '试验县工商业联合会' },
  chambers: numbered(CHAMBERS, (n) => ({ code: `ch-${n}`, name: `试验${n}号商会` })),
  companies: numbered(COMPANIES, (n) => ({
    code: `co-${n}`,
    name: `试验${n}号机械有限公司`,
    chamber: `ch-${n % CHAMBERS}`,
    town: `第${n % 18}镇`,
  })),
  units: numbered(UNITS, (n) => ({
    code: `un-${n}`,
    name: `试验${n}号局`,
    categories: [categories[n % categories.length]],
  })),
  people: [
    { code: 'staff', name: '工作人员', roles: ['staff'] },
    ...numbered(CHAMBER_LEADERS + FIRM_LEADERS, (n) => ({
      code: `le-${n}`,
      name: `领导${n}`,
      roles: ['leader'],
    })),
  ],
  responsibilities: [
    ...numbered(CHAMBERS, (n) => ({ leader: `le-${n % CHAMBER_LEADERS}`, chamber: `ch-${n}` })),
    ...numbered(FIRM_LEADERS * FIRMS_OF_A_LEADER, (n) => ({
      leader: `le-${CHAMBER_LEADERS + (n % FIRM_LEADERS)}`,
      company: `co-${n * 7}`,
    })),
  ],
}

export const SIZES = { CHAMBERS, COMPANIES, UNITS, LEADERS: CHAMBER_LEADERS + FIRM_LEADERS }
