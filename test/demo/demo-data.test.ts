import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import appeals from '../../demo/appeals.json' with { type: 'json' }
import roster from '../../demo/roster.json' with { type: 'json' }
import { readDocument } from '../../src/features/policy/reading/read-document.ts'
import { ROLES } from '../../src/kernel/person.ts'

const CATEGORIES =
  'financing labour land environment utilities tax permits arrears legal policy-delivery logistics inspection ip trade talent other'.split(
    ' ',
  )
/** What may follow what in an appeal's life; every state of the contract is in it. */
const NEXT: Record<string, readonly string[]> = {
  filed: ['accepted', 'withdrawn', 'referred', 'merged'],
  accepted: ['dispatched', 'withdrawn', 'referred', 'merged'],
  dispatched: ['inProgress', 'sentBack'],
  inProgress: ['resolved', 'paused'],
  resolved: ['closed'],
  closed: [],
  paused: ['inProgress'],
  sentBack: ['dispatched'],
  withdrawn: [],
  referred: [],
  merged: [],
}
const folder = new URL('../../demo/policies/', import.meta.url)
const policies = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))
const codes = (things: readonly { code: string }[]) => things.map(({ code }) => code)
const known = {
  companies: new Set(codes(roster.companies)),
  chambers: new Set(codes(roster.chambers)),
  units: new Set(codes(roster.units)),
  people: new Set(codes(roster.people)),
}
const rolesOf = (code: string) => roster.people.find((person) => person.code === code)?.roles ?? []

describe('the demonstration’s county', () => {
  it('has the federation, chambers, companies, units and groups that the demonstration promises', () => {
    expect(roster.federation.name).toBe('青禾县工商业联合会')
    expect([roster.chambers.length, roster.companies.length, roster.units.length]).toEqual([5, 20, 6])
    expect(roster.groups.map(({ audience }) => audience).toSorted()).toEqual([
      'internal',
      'members',
      'public',
      'public',
    ])
    expect(roster.groups.filter((group) => 'chamber' in group)).toHaveLength(3)
  })

  it('gives every code and every name to one thing only', () => {
    const all = [roster.companies, roster.chambers, roster.units, roster.people, roster.groups]
    for (const things of all) expect(new Set(codes(things)).size).toBe(things.length)
    const names = roster.companies.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(roster.people.map(({ name }) => name)).size).toBe(roster.people.length)
  })

  it('has a unit for each of the sixteen categories, and none twice', () => {
    expect(roster.units.flatMap(({ categories }) => categories).toSorted()).toEqual(CATEGORIES.toSorted())
  })

  it('has somebody for every part there is to play', () => {
    const count = (role: string) => roster.people.filter(({ roles }) => roles.includes(role)).length
    expect(count('member')).toBeGreaterThanOrEqual(12)
    expect([count('secretary'), count('staff'), count('reviewer'), count('leader')]).toEqual([5, 2, 1, 3])
    expect([count('handler'), count('auditor')]).toEqual([6, 1])
    const handled = roster.people.flatMap((person) => ('unit' in person ? [person.unit] : []))
    expect(handled.toSorted()).toEqual([...known.units].toSorted())
    for (const { roles } of roster.people) for (const role of roles) expect(ROLES).toContain(role)
  })

  it('names only companies, chambers and people that it has', () => {
    for (const company of roster.companies) expect(known.chambers).toContain(company.chamber)
    for (const person of roster.people) {
      if ('company' in person) expect(known.companies).toContain(person.company)
      if ('chamber' in person) expect(known.chambers).toContain(person.chamber)
    }
    for (const duty of roster.responsibilities) {
      expect(rolesOf(duty.leader)).toContain('leader')
      if ('company' in duty) expect(known.companies).toContain(duty.company)
      else expect(known.chambers).toContain(duty.chamber)
    }
    for (const group of roster.groups) if ('chamber' in group) expect(known.chambers).toContain(group.chamber)
  })

  it('lets every leader answer for something, and every chamber have a leader', () => {
    const leaders = roster.people.filter(({ roles }) => roles.includes('leader'))
    expect(new Set(roster.responsibilities.map(({ leader }) => leader))).toEqual(new Set(codes(leaders)))
    const covered = roster.responsibilities.flatMap((duty) => ('chamber' in duty ? [duty.chamber] : []))
    expect(covered.toSorted()).toEqual([...known.chambers].toSorted())
  })

  it('reaches people and groups in the web chat by their codes', () => {
    for (const { code, accounts } of roster.people)
      expect(accounts).toEqual([{ platform: 'web-chat', id: code }])
    for (const { code, id, platform } of roster.groups) expect([platform, id]).toEqual(['web-chat', code])
  })
})

describe('the demonstration’s past appeals', () => {
  it('are in every state there is', () => {
    expect(new Set(appeals.map(({ state }) => state))).toEqual(new Set(Object.keys(NEXT)))
    expect(appeals).toHaveLength(16)
  })

  it.each(appeals.map((appeal) => [appeal.key, appeal] as const))(
    '%s came to its state step by step',
    (_, appeal) => {
      const { history } = appeal
      expect(history[0]).toMatchObject({ state: 'filed', by: appeal.asker, daysAgo: appeal.daysAgo })
      expect(history.at(-1)?.state).toBe(appeal.state)
      history.forEach((entry, place) => {
        const before = history[place - 1]
        expect(known.people).toContain(entry.by)
        // A demonstration may be started at any hour: nothing may lie in its future.
        expect(entry.daysAgo).toBeGreaterThanOrEqual(1)
        expect(entry.at).toMatch(/^(08:[3-5]|09:|1[0-7]:)\d/)
        if (!before) return
        expect(NEXT[before.state]).toContain(entry.state)
        expect(entry.note).not.toBe('')
        const isLater =
          entry.daysAgo < before.daysAgo || (entry.daysAgo === before.daysAgo && entry.at > before.at)
        expect(isLater).toBe(true)
      })
    },
  )

  it.each(appeals.map((appeal) => [appeal.key, appeal] as const))('%s fits the roster', (_, appeal) => {
    expect(CATEGORIES).toContain(appeal.category)
    expect(['critical', 'urgent', 'normal']).toContain(appeal.urgency)
    expect(roster.people.find(({ code }) => code === appeal.asker)).toMatchObject({ company: appeal.company })
    const wasDispatched = appeal.history.some(({ state }) => state === 'dispatched')
    const unit = roster.units.find(({ code }) => code === appeal.unit)
    expect(unit?.categories.includes(appeal.category) ?? false).toBe(wasDispatched)
    const handler = roster.people.find((person) => 'unit' in person && person.unit === appeal.unit)?.code
    for (const { state, by } of appeal.history) {
      if (['inProgress', 'resolved', 'paused', 'sentBack'].includes(state)) expect(by).toBe(handler)
      if (['accepted', 'dispatched', 'closed', 'referred', 'merged'].includes(state)) {
        expect(rolesOf(by)).toContain('staff')
      }
    }
  })

  it('have a rating only once they are closed, and one who was not satisfied', () => {
    for (const { state, satisfaction } of appeals) expect(satisfaction !== null).toBe(state === 'closed')
    expect(appeals.map(({ satisfaction }) => satisfaction)).toContain('unsatisfied')
  })

  it('are merged only into one that was there before and goes on, and one has a sealed asker', () => {
    for (const appeal of appeals) {
      expect(appeal.mergedInto !== null).toBe(appeal.state === 'merged')
      if (appeal.mergedInto === null) continue
      const target = appeals.find(({ key }) => key === appeal.mergedInto)
      expect(target?.category).toBe(appeal.category)
      expect(target?.daysAgo).toBeGreaterThanOrEqual(appeal.daysAgo)
      expect(target?.state).not.toBe('merged')
    }
    expect(appeals.filter(({ sealed }) => sealed)).toHaveLength(1)
    expect(new Set(appeals.map(({ key }) => key)).size).toBe(appeals.length)
  })
})

describe('the demonstration’s policies', () => {
  it('are six', () => {
    expect(policies).toHaveLength(6)
  })

  it.each(policies.map(({ name, text }) => [name, text] as const))(
    '%s reads like a real notice',
    (name, text) => {
      const bare = text.replace(/\s/g, '')
      expect(bare.length).toBeGreaterThanOrEqual(600)
      expect(bare.length).toBeLessThanOrEqual(1200)
      const read = readDocument({ name, text, format: 'markdown' })
      expect(read.title).toContain('青禾县')
      expect(read.documentNumber).toMatch(/^青禾\S+〔202\d〕\d+号$/)
      expect(read.passages.length).toBeGreaterThanOrEqual(6)
      const { issuedOn = '', effectiveOn = '', endsOn = '' } = read
      expect(issuedOn < effectiveOn && effectiveOn < endsOn).toBe(true)
      expect(read.issuer).toMatch(/^青禾县/)
    },
  )

  it('hold no phone number, nor does anything else in the demonstration', () => {
    const everything = [
      JSON.stringify(roster),
      JSON.stringify(appeals),
      ...policies.map(({ text }) => text),
    ].join('\n')
    expect(everything).not.toMatch(/\d{7,}|\d{3,4}-\d{4,}(?!-)/)
  })
})
