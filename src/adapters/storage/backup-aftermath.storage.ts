import type pg from 'pg'
import { type AuditEntry, type ChainHead, link, verifyChainStream } from '../../audit/chain.ts'
import { HouseError } from '../../kernel/errors.ts'
import { backupTexts as texts } from './backup.texts.ts'
import type { BackupHeader } from './backup-format.ts'

export interface Aftermath {
  /** Letters that may have gone out after the backup was made and are not sent again by themselves. */
  readonly uncertainLetters: number
  /** Messages that had come in and were not worked on yet; they will be, at the next start. */
  readonly waitingArrivals: number
  readonly auditEntries: number
}

/**
 * Numbers are never given out twice, and those given out between the backup and the loss are not in it.
 * A county hands out some twenty a day; backups are made daily.
 */
const NUMBERS_LEFT_OUT = 100

/**
 * What has to be different from the moment the backup shows, because life went on after it. Checks the audit
 * chain against the head in the header and writes down that this house was restored.
 */
export async function settleAfterRestore(
  client: pg.Client,
  { header, at, isMove }: { readonly header: BackupHeader; readonly at: Date; readonly isMove: boolean },
): Promise<Aftermath> {
  const head = await verifiedHead(client, header.auditHead)
  let uncertain = await giveUp(client, `"state" = 'sending'`, texts.wasBeingSent())
  if (!isMove) {
    // What was to leave only from now on cannot have left in between.
    uncertain += await giveUp(client, `"state" = 'waiting' AND "dueAt" <= $2`, texts.maybeSentAlready(), at)
    await client.query('UPDATE "Counter" SET "value" = "value" + $1', [NUMBERS_LEFT_OUT])
  }
  const waiting = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Arrival" WHERE "state" = 'waiting'`,
  )
  const detail = {
    backupOf: header.createdAt,
    auditSeq: header.auditHead.seq,
    uncertainLetters: uncertain,
    isMove,
  }
  const note = { at: at.toISOString(), actor: 'house', action: 'house.restore', subject: 'restore', detail }
  await append(client, link(head, note))
  return { uncertainLetters: uncertain, waitingArrivals: waiting.rows[0]?.n ?? 0, auditEntries: head.seq }
}

async function giveUp(
  client: pg.Client,
  which: string,
  failure: string,
  ...more: readonly Date[]
): Promise<number> {
  const sql = `UPDATE "Letter" SET "state" = 'uncertain', "failure" = $1 WHERE ${which}`
  const { rowCount } = await client.query(sql, [failure, ...more])
  return rowCount ?? 0
}

async function verifiedHead(client: pg.Client, expected: ChainHead): Promise<ChainHead> {
  const verdict = await verifyChainStream(entriesOf(client), expected.seq > 0 ? [expected] : [])
  if (!verdict.ok) throw new HouseError('audit', texts.brokenChain(verdict.brokenAt))
  return verdict.head
}

async function* entriesOf(client: pg.Client): AsyncGenerator<AuditEntry> {
  type Row = Omit<AuditEntry, 'seq' | 'at'> & { seq: string; at: Date }
  await client.query('DECLARE audit_rows NO SCROLL CURSOR FOR SELECT * FROM "AuditEntry" ORDER BY "seq"')
  for (;;) {
    const { rows } = await client.query<Row>('FETCH 2000 FROM audit_rows')
    for (const row of rows) yield { ...row, seq: Number(row.seq), at: row.at.toISOString() }
    if (rows.length === 0) break
  }
  await client.query('CLOSE audit_rows')
}

async function append(client: pg.Client, entry: AuditEntry): Promise<void> {
  const { seq, at, actor, action, subject, detail, previousHash, hash } = entry
  await client.query(
    `INSERT INTO "AuditEntry" ("seq", "at", "actor", "action", "subject", "detail", "previousHash", "hash")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [seq, at, actor, action, subject, JSON.stringify(detail), previousHash, hash],
  )
}
