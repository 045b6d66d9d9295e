/**
 * What each table holds about somebody and what becomes of it when they ask to be forgotten. Every table of
 * the schema stands here once; a test fails for one that does not, and for a column of an anonymised table
 * that nobody decided about.
 * Which rows are about whom cannot be guessed from the schema: every feature names people in its own way.
 */

import { personDataReasons as why } from './person-data.texts.ts'
import { ANONYMISED, type PersonTable } from './person-data-anonymised.ts'
import {
  among,
  code,
  ownAppeal,
  personOfPrivateChat,
  privateChat,
  speaksHere,
} from './person-data-conditions.ts'
import { GIVEN_TABLES } from './person-data-given.ts'

const nobody = (table: string): PersonTable => ({ table, decision: 'nobody', why: why.nobody() })
const kept = (table: string, whose: string, reason: string): PersonTable => ({
  table,
  decision: 'kept',
  whose,
  why: reason,
})
const deleted = (table: string, whose: string, reason: string): PersonTable => ({
  table,
  decision: 'deleted',
  whose,
  why: reason,
})

export const PERSON_TABLES: readonly PersonTable[] = [
  ...ANONYMISED,
  ...GIVEN_TABLES,
  {
    table: 'StoredFile',
    decision: 'deleted',
    why: why.file(),
    whose: among('files', `t."sha256"`),
    shows: `jsonb_build_object('sha256', t."sha256", 'name', t."name", 'mediaType', t."mediaType", 'size', t."size", 'storedAt', t."storedAt")`,
  },
  deleted('PersonAccount', `t."person" = ${code} OR ${among('accounts', `t."key"`)}`, why.account()),
  deleted('BindingCode', `t."person" = ${code} OR ${among('accounts', `t."usedBy"`)}`, why.account()),
  deleted('Conversation', speaksHere, why.conversation()),
  deleted('Contact', among('accounts', personOfPrivateChat(`t."key"`)), why.account()),
  deleted(
    'OneTimeLink',
    `${privateChat} OR ${among('accounts', `split_part(t."groupKey", ':', 1) || ':' || t."personId"`)}`,
    why.account(),
  ),
  deleted('AppealSource', ownAppeal, why.source()),
  deleted('AppealLikeness', ownAppeal, why.source()),
  kept('AppealNudge', `t."person" = ${code}`, why.office()),
  kept(
    'AppealMeeting',
    `t."recordedBy" = ${code} OR t."attendees" @> jsonb_build_array(jsonb_build_object('code', ${code}::text))`,
    why.office(),
  ),
  kept('UnitLink', `t."issuedBy" = ${code}`, why.office()),
  kept('Task', `t."givenBy" = ${code} OR t."person" = ${code} OR t."reportedBy" = ${code}`, why.office()),
  deleted('Figure', `t."person" = ${code}`, why.conversation()),
  deleted('FigureLink', `t."person" = ${code}`, why.conversation()),
  deleted('Told', `t."person" = ${code}`, why.conversation()),
  deleted('DigestWish', `t."person" = ${code}`, why.conversation()),
  kept(
    'Visit',
    `t."leader" = ${code} OR t."deputy" = ${code} OR t."by" = ${code} OR t."withdrawnBy" = ${code} OR t."team" ? ${code}`,
    why.office(),
  ),
  kept('VisitFinding', `t."decidedBy" = ${code}`, why.office()),
  kept('DutyRule', `t."setBy" = ${code}`, why.office()),
  kept('DutyReminder', `t."person" = ${code}`, why.office()),
  kept('CalendarYear', `t."loadedBy" = ${code}`, why.office()),
  kept('Notice', `t."people" ? ${code}`, why.office()),
  kept('Mailing', `t."preparedBy" = ${code} OR t."decidedBy" = ${code}`, why.office()),
  deleted('TopicRefusal', `t."person" = ${code}`, why.conversation()),
  deleted('NoticeDoubt', `t."person" = ${code}`, why.conversation()),
  kept('NoticeTemplate', `t."by" = ${code}`, why.office()),
  kept('SignupChain', `t."startedBy" = ${code}`, why.office()),
  kept('Drive', `t."preparedBy" = ${code} OR t."closedBy" = ${code}`, why.office()),
  kept('GiftUse', `t."by" = ${code}`, why.office()),
  kept('DisclosureEdition', `t."issuedBy" = ${code}`, why.office()),
  deleted(
    'DisclosedName',
    `EXISTS (SELECT FROM "Gift" g WHERE g."id" = t."gift" AND g."donorKind" <> 'company'
      AND (g."person" = ${code} OR ${among('accounts', `g."by"`)}))`,
    why.disclosed(),
  ),
  kept(
    'PolicyDocument',
    `t."addedBy" = ${code} OR t."removedBy" = ${code} OR t."checkedBy" = ${code}`,
    why.office(),
  ),
  kept('PolicyLink', `t."notedBy" = ${code} OR t."decidedBy" = ${code}`, why.office()),
  kept('PolicyLexiconLine', `t."addedBy" = ${code} OR t."decidedBy" = ${code}`, why.office()),
  kept('PolicyUnanswered', `t."answeredBy" = ${code} OR t."reviewedBy" = ${code}`, why.office()),
  kept('PolicyOffer', `t."markedBy" = ${code}`, why.office()),
  deleted(
    'PolicyAsking',
    `t."person" = ${code} OR ${among('accounts', `(t."home"->>'platform') || ':' || (t."home"->>'chatId')`)}`,
    why.conversation(),
  ),
  deleted('PolicyReminder', `t."person" = ${code}`, why.conversation()),
  deleted(
    'Errand',
    among('accounts', `(t."chat"->>'platform') || ':' || (t."person"->>'id')`),
    why.conversation(),
  ),
  kept('GroupManner', `t."changedBy" = ${code}`, why.office()),
  kept(
    'Responsibility',
    `t."leader" = ${code} OR t."deputies" @> jsonb_build_array(jsonb_build_object('person', ${code}))`,
    why.responsibility(),
  ),
  kept(
    'AuditEntry',
    `t."actor" = ${code} OR t."subject" = ${code} OR t."actor" LIKE ANY (SELECT jsonb_array_elements_text($1::jsonb->'strangers'))
     OR EXISTS (SELECT FROM jsonb_each_text(t."detail") d WHERE d.value = ${code})`,
    why.audit(),
  ),
  ...[
    'Account',
    'Federation',
    'Chamber',
    'Company',
    'Unit',
    'Group',
    'RosterVersion',
    'Counter',
    'PolicyGeneration',
    'PolicyPassage',
    'PolicyIndexPart',
    'PolicyEmbedding',
  ].map(nobody),
]
