import type pg from 'pg'
import { categories } from '../../src/kernel/appeal-terms.ts'
import { type CountySizes, leadersOf } from './county.ts'

/** Three years that end on this day. */
export const TODAY = new Date('2026-11-20T10:00:00+08:00')
const DAYS = 3 * 365

/** A number from 0 to 1 that only depends on the row and the salt. */
const chance = (salt: number) => `((hashint8extended(i, ${salt}) & 1048575) / 1048576.0)`
const pick = (salt: number, among: readonly string[]) =>
  `(ARRAY[${among.map((one) => `'${one}'`).join(',')}])[1 + floor(${chance(salt)} * ${among.length})::int]`

const TEXT = `'我们厂在开发区二期，' || ${pick(21, ['银行续贷材料交齐了一直不放款', '招工招了三个月没招满', '厂门口的路塌了大车进不来', '高新技术企业的奖补公示了没到账'])}
  || '，跑了好几趟都说再等等，眼看这个月的货要交，' || ${pick(22, ['能不能帮忙协调一下', '请尽快给个答复', '想请领导出面问问'])}
  || repeat('材料都按要求交过两遍，经办的人换了三次。', 1 + (hashint8extended(i, 23) & 7)::int)`

/** Few are open, most of them new; the rest is closed, waiting for an answer, or belongs elsewhere. */
const STATUS = `CASE
  WHEN age < 60 AND ${chance(1)} < 0.22 OR ${chance(1)} < 0.0033 THEN ${pick(2, ['filed', 'accepted', 'dispatched', 'dispatched', 'inProgress', 'inProgress', 'inProgress', 'inProgress', 'paused', 'sentBack'])}
  WHEN ${chance(3)} < 0.02 THEN 'withdrawn' WHEN ${chance(3)} < 0.045 THEN 'referred' WHEN ${chance(3)} < 0.075 THEN 'merged'
  WHEN ${chance(3)} < 0.11 THEN 'resolved' ELSE 'closed' END`

/**
 * So many appeals made by the database itself. Its indexes are taken away meanwhile and made anew, as after a
 * restore, and the statistics and the visibility map are brought up to date.
 */
export async function loadAppeals(client: pg.Client, count: number, sizes: CountySizes): Promise<void> {
  const { companies, chambers, units } = sizes
  const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'Appeal' AND indexname NOT LIKE '%_pkey'`,
  )
  for (const { indexname } of indexes) await client.query(`DROP INDEX "${indexname}"`)
  await client.query('SET synchronous_commit = off')
  await client.query(
    `INSERT INTO "Appeal" ("number", "version", "status", "category", "urgency", "company", "companyName", "chamber",
       "asker", "askerName", "askerHome", "askerDigest", "sealedAsker", "sealed", "summary", "text", "files", "sources",
       "filedAt", "dueAt", "resolvedAt", "unit", "leader", "followers", "reminders", "satisfaction", "resolution", "route",
       "place", "contactDueAt", "contactedAt", "resolveDueAt", "closeKind", "closedAt", "outcome", "endedAt")
     SELECT "number", 3, "status", "category", "urgency",
       CASE WHEN sealed THEN NULL ELSE 'co-' || firm END, CASE WHEN sealed THEN NULL ELSE '试验' || firm || '号机械有限公司' END,
       'ch-' || (firm % ${chambers}), CASE WHEN sealed THEN NULL ELSE 'p-' || firm END, CASE WHEN sealed THEN NULL ELSE '负责人' || firm END,
       NULL, md5('asker' || firm || sealed), CASE WHEN sealed THEN repeat('s', 400) END, sealed, left("text", 24), "text", '[]', '["m-1"]',
       filed, CASE WHEN isopen THEN filed + ("days" + ${chance(30)} * 6) * interval '1 day' END, resolved, "unit",
       'le-' || (firm % ${leadersOf(sizes)}), 0, CASE WHEN ${chance(31)} < 0.1 THEN 1 ELSE 0 END, satisfaction,
       CASE WHEN resolved IS NOT NULL THEN '已与有关单位对接，问题按程序办理完毕，已回复企业。' END,
       CASE WHEN "status" = 'referred' THEN '人民法院' END, '第' || (firm % 18) || '镇', filed + interval '1 day',
       CASE WHEN ${chance(32)} < 0.93 THEN filed + ${chance(33)} * interval '26 hours' END, filed + 7 * interval '1 day',
       CASE WHEN "status" = 'closed' THEN ${pick(34, ['fixed', 'fixed', 'fixed', 'explained', 'notPossible'])} END,
       CASE WHEN "status" = 'closed' THEN resolved + interval '2 days' END,
       CASE WHEN "status" = 'closed' AND ${chance(35)} < 0.8 THEN ${pick(36, ['solved', 'solved', 'solved', 'solved', 'partly', 'unsolved'])} END,
       CASE WHEN NOT isopen THEN coalesce(resolved, least(filed + (1 + ${chance(37)} * 12) * interval '1 day', $1)) END
     FROM (SELECT *, to_char(filed AT TIME ZONE 'Asia/Shanghai', 'YYYY-') ||
             to_char(row_number() OVER (PARTITION BY to_char(filed AT TIME ZONE 'Asia/Shanghai', 'YYYY') ORDER BY i), 'FM9999990000') AS "number",
           isopen AND "status" NOT IN ('filed', 'accepted', 'sentBack') OR NOT isopen AS isgiven,
           CASE WHEN NOT isopen AND "status" IN ('resolved', 'closed') THEN least(filed + (1 + ${chance(40)} * 12) * interval '1 day', $1) END AS resolved,
           CASE WHEN "status" = 'closed' AND ${chance(41)} < 0.6 THEN CASE WHEN ${chance(42)} < 0.9 THEN 'satisfied' ELSE 'unsatisfied' END END AS satisfaction
       FROM (SELECT *, "status" IN ('filed', 'accepted', 'dispatched', 'inProgress', 'paused', 'sentBack') AS isopen
         FROM (SELECT i, filed, age, ${STATUS} AS "status", ${pick(5, categories)} AS "category",
             ${pick(6, ['normal', 'normal', 'normal', 'normal', 'normal', 'urgent', 'urgent', 'critical'])} AS "urgency",
             (power(${chance(7)}, 1.7) * ${companies})::int % ${companies} AS firm, ${chance(8)} < 0.03 AS sealed,
             'un-' || (power(${chance(9)}, 1.5) * ${units})::int % ${units} AS "unit", (1 + ${chance(10)} * 6)::int AS "days", ${TEXT} AS "text"
           FROM (SELECT i, $1::timestamptz - ((${count} - i) * ${DAYS}::float8 / ${count}) * interval '1 day' AS filed,
               (${count} - i) * ${DAYS}::float8 / ${count} AS age FROM generate_series(1, ${count}::bigint) AS i) s0) s1) s2) s3`,
    [TODAY],
  )
  await client.query(
    `UPDATE "Appeal" SET "unit" = NULL WHERE "status" IN ('filed', 'accepted', 'sentBack', 'withdrawn', 'referred')`,
  )
  // One in fifty of what was done is excluded, and as many asked for more time.
  await client.query(
    `INSERT INTO "AppealApplication" ("id", "version", "number", "kind", "state", "askedBy", "askedAt", "reason", "detail", "decidedBy", "decidedAt")
     SELECT 'ap-' || k || "number", 2, "number", k, CASE WHEN hashtext("number") % 5 = 0 THEN 'refused' ELSE 'granted' END, 'staff', "resolvedAt",
       '说明', '{"code": "05", "response": false, "resolution": true, "satisfaction": true, "rated": false}', 'le-1', "resolvedAt" + interval '1 day'
     FROM "Appeal", unnest(ARRAY['exclusion', 'extension']) AS k
     WHERE "resolvedAt" IS NOT NULL AND (hashtext("number" || k) & 1023) < 21`,
  )
  for (const { indexdef } of indexes) await client.query(indexdef)
  await client.query('VACUUM ANALYZE "Appeal"')
  await client.query('VACUUM ANALYZE "AppealApplication"')
}
