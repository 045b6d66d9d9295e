/** 废止, 修订, 替代: what one document says about another. */

export const RELATIONS = ['repeals', 'amends', 'replaces'] as const
export type Relation = (typeof RELATIONS)[number]

/** A sentence that was found in a document's text, or what staff said. */
export interface DocumentMention {
  readonly relation: Relation
  /** The other's title as the text has it; its number where no title is given. */
  readonly title: string
  readonly number?: string
  /** YYYY-MM-DD from which it holds; left out: from when the document that says so takes effect. */
  readonly from?: string
  /** The sentence that says so, to the letter; left out where a person said it. */
  readonly quote?: string
}

/** A confirmed one: what is cited as current heeds it. */
export interface DocumentLink extends DocumentMention {
  /** The document that says so, by its name. */
  readonly doc: string
  /** The other document, by its name, where it is in the house. */
  readonly other?: string
  readonly from: string
}
