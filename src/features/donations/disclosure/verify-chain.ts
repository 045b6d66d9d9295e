/** Whether editions hang together and add up; needs nothing but what anybody can download. Pure. */
import { z } from 'zod'
import { canonicalJson } from '../../../audit/canonical-json.ts'
import { commitmentOf } from './commitment.ts'
import { changesOf, totalsOf } from './compile-edition.ts'
import { digestOf, type Edition, NO_EDITION, readEdition } from './edition.ts'

/** What the public page gives away at `chain.json`: every edition's text to the byte, and the names that may be shown. */
export const PublicChain = z.object({
  format: z.literal('niangjia-disclosure-chain-1'),
  editions: z.array(z.string()),
  names: z.array(z.object({ digest: z.string(), name: z.string(), salt: z.string() })),
})
export type PublicChain = Readonly<z.infer<typeof PublicChain>>

export type ChainFault =
  /** It is no edition, or of another drive than the first. */
  | 'unreadable'
  /** Its number does not follow. */
  | 'order'
  /** It does not hold the digest of the edition before: that one was changed, or this one slipped in. */
  | 'link'
  /** The headline is not the sum of its rows, or a row comes twice. */
  | 'sums'
  /** What it says has changed since the edition before is not what has. */
  | 'changes'
  /** A name is given for a row that does not mean it. */
  | 'name'
  /** Not the digest that was noted elsewhere: on a picture, in a group. */
  | 'known'

export type ChainReport =
  | {
      readonly ok: true
      readonly drive: number
      readonly editions: readonly {
        readonly edition: number
        readonly asOf: string
        readonly digest: string
      }[]
      /** Rows of the newest edition: those with a name, those named once whose name was taken back since, and 匿名. */
      readonly shown: number
      readonly takenBack: number
      readonly anonymous: number
    }
  | { readonly ok: false; readonly edition: number; readonly fault: ChainFault }

/** A digest, or how it begins, as somebody noted it for an edition. */
export interface KnownDigest {
  readonly edition: number
  readonly digest: string
}

export function verifyChain(chain: PublicChain, known: readonly KnownDigest[] = []): ChainReport {
  const editions: { edition: Edition; digest: string }[] = []
  for (const [index, content] of chain.editions.entries()) {
    const edition = readEdition(content)
    const before = editions.at(-1)
    const wrong = (fault: ChainFault): ChainReport => ({ ok: false, edition: index + 1, fault })
    if (edition === undefined || canonicalJson(edition) !== content) return wrong('unreadable')
    if (before !== undefined && edition.drive !== before.edition.drive) return wrong('unreadable')
    if (edition.edition !== index + 1 || (before !== undefined && edition.asOf < before.edition.asOf))
      return wrong('order')
    if (edition.previous !== (before?.digest ?? NO_EDITION)) return wrong('link')
    if (!addsUp(edition)) return wrong('sums')
    const changes = changesOf(before?.edition, edition)
    if (canonicalJson(changes) !== canonicalJson(edition.changes)) return wrong('changes')
    editions.push({ edition, digest: digestOf(content) })
  }
  for (const { edition, digest } of known) {
    const ours = editions[edition - 1]?.digest
    if (ours === undefined || !ours.startsWith(digest)) return { ok: false, edition, fault: 'known' }
  }
  const newest = editions.at(-1)
  if (newest === undefined) return { ok: false, edition: 1, fault: 'unreadable' }
  const meant = new Map<string, number>()
  for (const { edition } of editions)
    for (const { by } of edition.rows) if (by !== null) meant.set(by, edition.edition)
  const shown = new Set<string>()
  for (const { digest, name, salt } of chain.names) {
    const edition = meant.get(digest)
    if (edition === undefined || commitmentOf(salt, name) !== digest)
      return { ok: false, edition: edition ?? newest.edition.edition, fault: 'name' }
    shown.add(digest)
  }
  const bys = newest.edition.rows.map(({ by }) => by)
  return {
    ok: true,
    drive: newest.edition.drive,
    editions: editions.map(({ edition: { edition, asOf }, digest }) => ({ edition, asOf, digest })),
    shown: bys.filter((by) => by !== null && shown.has(by)).length,
    takenBack: bys.filter((by) => by !== null && !shown.has(by)).length,
    anonymous: bys.filter((by) => by === null).length,
  }
}

function addsUp({ rows, uses, totals }: Edition): boolean {
  if (new Set(rows.map(({ number }) => number)).size !== rows.length) return false
  if (rows.some((row) => (row.fen === null) === (row.goods === null))) return false
  return canonicalJson(totalsOf(rows, uses)) === canonicalJson(totals)
}
