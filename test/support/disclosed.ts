import type { House } from '../../src/app.ts'
import { nameBehind } from '../../src/features/donations/disclosure/commitment.ts'
import { type Books, compileEdition } from '../../src/features/donations/disclosure/compile-edition.ts'
import { editionId } from '../../src/features/donations/disclosure/disclosure.store.ts'
import { contentOf, digestOf } from '../../src/features/donations/disclosure/edition.ts'

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张']
const GIVEN = ['建国', '桂兰', '志强', '小燕', '德福', '玉梅', '永昌', '秀英', '𠮷祥', '喆']

/** A list of so many gifts by invented donors, every seventh of them 匿名, every eleventh in goods. */
export function booksOf(count: number): { readonly books: Books; readonly names: readonly string[] } {
  const names = Array.from({ length: count }, (_, n) =>
    n % 5 === 4
      ? `云岭县${SURNAMES[n % SURNAMES.length]}记第${n + 1}农产品加工有限责任公司`
      : `${SURNAMES[n % SURNAMES.length]}${GIVEN[n % GIVEN.length]}`,
  )
  const rows = names.map((_, n) => ({
    number: n + 1,
    on: `2026-02-${String(1 + (n % 28)).padStart(2, '0')}`,
    fen: n % 11 === 10 ? null : 10_000 * (1 + (n % 97)) + n,
    goods: n % 11 === 10 ? { item: '抽水泵', unit: '台', quantity: 2_000, fen: 456_700 } : null,
    by: null,
  }))
  const about = {
    title: '抗旱救灾',
    federation: '云岭县工商业联合会',
    charity: '云岭县慈善总会',
    certificate: '53330000MJ0000123X',
    plan: '53330000MJ0000123XA26003',
    from: '2026-02-01',
    to: '2026-04-30',
    use: '购买排涝水泵、安置受灾群众',
    beneficiary: '柳溪镇受灾群众',
    howToCheck: '云岭县慈善总会网站“信息公开”',
    emergency: true,
  }
  const uses = [
    {
      number: 1,
      on: '2026-03-01',
      fen: 1_000_000,
      goods: null,
      to: '柳溪镇人民政府',
      purpose: '购买水泵十台',
    },
  ]
  return { books: { drive: 1, about, rows, uses }, names }
}

/** Puts an edition of so many rows into the house's books, as if it had been issued. */
export async function disclose(house: House, count: number): Promise<string> {
  const { books, names } = booksOf(count)
  const { storage, clock } = house
  const behind = names.map((name, n) => ({
    gift: `gift:${n + 1}`,
    ...nameBehind(`gift:${n + 1}`, name, storage.codec.digest),
  }))
  const rows = books.rows.map((row, n) => ({ ...row, by: n % 7 === 6 ? null : (behind[n]?.digest ?? null) }))
  const edition = compileEdition({ ...books, rows }, undefined, '2026-03-02T09:00:00+08:00', 'interim')
  const content = contentOf(edition)
  const digest = digestOf(content)
  await storage.transactions.inOne(clock.now(), async (work) => {
    storage.disclosures.put(
      {
        id: editionId(1, 1),
        version: 1,
        drive: 'drive:1',
        edition: 1,
        content,
        digest,
        previous: edition.previous,
        state: 'issued',
        mailing: null,
        issuedBy: 'song',
        proposedAt: work.at,
        issuedAt: work.at,
      },
      work,
    )
    const shown = behind.filter((_, n) => n % 7 !== 6)
    storage.disclosures.addNames('drive:1', shown, work)
  })
  return digest
}
