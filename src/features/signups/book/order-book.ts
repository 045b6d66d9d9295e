/** The workbook of a list is made after the turn: its rows go along, so that it shows what was asked for. */
import { z } from 'zod'
import type { Brought, ErrandRun } from '../../../conversation/errand.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { isoShanghai } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { type Entry, tallyOf } from '../chain.ts'
import type { List } from '../keeping/hear-words.ts'
import type { SignupsParts } from '../keeping/signups-parts.ts'
import { signupsTexts as texts } from '../signups.texts.ts'
import type { BroughtBook } from './book.dialogue.ts'

export const BOOK_ERRAND = 'signups.book'

const BookOrder = z.object({
  name: z.string(),
  title: z.string(),
  subtitle: z.string(),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
})

function rowOf(entry: Entry, n: number, directory: Directory): (string | number)[] {
  const person = directory.people.get(entry.person ?? '')
  const company = directory.companies.get(entry.company ?? '')
  const chamber = directory.chambers.get(person?.chamber ?? company?.chamber ?? '')
  const by = directory.people.get(entry.by)?.name ?? entry.by
  return [
    n + 1,
    entry.shown,
    person?.name ?? '',
    company?.name ?? '',
    chamber?.name ?? '',
    entry.heads,
    entry.seated,
    entry.state === 'in' ? entry.heads - entry.seated : 0,
    texts.state(entry),
    by,
    isoShanghai(entry.at).slice(0, 16).replace('T', ' '),
  ]
}

export function orderBook({ chain, entries }: List, directory: Directory, doing: Doing): void {
  const { work, turnKey } = doing
  doing.order({
    kind: BOOK_ERRAND,
    key: `${turnKey}:book`,
    data: {
      name: texts.bookName(chain),
      title: chain.title,
      subtitle: texts.bookSubtitle(chain, tallyOf(chain, entries), work.at),
      rows: entries.map((entry, n) => rowOf(entry, n, directory)),
    } satisfies z.infer<typeof BookOrder>,
  })
  doing.audit('signups.export', chain.id, { rows: entries.length })
}

export function bookErrand({
  signupBooks,
  keepFile,
}: Pick<SignupsParts, 'signupBooks' | 'keepFile'>): ErrandRun {
  const brought = (data: BroughtBook): Brought => ({ dialogue: 'signups.book', data })
  return {
    atOnce: 2,
    async run(data) {
      const { name, title, subtitle, rows } = BookOrder.parse(data)
      const bytes = await signupBooks.write({ title, subtitle, headings: texts.headings(), rows })
      const kept = await keepFile({ kind: 'file', name, open: async () => bytes })
      return brought(
        'refused' in kept ? { failed: true } : { sha256: kept.sha256, name, title, rows: rows.length },
      )
    },
    gaveUp: () => brought({ failed: true }),
  }
}
