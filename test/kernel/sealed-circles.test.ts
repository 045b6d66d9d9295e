import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Directory, responsibleLeader } from '../../src/kernel/directory.ts'
import { isHiddenAmongFirms } from '../../src/kernel/sealed-circles.ts'

const CHAMBERS = ['cast', 'food']
const LEADERS = ['tan', 'shi', 'wei']
const DAY = '2026-03-04'

const byCode = <Row extends { readonly code: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.code, row]))

const term = fc.constantFrom({}, { from: '2026-01-01' }, { from: '2026-02-01' }, { until: '2026-02-01' })
const roster = fc
  .record({
    chambers: fc.array(fc.constantFrom(undefined, ...CHAMBERS), { minLength: 1, maxLength: 6 }),
    firms: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...LEADERS), term), { maxLength: 6 }),
    wholes: fc.array(fc.tuple(fc.constantFrom(...CHAMBERS), fc.constantFrom(...LEADERS), term), {
      maxLength: 4,
    }),
  })
  .map(
    ({ chambers, firms, wholes }): Directory => ({
      version: 1,
      federation: '云岭县工商业联合会',
      chambers: byCode(CHAMBERS.map((code) => ({ code, name: code }))),
      companies: byCode(
        chambers.map((chamber, n) => ({
          code: `firm${n}`,
          name: `${n}号厂`,
          aliases: [],
          tags: [],
          ...(chamber === undefined ? {} : { chamber }),
        })),
      ),
      units: new Map(),
      people: new Map(),
      groups: new Map(),
      responsibilities: [
        ...firms.map(([n, leader, when]) => ({ leader, company: `firm${n}`, ...when })),
        ...wholes.map(([chamber, leader, when]) => ({ leader, chamber, ...when })),
      ],
    }),
  )

/** What is known of a sealed matter that this firm files on the day. */
const knownOf = (code: string, directory: Directory) => ({
  chamber: directory.companies.get(code)?.chamber ?? null,
  leader: responsibleLeader(directory, code, DAY) ?? null,
})

it('what is shown of a sealed matter fits another firm just as well, whoever answers for whom', () => {
  let shown = 0
  fc.assert(
    fc.property(roster, (directory) => {
      const firms = [...directory.companies.keys()]
      for (const firm of firms) {
        const known = knownOf(firm, directory)
        if (!isHiddenAmongFirms(directory, known, DAY)) continue
        shown++
        const others = firms.filter((one) => {
          const { chamber, leader } = knownOf(one, directory)
          return one !== firm && chamber === known.chamber && leader === known.leader
        })
        expect(others.length).toBeGreaterThan(0)
      }
    }),
  )
  expect(shown).toBeGreaterThan(50)
})
