/** The next edition of a drive, as the books stand now. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Drive } from '../drive.ts'
import { type OpenedBooks, openBooks } from './books.ts'
import { type Before, compileEdition } from './compile-edition.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { contentOf, digestOf, type Edition, readEdition } from './edition.ts'

export interface EditionDraft extends OpenedBooks {
  readonly edition: Edition
  readonly content: string
  readonly digest: string
}

type Parts = Pick<DisclosureParts, 'gifts' | 'disclosures' | 'codec'>

export async function booksOf(parts: Parts, drive: Drive, doing: Doing): Promise<OpenedBooks> {
  const { gifts: store, codec } = parts
  const { work } = doing
  const gifts = await store.listGifts(drive.id, work)
  const uses = await store.listUses(drive.id, work)
  const silent = await store.listSilentNames(drive.id, work)
  const directory = await doing.directory()
  return openBooks({ drive, gifts, uses, directory, silent, digest: codec.digest })
}

/** The newest issued edition; undefined before the first. */
export async function editionBefore(
  { disclosures }: Parts,
  drive: string,
  doing: Doing,
): Promise<Before | undefined> {
  const kept = await disclosures.findNewest(drive, doing.work)
  const edition = kept && readEdition(kept.content)
  return kept && edition && { edition, digest: kept.digest }
}

/** The same books and the same `asOf` give the same text to the byte: what was previewed is what is issued. */
export async function draftEdition(
  parts: Parts,
  drive: Drive,
  { asOf, kind }: Pick<Edition, 'asOf' | 'kind'>,
  doing: Doing,
): Promise<EditionDraft> {
  const opened = await booksOf(parts, drive, doing)
  const edition = compileEdition(opened.books, await editionBefore(parts, drive.id, doing), asOf, kind)
  const content = contentOf(edition)
  return { ...opened, edition, content, digest: digestOf(content) }
}
