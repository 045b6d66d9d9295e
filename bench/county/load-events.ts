import type pg from 'pg'

/**
 * What happened to the appeals that are there: filed, given to a unit, sent back by one in twenty-five, paused or
 * resolved, and what the asker said. Some four and a half million for a million, in the order in which they happened.
 */
export async function loadEvents(client: pg.Client): Promise<void> {
  const note = `CASE act WHEN 'dispatch' THEN '试验1号局，5 个工作日' WHEN 'sendBack' THEN '不属于我单位职责，建议转有关单位'
    WHEN 'pause' THEN '等企业补材料' WHEN 'rate' THEN '还没有解决，不满意' END`
  await client.query('SET synchronous_commit = off')
  await client.query(
    `INSERT INTO "AppealEvent" ("id", "number", "at", "act", "from", "to", "role", "by", "note")
     SELECT "number" || act, "number", "at", act, NULL, "status", CASE act WHEN 'file' THEN 'asker' WHEN 'rate' THEN 'asker' ELSE 'staff' END, 'staff', ${note}
     FROM "Appeal", LATERAL (VALUES
       ('file', "filedAt", true), ('dispatch', "filedAt" + interval '1 hour', "unit" IS NOT NULL OR "status" = 'sentBack'),
       ('sendBack', "filedAt" + interval '1 day', "status" = 'sentBack' OR hashtext("number") & 1023 < 41),
       ('pause', "filedAt" + interval '2 days', "status" = 'paused'), ('resolve', "resolvedAt", "resolvedAt" IS NOT NULL),
       ('close', "closedAt", "status" = 'closed'), ('rate', "closedAt", "satisfaction" IS NOT NULL)) AS h(act, "at", happened)
     WHERE happened ORDER BY "at"`,
  )
  await client.query('VACUUM ANALYZE "AppealEvent"')
}
