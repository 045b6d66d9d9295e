import { personDataReasons as why } from './person-data.texts.ts'
import {
  aboutOwnAppeal,
  among,
  chatWithout,
  code,
  EMPTY_MESSAGE,
  GONE,
  joined,
  mentioned,
  ownAppeal,
  privateChat,
  REMOVED,
  speaksHere,
} from './person-data-conditions.ts'

export interface Change {
  readonly where: string
  /** Column to SQL expression. */
  readonly set: Readonly<Record<string, string>>
}

interface Held {
  readonly table: string
  readonly why: string
  /** Which rows are about the person, for an export. */
  readonly whose: string
  /** How a row is shown in an export; the whole row by default. */
  readonly shows?: string
}

export type PersonTable =
  | { readonly table: string; readonly decision: 'nobody'; readonly why: string }
  | (Held & { readonly decision: 'kept' | 'deleted' })
  | (Held & {
      readonly decision: 'anonymised'
      readonly changes: readonly Change[]
      /** Columns that stay as they are. */
      readonly keeps: readonly string[]
    })

const toldOfCompany = `EXISTS (SELECT FROM jsonb_each(t."facts") f WHERE f.value->>'by' = ${code})`

/** Rows that stay as a record of something having happened, without saying to whom. */
export const ANONYMISED: readonly PersonTable[] = [
  {
    table: 'Person',
    decision: 'anonymised',
    why: why.rosterRow(),
    whose: `t."code" = ${code}`,
    changes: [
      {
        where: `t."code" = ${code}`,
        set: {
          name: `'（已删除）'`,
          title: 'NULL',
          roles: `'[]'`,
          company: 'NULL',
          chamber: 'NULL',
          unit: 'NULL',
          until: `($1::jsonb->>'yesterday')::date`,
        },
      },
    ],
    keeps: ['code'],
  },
  {
    table: 'Arrival',
    decision: 'anonymised',
    why: why.arrival(),
    whose: `${speaksHere} OR ${joined}`,
    changes: [
      {
        where: speaksHere,
        set: {
          // Platform numbers may name the person; hashed they still tell that this one was taken in.
          idempotencyKey: `'forgotten:' || encode(sha256(convert_to(t."idempotencyKey", 'UTF8')), 'hex')`,
          conversation: GONE,
          chat: chatWithout,
          personId: GONE,
          personName: 'NULL',
          messageId: `t."id"`,
          content: EMPTY_MESSAGE,
          state: `CASE WHEN t."state" IN ('waiting', 'heard') THEN 'dropped' ELSE t."state" END`,
        },
      },
      { where: joined, set: { content: `jsonb_set(t."content", '{people}', '[]')` } },
    ],
    keeps: ['id', 'seq', 'account', 'stability', 'isBot', 'at', 'readyAt'],
  },
  {
    table: 'Letter',
    decision: 'anonymised',
    why: why.letter(),
    whose: `(${privateChat}) OR (${mentioned})`,
    changes: [
      { where: aboutOwnAppeal, set: { text: REMOVED } },
      {
        where: privateChat,
        set: {
          text: REMOVED,
          extras: `'{}'`,
          chat: chatWithout,
          chatKey: GONE,
          messageIds: `'[]'`,
          state: `CASE WHEN t."state" = 'waiting' THEN 'cancelled' ELSE t."state" END`,
        },
      },
      {
        where: mentioned,
        set: {
          text: `replace(t."text", coalesce(nullif($1::jsonb->>'name', ''), t."id"), '某人')`,
          extras: `t."extras" - 'mention'`,
        },
      },
    ],
    keeps: [
      'id',
      'seq',
      'key',
      'account',
      'origin',
      'mailing',
      'tries',
      'dueAt',
      'writtenAt',
      'sentAt',
      'failure',
    ],
  },
  {
    table: 'Appeal',
    decision: 'anonymised',
    why: why.appeal(),
    whose: ownAppeal,
    changes: [
      {
        where: ownAppeal,
        set: {
          asker: 'NULL',
          askerName: 'NULL',
          askerHome: 'NULL',
          askerDigest: `''`,
          sealedAsker: 'NULL',
          summary: REMOVED,
          text: REMOVED,
          files: `'[]'`,
          sources: `'[]'`,
          resolution: 'NULL',
          place: 'NULL',
          wish: 'NULL',
          outward: 'NULL',
          codeDigest: 'NULL',
          version: `t."version" + 1`,
          status: `CASE WHEN ${among('openNumbers', `t."number"`)} THEN 'withdrawn' ELSE t."status" END`,
        },
      },
    ],
    keeps: [
      'number',
      'category',
      'urgency',
      'company',
      'companyName',
      'chamber',
      'sealed',
      'filedAt',
      'dueAt',
      'resolvedAt',
      'unit',
      'leader',
      'followers',
      'reminders',
      'satisfaction',
      'route',
      'mergedInto',
      'anonymous',
      'contactDueAt',
      'contactedAt',
      'resolveDueAt',
      'supporting',
      'handOffs',
      'meetingAskedAt',
      'pauseReason',
      'pausedAt',
      'wakeAt',
      'pausedMinutes',
      'closeKind',
      'closedAt',
      'outcome',
      'endedAt',
      'origin',
    ],
  },
  {
    table: 'AppealApplication',
    decision: 'anonymised',
    why: why.appealEvent(),
    whose: `${ownAppeal} OR t."askedBy" = ${code} OR t."decidedBy" = ${code}`,
    changes: [{ where: ownAppeal, set: { reason: REMOVED, note: 'NULL', version: `t."version" + 1` } }],
    keeps: ['id', 'number', 'kind', 'state', 'askedBy', 'askedAt', 'detail', 'decidedBy', 'decidedAt'],
  },
  {
    table: 'AppealEvent',
    decision: 'anonymised',
    why: why.appealEvent(),
    whose: `${ownAppeal} OR t."by" = ${code}`,
    changes: [{ where: ownAppeal, set: { note: 'NULL', by: `nullif(t."by", ${code})` } }],
    keeps: ['id', 'seq', 'number', 'at', 'act', 'from', 'to', 'role'],
  },
  {
    table: 'MailingRecipient',
    decision: 'anonymised',
    why: why.letter(),
    whose: `(${privateChat}) OR t."people" ? ${code}`,
    changes: [
      {
        // That somebody was written to still counts, whoever it was.
        where: privateChat,
        set: {
          id: `'forgotten:' || encode(sha256(convert_to(t."id", 'UTF8')), 'hex')`,
          chat: chatWithout,
          chatKey: GONE,
          title: REMOVED,
          people: `'[]'`,
          state: `CASE WHEN t."state" = 'owed' THEN 'dropped' ELSE t."state" END`,
        },
      },
      { where: `t."people" ? ${code}`, set: { people: `t."people" - ${code}` } },
    ],
    keeps: ['mailing', 'n', 'heads', 'letter', 'replaces'],
  },
  {
    table: 'NoticeReceipt',
    decision: 'anonymised',
    why: why.receipt(),
    whose: `t."person" = ${code} OR t."by" = ${code}`,
    changes: [
      { where: `t."person" = ${code}`, set: { words: 'NULL', by: 'NULL' } },
      // Who passed on somebody else's answer need not stand beside it.
      { where: `t."by" = ${code}`, set: { by: 'NULL' } },
    ],
    keeps: ['id', 'version', 'notice', 'person', 'kind', 'how', 'at'],
  },
  {
    table: 'SignupEntry',
    decision: 'anonymised',
    why: why.signup(),
    whose: `t."person" = ${code} OR t."by" = ${code}`,
    changes: [
      {
        // Nobody keeps a place for them; the row stays, so that numbers of other rows still mean the same.
        where: `t."person" = ${code}`,
        set: {
          shown: REMOVED,
          person: 'NULL',
          company: 'NULL',
          note: 'NULL',
          message: 'NULL',
          doubt: 'NULL',
          by: GONE,
          state: `'withdrawn'`,
          seated: '0',
          version: `t."version" + 1`,
        },
      },
      { where: `t."by" = ${code}`, set: { by: GONE, version: `t."version" + 1` } },
    ],
    keeps: ['id', 'chain', 'n', 'heads', 'queued', 'listed', 'at', 'changedAt'],
  },
  {
    table: 'CompanyProfile',
    decision: 'anonymised',
    why: why.office(),
    whose: `t."reminds" = ${code} OR ${toldOfCompany}`,
    changes: [
      { where: `t."reminds" = ${code}`, set: { reminds: 'NULL', remindsAt: 'NULL' } },
      {
        // What is known of the company stays the company's; who said it goes.
        where: toldOfCompany,
        set: {
          facts: `(SELECT jsonb_object_agg(f.key, CASE WHEN f.value->>'by' = ${code} THEN f.value || '{"by":""}'::jsonb ELSE f.value END) FROM jsonb_each(t."facts") f)`,
        },
      },
    ],
    keeps: ['company', 'version'],
  },
]
