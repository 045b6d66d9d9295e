/**
 * The audit's hash chain: every entry carries the hash of the one before, so that nothing in the middle can
 * be changed, removed, swapped or slipped in unseen. Pure; storage only keeps the rows.
 *
 * What it cannot see by itself: entries cut off at the end, and a whole chain computed anew by somebody who
 * can write the table. Against both, the head (`seq` and `hash` of the last entry) is kept elsewhere as well
 * (in each backup, in the log, on paper) and handed to `verifyChain`, which then expects to pass it.
 */
import { createHash } from 'node:crypto'
import { type CanonicalValue, canonicalJson } from './canonical-json.ts'

export type AuditFacts = {
  /** ISO 8601 in UTC with milliseconds, as `Date.toISOString` writes it; hashed as text, so keep it as it is. */
  readonly at: string
  /** A person's code, `stranger:<account digest>` or `house`; never a name. */
  readonly actor: string
  /** `feature.verb`; a look at something counts too (`appeals.unseal`, `ledger.read`). */
  readonly action: string
  /** What it was done to: a number or an id. */
  readonly subject: string
  /** Ids, counts and keyed digests only: this table is kept when everything personal has been deleted. */
  readonly detail: { readonly [key: string]: CanonicalValue }
}

export type AuditEntry = AuditFacts & {
  /** 1, 2, 3 …, without gaps. */
  readonly seq: number
  /** The hash of entry `seq - 1`; 64 zeros for the first. */
  readonly previousHash: string
  /** SHA-256 in hex over all other fields in canonical JSON. */
  readonly hash: string
}

/** The end of a chain: all that is needed to go on with it, or to hold it against later. */
export type ChainHead = Pick<AuditEntry, 'seq' | 'hash'>

/** Before the first entry. */
export const CHAIN_START: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/** Makes the next entry after `previous`, which may be a whole entry or only its head. */
export function link(previous: ChainHead, facts: AuditFacts): AuditEntry {
  const { at, actor, action, subject, detail } = facts
  const body = { seq: previous.seq + 1, at, actor, action, subject, detail, previousHash: previous.hash }
  return { ...body, hash: hashOf(body) }
}

function hashOf({ seq, at, actor, action, subject, detail, previousHash }: Omit<AuditEntry, 'hash'>): string {
  const body = canonicalJson({ seq, at, actor, action, subject, detail, previousHash })
  return createHash('sha256').update(body).digest('hex')
}

/** Why a chain does not hold; `brokenAt` is the `seq` at which it shows, the first that cannot be trusted. */
export type ChainBreak = {
  readonly ok: false
  readonly brokenAt: number
  readonly why: /** A number is missing, comes twice, or is out of order. */
    | 'sequence'
    /** It does not follow the entry before it: one was removed, changed together with its hash, or slipped in. */
    | 'link'
    /** Its content does not match its hash: it was changed. */
    | 'content'
    /** The head kept elsewhere is not in this chain: the end was cut off, or all was computed anew. */
    | 'head'
}

export type ChainVerdict =
  | { readonly ok: true; readonly length: number; readonly head: ChainHead }
  | ChainBreak

/**
 * Reads a chain one entry at a time, so that millions need no memory. After the first break further entries
 * change nothing.
 * @param knownHeads heads kept elsewhere, which this chain must pass.
 */
export function chainVerifier(knownHeads: readonly ChainHead[] = []) {
  const expected = new Map(knownHeads.map(({ seq, hash }) => [seq, hash]))
  let head = CHAIN_START
  let broken: ChainBreak | undefined

  const check = (entry: AuditEntry): ChainBreak['why'] | undefined => {
    if (entry.seq !== head.seq + 1) return 'sequence'
    if (entry.previousHash !== head.hash) return 'link'
    if (entry.hash !== hashOf(entry)) return 'content'
    if ((expected.get(entry.seq) ?? entry.hash) !== entry.hash) return 'head'
    return undefined
  }

  return {
    add(entry: AuditEntry): void {
      if (broken) return
      const why = check(entry)
      if (why) broken = { ok: false, brokenAt: why === 'sequence' ? head.seq + 1 : entry.seq, why }
      else head = { seq: entry.seq, hash: entry.hash }
    },
    verdict(): ChainVerdict {
      if (broken) return broken
      const cutOff = [...expected.keys()].some((seq) => seq > head.seq)
      return cutOff
        ? { ok: false, brokenAt: head.seq + 1, why: 'head' }
        : { ok: true, length: head.seq, head }
    },
  }
}

/** Checks a chain from its first entry on. */
export function verifyChain(
  entries: Iterable<AuditEntry>,
  knownHeads: readonly ChainHead[] = [],
): ChainVerdict {
  const verifier = chainVerifier(knownHeads)
  for (const entry of entries) verifier.add(entry)
  return verifier.verdict()
}

/** The same for entries that arrive in pages. */
export async function verifyChainStream(
  entries: AsyncIterable<AuditEntry>,
  knownHeads: readonly ChainHead[] = [],
): Promise<ChainVerdict> {
  const verifier = chainVerifier(knownHeads)
  for await (const entry of entries) verifier.add(entry)
  return verifier.verdict()
}
