import type { DocumentAudience } from '../../features/policy/library/document-audience.ts'
import type { CompanyFacts } from '../../features/policy/matching/company-facts.ts'
import type { Condition } from '../../features/policy/matching/condition.ts'
import type { MatchingStore, Profile } from '../../features/policy/matching/matching.store.ts'
import type { Offer, OfferText } from '../../features/policy/matching/offer.ts'
import type { Work } from '../../kernel/work.ts'
import {
  type PolicyOffer as OfferRow,
  Prisma,
  type CompanyProfile as ProfileRow,
} from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

/** As written: days in their JSON form, which the database casts. */
type Written<Row> = { readonly [K in keyof Row]: unknown }

const OFFERS: Table<Written<OfferRow>> = {
  name: 'PolicyOffer',
  key: 'doc',
  versioned: true,
  columns: [
    'doc',
    'version',
    'title',
    'opensOn',
    'closesOn',
    'conditions',
    'gives',
    'where',
    'state',
    'markedBy',
    'markedAt',
    'reminded',
  ],
}
const PROFILES: Table<Written<ProfileRow>> = {
  name: 'CompanyProfile',
  key: 'company',
  versioned: true,
  columns: ['company', 'version', 'facts', 'reminds', 'remindsAt'],
}
interface ReminderRow {
  readonly id: string
  readonly doc: string
  readonly company: string
  readonly person: string
  readonly sentAt: Date
}
const REMINDERS: Table<ReminderRow> = {
  name: 'PolicyReminder',
  key: 'id',
  once: 'id',
  columns: ['id', 'doc', 'company', 'person', 'sentAt'],
}

export function policyMatchingStorage(): MatchingStore {
  return {
    async findOffer(doc, work) {
      const row = (await roundOf(work).get(OFFERS, doc)) as OfferRow | undefined
      return row === undefined ? undefined : toOffer(row)
    },
    saveOffer: (offer, work) => roundOf(work).put(OFFERS, { ...offer, version: offer.version + 1 }),
    async listOffers(which, work) {
      if (!(await roundOf(work).isAny(Prisma.sql`SELECT FROM "PolicyOffer"`))) return []
      const rows = await roundOf(work).query((client) =>
        client.policyOffer.findMany({
          ...(which === 'open' ? { where: { state: 'open' } } : {}),
          orderBy: { doc: 'asc' },
        }),
      )
      return rows.map(toOffer)
    },
    listTexts: (docs, how, work) =>
      docs.length === 0 ? Promise.resolve([]) : textsOf(docs, how.passages, work),
    async findProfile(company, work) {
      const row = (await roundOf(work).get(PROFILES, company)) as ProfileRow | undefined
      return row === undefined ? undefined : toProfile(row)
    },
    saveProfile: (profile, work) => roundOf(work).put(PROFILES, { ...profile, version: profile.version + 1 }),
    async listProfiles(which, work) {
      const rows = await roundOf(work).query((client) =>
        client.companyProfile.findMany({
          ...(which === 'reminded' ? { where: { reminds: { not: null } } } : {}),
          orderBy: { company: 'asc' },
        }),
      )
      return rows.map(toProfile)
    },
    addReminder: ({ doc, company, nth, person }, work) =>
      roundOf(work).add(REMINDERS, { id: `${doc}#${company}#${nth}`, doc, company, person, sentAt: work.at }),
    async forgetReminders(doc, work) {
      await roundOf(work).query((client) => client.policyReminder.deleteMany({ where: { doc } }))
    },
    async countReminders(docs, work) {
      const rows = await roundOf(work).query((client) =>
        client.policyReminder.groupBy({
          by: ['doc', 'company'],
          where: { doc: { in: [...docs] } },
          _count: true,
        }),
      )
      return new Map(rows.map(({ doc, company, _count }) => [`${doc}#${company}`, _count]))
    },
  }
}

async function textsOf(
  docs: readonly string[],
  withPassages: boolean,
  work: Work,
): Promise<readonly OfferText[]> {
  return roundOf(work).query(async (client) => {
    const rows = await client.policyDocument.findMany({
      where: { doc: { in: [...docs] }, current: true },
      orderBy: { doc: 'asc' },
    })
    const passages = withPassages
      ? await client.policyPassage.findMany({
          where: { document: { in: rows.map(({ id }) => id) } },
          orderBy: [{ document: 'asc' }, { position: 'asc' }],
        })
      : []
    const byDocument = Map.groupBy(passages, ({ document }) => document)
    return rows.map((row) => ({
      doc: row.doc,
      title: row.title || row.doc,
      audience: row.audience as DocumentAudience,
      effectiveOn: day(row.effectiveOn),
      endsOn: day(row.endsOn),
      addedAt: row.addedAt,
      passages: (byDocument.get(row.id) ?? []).map(({ locator, heading, text }) => ({
        locator,
        heading,
        text,
      })),
    }))
  })
}

/** A day that was saved in this very round is still the text that was given. */
const day = (date: Date | string | null) =>
  date === null || typeof date === 'string' ? date : date.toISOString().slice(0, 10)

function toOffer(row: OfferRow): Offer {
  return {
    ...row,
    opensOn: day(row.opensOn),
    closesOn: day(row.closesOn),
    conditions: row.conditions as unknown as Condition[],
    state: row.state === 'closed' ? 'closed' : 'open',
  }
}

const toProfile = (row: ProfileRow): Profile => ({ ...row, facts: row.facts as unknown as CompanyFacts })
