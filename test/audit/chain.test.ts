import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuditEntry,
  type AuditFacts,
  CHAIN_START,
  type ChainHead,
  link,
  verifyChain,
  verifyChainStream,
} from '../../src/audit/chain.ts'

const facts = fc.record({
  at: fc
    .date({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2030-01-01') })
    .map((at) => at.toISOString()),
  actor: fc.string(),
  action: fc.string(),
  subject: fc.string(),
  detail: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
})

function chainOf(all: readonly AuditFacts[], start: ChainHead = CHAIN_START): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const each of all) entries.push(link(entries.at(-1) ?? start, each))
  return entries
}

const chains = (minLength: number) => fc.array(facts, { minLength, maxLength: 12 }).map((all) => chainOf(all))
const headOf = (entries: readonly AuditEntry[]): ChainHead => entries.at(-1) ?? CHAIN_START
const at = (entries: readonly AuditEntry[], place: number) => place % entries.length

describe('an untouched chain', () => {
  it('holds, whatever was written into it, and tells its length and head', () => {
    fc.assert(
      fc.property(chains(0), (entries) => {
        const { seq, hash } = headOf(entries)
        expect(
          verifyChain(
            entries,
            [{ seq, hash }].filter((head) => head.seq > 0),
          ),
        ).toEqual({
          ok: true,
          length: entries.length,
          head: { seq, hash },
        })
      }),
    )
  })

  it('holds when it is read in pages', async () => {
    const entries = chainOf(fc.sample(facts, 5))
    async function* pages() {
      yield* entries
    }
    expect(await verifyChainStream(pages())).toMatchObject({ ok: true, length: 5 })
  })

  it('holds after a database kept the details’ keys in another order', () => {
    const [entry] = chainOf([
      {
        at: '2026-11-23T01:00:00.000Z',
        actor: 'p-1',
        action: 'a.b',
        subject: 's',
        detail: { b: 1, a: { d: 2, c: [3] } },
      },
    ])
    expect(verifyChain([{ ...entry, detail: { a: { c: [3], d: 2 }, b: 1 } } as AuditEntry])).toMatchObject({
      ok: true,
    })
  })
})

describe('a chain somebody touched', () => {
  it('breaks at the entry whose content was changed', () => {
    const field = fc.constantFrom('at', 'actor', 'action', 'subject', 'previousHash', 'hash', 'detail')
    fc.assert(
      fc.property(chains(1), fc.nat(), field, (entries, place, name) => {
        const index = at(entries, place)
        const changed = entries.map((entry, i) =>
          i !== index
            ? entry
            : { ...entry, [name]: name === 'detail' ? { ...entry.detail, added: 1 } : `${entry[name]}x` },
        )
        expect(verifyChain(changed)).toMatchObject({ ok: false, brokenAt: index + 1 })
      }),
    )
  })

  it('breaks right after an entry that was changed together with its hash', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), (entries, place) => {
        const index = place % (entries.length - 1)
        const forged = entries.map((entry, i) =>
          i === index ? link(entries[i - 1] ?? CHAIN_START, { ...entry, actor: `${entry.actor}x` }) : entry,
        )
        expect(verifyChain(forged)).toEqual({ ok: false, brokenAt: index + 2, why: 'link' })
      }),
    )
  })

  it('breaks where one was removed, unless it was the last', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), (entries, place) => {
        const index = place % (entries.length - 1)
        expect(verifyChain(entries.toSpliced(index, 1))).toEqual({
          ok: false,
          brokenAt: index + 1,
          why: 'sequence',
        })
      }),
    )
  })

  it('breaks where the numbers were closed up after a removal', () => {
    const entries = chainOf(fc.sample(facts, 4))
    const closedUp = entries.toSpliced(1, 1).map((entry, i) => ({ ...entry, seq: i + 1 }))
    expect(verifyChain(closedUp)).toEqual({ ok: false, brokenAt: 2, why: 'link' })
  })

  it('breaks where two were swapped', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), fc.nat(), (entries, one, other) => {
        const [a, b] = [at(entries, one), at(entries, other)]
        fc.pre(a !== b)
        const swapped = entries.with(a, entries[b] as AuditEntry).with(b, entries[a] as AuditEntry)
        expect(verifyChain(swapped)).toMatchObject({ ok: false, brokenAt: Math.min(a, b) + 1 })
      }),
    )
  })

  it('breaks where one was slipped in or repeated', () => {
    fc.assert(
      fc.property(chains(2), fc.nat(), facts, fc.boolean(), (entries, place, extra, isRepeat) => {
        const index = place % (entries.length - 1)
        const before = entries[index] as AuditEntry
        const slipped = entries.toSpliced(index + 1, 0, isRepeat ? before : link(before, extra))
        expect(verifyChain(slipped).ok).toBe(false)
      }),
    )
  })

  it('seems whole when its end is cut off, and is found out by a head kept elsewhere', () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), (entries, place) => {
        const cut = entries.slice(0, at(entries, place))
        expect(verifyChain(cut).ok).toBe(true)
        expect(verifyChain(cut, [headOf(entries)])).toEqual({
          ok: false,
          brokenAt: cut.length + 1,
          why: 'head',
        })
      }),
    )
  })

  it('seems whole when all of it was computed anew, and is found out by a head kept elsewhere', () => {
    const entries = chainOf(fc.sample(facts, 4))
    const rewritten = chainOf(entries.map((entry) => ({ ...entry, actor: `${entry.actor}x` })))
    expect(verifyChain(rewritten).ok).toBe(true)
    expect(verifyChain(rewritten, [headOf(entries.slice(0, 3))])).toEqual({
      ok: false,
      brokenAt: 3,
      why: 'head',
    })
  })
})
