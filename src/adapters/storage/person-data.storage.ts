import type { AuditTrail } from '../../audit/audit-trail.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { askerColumns } from './appeals-asker.storage.ts'
import type { AppealRow } from './appeals-rows.storage.ts'
import type { PersonTable } from './person-data-anonymised.ts'
import { deleteUnusedFiles, listFilesOf } from './person-data-files.storage.ts'
import { PERSON_TABLES } from './person-data-tables.ts'
import { findWho, type Who } from './person-data-who.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'
import { roundOf } from './round.ts'
import type { Client } from './table.ts'

export interface PersonDataParts {
  readonly codec: PersonalCodec
  readonly audit: AuditTrail
}

/** What is held about somebody, by table; times carry +08:00. */
export interface HeldData {
  readonly code: string | null
  readonly accounts: readonly string[]
  readonly held: Readonly<Record<string, readonly unknown[]>>
}

/** One table's part in forgetting somebody. */
export interface TableFate {
  readonly table: string
  readonly decision: Exclude<PersonTable['decision'], 'nobody'>
  readonly rows: number
  readonly why: string
}

type Holding = Exclude<PersonTable, { decision: 'nobody' }>
const HOLDING = PERSON_TABLES.filter((one): one is Holding => one.decision !== 'nobody')

/**
 * Everything held about a person (PIPL art. 45), their sealed appeals opened: it is theirs. That it was taken
 * out is written down. Undefined where nothing is held under this code or account.
 */
export async function exportPersonData(
  handle: string,
  parts: PersonDataParts,
  work: Work,
): Promise<HeldData | undefined> {
  const held = await roundOf(work).query(async (client) => {
    const who = await findWho(handle, parts.codec, work.at, client)
    if (who === undefined) return undefined
    // So that every time in the rows is written as the house writes times, whatever the server's zone.
    await client.$executeRawUnsafe(`SET LOCAL TIME ZONE INTERVAL '+08:00' HOUR TO MINUTE`)
    const parameter = await parameterOf(who, client)
    const tables: Record<string, readonly unknown[]> = {}
    for (const { table, whose, shows } of HOLDING) {
      const sql = `SELECT ${shows ?? 'to_jsonb(t)'} AS row FROM "${table}" t WHERE ${whose}`
      const rows = await client.$queryRawUnsafe<{ row: object }[]>(sql, parameter)
      tables[table] = rows.map(({ row }) => (table === 'Appeal' ? unsealed(row, parts.codec) : row))
    }
    return { code: who.code, accounts: who.accounts, held: tables }
  })
  if (held !== undefined)
    note('person.export', handle, held.code, Object.values(held.held).flat().length, parts, work)
  return held
}

/** What forgetting them would do, table by table; undefined where nothing is held. */
export function previewForgetting(
  handle: string,
  parts: PersonDataParts,
  work: Work,
): Promise<readonly TableFate[] | undefined> {
  return roundOf(work).query(async (client) => {
    const who = await findWho(handle, parts.codec, work.at, client)
    return who === undefined ? undefined : fatesOf(who, client)
  })
}

/**
 * Deletes or anonymises what is held about a person (PIPL art. 47) and keeps what records must keep. Open
 * appeals are withdrawn, because nobody could handle them without their words. Doing it twice changes nothing.
 */
export async function forgetPerson(
  handle: string,
  parts: PersonDataParts,
  work: Work,
): Promise<readonly TableFate[] | undefined> {
  const done = await roundOf(work).query(async (client) => {
    const who = await findWho(handle, parts.codec, work.at, client)
    if (who === undefined) return undefined
    const fates = await fatesOf(who, client)
    const files = await listFilesOf(HOLDING, who, client)
    await withdrawOpenAppeals(who, work.at, client)
    for (const table of HOLDING)
      if (table.table !== 'StoredFile') await forgetIn(table, JSON.stringify(who), client)
    await deleteUnusedFiles(files, client)
    // Other processes keep the roster in memory until this number changes.
    await client.$executeRawUnsafe(`UPDATE "RosterVersion" SET "version" = "version" + 1`)
    return { code: who.code, fates }
  })
  if (done !== undefined)
    note(
      'person.forget',
      handle,
      done.code,
      done.fates.reduce((n, { rows }) => n + rows, 0),
      parts,
      work,
    )
  return done?.fates
}

async function fatesOf(who: Who, client: Client): Promise<readonly TableFate[]> {
  const parameter = await parameterOf(who, client)
  const fates: TableFate[] = []
  for (const { table, decision, whose, why } of HOLDING) {
    const sql = `SELECT count(*)::int AS n FROM "${table}" t WHERE ${whose}`
    const [count] = await client.$queryRawUnsafe<{ n: number }[]>(sql, parameter)
    fates.push({ table, decision, why, rows: count?.n ?? 0 })
  }
  return fates
}

const parameterOf = async (who: Who, client: Client) =>
  JSON.stringify({ ...who, files: await listFilesOf(HOLDING, who, client) })

async function forgetIn(table: Holding, parameter: string, client: Client): Promise<void> {
  if (table.decision === 'deleted') {
    await client.$executeRawUnsafe(`DELETE FROM "${table.table}" t WHERE ${table.whose}`, parameter)
  } else if (table.decision === 'anonymised') {
    for (const { where, set } of table.changes) {
      const assignments = Object.entries(set).map(([column, value]) => `"${column}" = ${value}`)
      await client.$executeRawUnsafe(
        `UPDATE "${table.table}" t SET ${assignments.join(', ')} WHERE ${where}`,
        parameter,
      )
    }
  }
}

async function withdrawOpenAppeals({ openNumbers }: Who, at: Date, client: Client): Promise<void> {
  for (const number of openNumbers) {
    const { status } = await client.appeal.findUniqueOrThrow({ where: { number }, select: { status: true } })
    await client.appealEvent.create({
      data: {
        id: newId('ev', at),
        number,
        at,
        act: 'withdraw',
        from: status,
        to: 'withdrawn',
        role: 'asker',
        by: null,
        note: null,
      },
    })
  }
}

function unsealed(row: object, codec: PersonalCodec): object {
  const appeal = row as AppealRow
  return appeal.sealedAsker === null ? row : { ...row, sealedAsker: askerColumns(codec).read(appeal) }
}

function note(
  action: string,
  handle: string,
  code: string | null,
  rows: number,
  parts: PersonDataParts,
  work: Work,
): void {
  // An account's number is personal; the audit outlives the forgetting and names a stranger by a keyed digest.
  const subject = code ?? parts.codec.digest(handle, 'person-data.account')
  parts.audit.add({ at: work.at, actor: 'house', action, subject, detail: { rows } }, work)
}
