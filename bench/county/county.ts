import { categories } from '../../src/kernel/appeal-terms.ts'

export interface CountySizes {
  readonly chambers: number
  readonly companies: number
  readonly units: number
  /** Who answer for the chambers between them, and who answer for firms of their own beside them. */
  readonly chamberLeaders: number
  readonly firmLeaders: number
  readonly firmsOfALeader: number
}

/** A large county: thirty chambers, three thousand firms, forty offices, fifteen leaders. */
export const LARGE: CountySizes = {
  chambers: 30,
  companies: 3_000,
  units: 40,
  chamberLeaders: 10,
  firmLeaders: 5,
  firmsOfALeader: 60,
}

/** A large city: everybody of rank answers for some firms. */
export const FIVE_HUNDRED_LEADERS: CountySizes = {
  chambers: 60,
  companies: 10_000,
  units: 60,
  chamberLeaders: 60,
  firmLeaders: 440,
  firmsOfALeader: 10,
}

const numbered = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n))

export const leadersOf = ({ chamberLeaders, firmLeaders }: CountySizes): number =>
  chamberLeaders + firmLeaders

/** A county as it is imported, of that size. All of it invented. */
export function countyOf(sizes: CountySizes) {
  const { chambers, companies, units, chamberLeaders, firmLeaders, firmsOfALeader } = sizes
  return {
    federation: { name: '试验县工商业联合会' },
    chambers: numbered(chambers, (n) => ({ code: `ch-${n}`, name: `试验${n}号商会` })),
    companies: numbered(companies, (n) => ({
      code: `co-${n}`,
      name: `试验${n}号机械有限公司`,
      chamber: `ch-${n % chambers}`,
      town: `第${n % 18}镇`,
    })),
    units: numbered(units, (n) => ({
      code: `un-${n}`,
      name: `试验${n}号局`,
      categories: [categories[n % categories.length]],
    })),
    people: [
      { code: 'staff', name: '工作人员', roles: ['staff'] },
      ...numbered(leadersOf(sizes), (n) => ({ code: `le-${n}`, name: `领导${n}`, roles: ['leader'] })),
    ],
    responsibilities: [
      ...numbered(chambers, (n) => ({ leader: `le-${n % chamberLeaders}`, chamber: `ch-${n}` })),
      ...numbered(firmLeaders * firmsOfALeader, (n) => ({
        leader: `le-${chamberLeaders + (n % firmLeaders)}`,
        company: `co-${(n * 7) % companies}`,
      })),
    ],
  }
}
