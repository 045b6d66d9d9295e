import { personDataReasons as why } from './person-data.texts.ts'
import type { PersonTable } from './person-data-anonymised.ts'
import { among, code, GONE } from './person-data-conditions.ts'

/** A stranger's by the account that said it. */
const saidBy = among('accounts', `t."by"`)
const own = `t."person" = ${code} OR ${saidBy}`
/** A company's name is nobody's; what it gave stays its own. */
const inOwnName = `(${own}) AND t."donorKind" <> 'company'`

/** Everything else says what was given and when, which the charity's books show as well. */
const KEPT = [
  'id',
  'version',
  'number',
  'drive',
  'kind',
  'fen',
  'item',
  'unit',
  'quantity',
  'valuedBy',
  'donorKind',
  'state',
  'at',
]

/** The sealed name helps nobody who reads an export, and of what staff entered it is somebody else's. */
const shows = `to_jsonb(t) - 'donor'`

const unnamed = { donor: `''`, consent: `'anonymous'`, company: 'NULL' }
const unaccounted = { by: GONE, consentBy: 'NULL' }

/** Promised and booked gifts: they go on counting, as anonymous ones. */
export const GIVEN_TABLES: readonly PersonTable[] = [
  {
    table: 'Pledge',
    decision: 'anonymised',
    why: why.given(),
    whose: `${own} OR t."by" = ${code}`,
    shows,
    changes: [
      { where: inOwnName, set: { ...unnamed, home: 'NULL' } },
      { where: saidBy, set: { ...unaccounted, home: 'NULL' } },
    ],
    // Whose names an edition showed is found by the code; it leads to nobody any more.
    keeps: [...KEPT, 'person', 'consentAt', 'endedAt'],
  },
  {
    table: 'Gift',
    decision: 'anonymised',
    why: why.given(),
    whose: `${own} OR t."by" = ${code}`,
    shows,
    changes: [
      { where: inOwnName, set: unnamed },
      { where: saidBy, set: unaccounted },
    ],
    keeps: [
      ...KEPT,
      'person',
      'consentAt',
      'bookedOn',
      'receipt',
      'pledge',
      'reason',
      'reversedAt',
      'reversedBy',
      'source',
      'thankedAt',
    ],
  },
]
