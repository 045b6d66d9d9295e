import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionPage } from '../../../../src/adapters/public-pages/edition-page.ts'
import { csvOf } from '../../../../src/adapters/spreadsheets/sheet-csv.ts'
import { namesOf, openBooks } from '../../../../src/features/donations/disclosure/books.ts'
import type { NameBehind } from '../../../../src/features/donations/disclosure/commitment.ts'
import {
  type Before,
  compileEdition,
  withoutNames,
} from '../../../../src/features/donations/disclosure/compile-edition.ts'
import { disclosureTexts } from '../../../../src/features/donations/disclosure/disclosure.texts.ts'
import { contentOf, digestOf, type Edition } from '../../../../src/features/donations/disclosure/edition.ts'
import { listOf } from '../../../../src/features/donations/disclosure/list.ts'
import { aboutSheet, giftSheet, useSheet } from '../../../../src/features/donations/disclosure/sheets.ts'
import { tablePicture } from '../../../../src/features/donations/disclosure/table-picture.ts'
import { type PublicChain, verifyChain } from '../../../../src/features/donations/disclosure/verify-chain.ts'
import type { Consent, Gift } from '../../../../src/features/donations/gifts/gift.ts'
import { giftOf, OPENED, person } from './drive-with-gifts.ts'

const digest = (plain: string, purpose: string) =>
  createHmac('sha256', 'a key for tests').update(`${purpose}\n${plain}`).digest('hex')
const directory = { federation: '云岭县工商业联合会', people: new Map(), companies: new Map() } as never

/** One thing that happens to the books of a drive. */
type Happening =
  | { readonly does: 'books'; readonly fen: number; readonly consent: Consent; readonly minor: boolean }
  | { readonly does: 'booksGoods'; readonly thousandths: number; readonly fen: number | undefined }
  | { readonly does: 'reverses' | 'withdraws' | 'agrees'; readonly which: number }
  | { readonly does: 'issues' }

const amount = fc.integer({ min: 1, max: 900_000_000_000 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    does: fc.constant('books' as const),
    fen: amount,
    consent: fc.constantFrom<Consent>('named', 'company', 'anonymous'),
    minor: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('booksGoods' as const),
    thousandths: fc.integer({ min: 1, max: 1_000_000_000 }),
    fen: fc.option(amount, { nil: undefined }),
  }),
  fc.record({
    does: fc.constantFrom('reverses' as const, 'withdraws' as const, 'agrees' as const),
    which: fc.nat(),
  }),
  fc.constant({ does: 'issues' as const }),
)

/** A little house: the rules of the real one, without its database. */
function openLittleHouse() {
  const gifts: Gift[] = []
  const contents: string[] = []
  const names = new Map<string, NameBehind>()
  let before: Before | undefined
  let minute = 0
  const asOf = () =>
    `2026-03-02T${String(Math.floor(++minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`

  function keep(edition: Edition, behind: readonly NameBehind[]) {
    const content = contentOf(edition)
    before = { edition, digest: digestOf(content) }
    contents.push(content)
    const meant = new Set(edition.rows.flatMap(({ by }) => by ?? []))
    for (const name of behind) if (meant.has(name.digest)) names.set(name.digest, name)
  }
  function issue() {
    const { books, names: behind } = openBooks({
      drive: OPENED,
      gifts,
      uses: [],
      directory,
      silent: [],
      digest,
    })
    keep(compileEdition(books, before, asOf(), 'interim'), behind)
  }
  function follow() {
    const meant = new Set(namesOf(gifts, directory, digest).map((name) => name.digest))
    for (const known of [...names.keys()]) if (!meant.has(known)) names.delete(known)
    const lost = before?.edition.rows.some(({ by }) => by !== null && !meant.has(by))
    if (before !== undefined && lost)
      keep(
        withoutNames(before, (by) => meant.has(by), asOf()),
        [],
      )
  }
  return {
    gifts,
    names,
    before: () => before,
    chain: (): PublicChain => ({
      format: 'niangjia-disclosure-chain-1',
      editions: [...contents],
      names: [...names.values()],
    }),
    happens(what: Happening) {
      const number = gifts.length + 1
      if (what.does === 'books') {
        const donor = {
          ...person(`捐赠人${'甲乙丙丁戊己庚辛'[number % 8]}${number}号`),
          kind: what.minor ? 'minor' : 'person',
        } as const
        gifts.push(giftOf(number, { kind: 'money', fen: what.fen }, donor, { consent: what.consent }))
      } else if (what.does === 'booksGoods') {
        const { thousandths: quantity, fen } = what
        const valued = fen === undefined ? {} : { fen, valuedBy: '某评估所' }
        gifts.push(
          giftOf(
            number,
            { kind: 'goods', item: '水泵', unit: '台', quantity, ...valued },
            person(`物资捐赠人${number}号`),
          ),
        )
      } else if (what.does === 'issues') issue()
      else if (gifts.length > 0) {
        const at = what.which % gifts.length
        const gift = gifts[at] as Gift
        if (what.does === 'reverses') gifts[at] = { ...gift, state: 'reversed' }
        else gifts[at] = { ...gift, consent: what.does === 'agrees' ? 'named' : 'anonymous' }
      }
      follow()
    },
  }
}

type LittleHouse = ReturnType<typeof openLittleHouse>

function editionIn(house: LittleHouse): Edition {
  const before = house.before()
  if (before === undefined) throw new Error('Nothing was issued.')
  return before.edition
}

function everythingShown(house: LittleHouse): string {
  const before = house.before()
  if (before === undefined) return ''
  const chain = house.chain()
  const shown = chain.editions.map((content) => {
    const edition = JSON.parse(content) as Edition
    const list = listOf(edition, digestOf(content), chain.names)
    return [
      editionPage({ list, editions: [] }, '/public/drives/1', 'https://niangjia.example'),
      JSON.stringify([giftSheet(list), useSheet(list), aboutSheet(list), tablePicture(list)]),
      new TextDecoder().decode(csvOf(giftSheet(list))),
      disclosureTexts.groupText(edition, digestOf(content), undefined),
    ].join('\n')
  })
  return [JSON.stringify(chain), ...shown].join('\n')
}

const histories = fc.array(happening, { maxLength: 25 })

describe('whatever happens to the books of a drive', () => {
  it('the rows add up to the headline, anonymous ones are counted, and the chain holds', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const house = openLittleHouse()
        for (const what of [...history, { does: 'issues' } as const]) house.happens(what)
        const { rows, totals } = editionIn(house)
        const booked = house.gifts.filter(({ state }) => state === 'booked')
        const sum = (kind: 'money' | 'goods') =>
          booked.reduce((all, { given }) => all + BigInt(given.kind === kind ? (given.fen ?? 0) : 0), 0n)
        expect(BigInt(totals.moneyFen)).toBe(sum('money'))
        expect(BigInt(totals.goodsFen)).toBe(sum('goods'))
        expect(totals.gifts).toBe(booked.length)
        expect(rows.filter(({ by }) => by === null).length).toBe(totals.anonymous)
        expect(verifyChain(house.chain())).toMatchObject({
          ok: true,
          takenBack: 0,
          anonymous: totals.anonymous,
        })
      }),
    )
  })

  it('nothing that is shown, in any edition, names anybody who does not agree now', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const house = openLittleHouse()
        for (const what of history) {
          house.happens(what)
          const shown = everythingShown(house)
          for (const { donor, consent, state } of house.gifts)
            if (consent !== 'named' || state !== 'booked' || donor.kind === 'minor')
              expect(shown).not.toContain(donor.name)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('an edition that was changed quietly is found out, wherever and however it was changed', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (history, which, how) => {
        const house = openLittleHouse()
        for (const what of [
          { does: 'books', fen: 100, consent: 'named', minor: false } as const,
          { does: 'issues' } as const,
          ...history,
          { does: 'issues' } as const,
        ])
          house.happens(what)
        const chain = house.chain()
        const at = which % (chain.editions.length - 1)
        const old = JSON.parse(chain.editions[at] as string)
        const forged = [
          { ...old, totals: { ...old.totals, moneyFen: old.totals.moneyFen + 1 } },
          { ...old, rows: [...old.rows, { number: 9_999, on: '2026-03-01', fen: 1, goods: null, by: null }] },
          { ...old, about: { ...old.about, use: '另作他用' } },
          { ...old, asOf: '2025-01-01T00:00:00+08:00' },
        ][how % 4]
        const editions = chain.editions.with(at, contentOf(forged))
        expect(verifyChain({ ...chain, editions }).ok).toBe(false)
        expect(verifyChain({ ...chain, editions: chain.editions.toSpliced(at, 1) }).ok).toBe(false)
        const named = chain.names[0]
        if (named !== undefined)
          expect(verifyChain({ ...chain, names: [{ ...named, name: '别人' }] })).toMatchObject({
            fault: 'name',
          })
      }),
    )
  })

  it('a chain that was made anew from the beginning is told by a digest that somebody noted', () => {
    const house = openLittleHouse()
    house.happens({ does: 'issues' })
    const noted = { edition: 1, digest: house.before()?.digest.slice(0, 12) ?? '' }
    expect(verifyChain(house.chain(), [noted]).ok).toBe(true)
    const other = openLittleHouse()
    other.happens({ does: 'books', fen: 1, consent: 'anonymous', minor: false })
    other.happens({ does: 'issues' })
    expect(verifyChain(other.chain()).ok).toBe(true)
    expect(verifyChain(other.chain(), [noted])).toMatchObject({ ok: false, fault: 'known' })
  })
})
