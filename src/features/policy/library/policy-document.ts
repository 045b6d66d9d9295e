/** 政策原文: a document as it was read, in passages that can be found and cited. */

/** The smallest part that is found and cited: an article, a numbered item or a paragraph. */
export type Passage = {
  /** Where it stands, as one would cite it: 第三条, 第三条第二款, 二（一）, 第2段. */
  locator: string
  /** Chapter, section or headline above it, joined by ·; empty where there is none. */
  heading: string
  text: string
  /** Counts from 0 in the order of the document. */
  position: number
  /** `text` where it is left out; `row` of a table (名称：值；…); `question`: what a reviewed answer answers. */
  kind?: 'row' | 'question'
  /** The page it stands on, from 1, where the source has pages. */
  page?: number
}

export type ReadDocument = {
  /** The name it goes by; for a reviewed answer of the staff (答问), its number. */
  doc: string
  /** A document where it is left out. */
  kind?: 'answer'
  title: string
  /** 文号, such as 某政办〔2025〕12号. */
  documentNumber?: string
  issuer?: string
  /** Dates are YYYY-MM-DD. `endsOn` is the last day on which it holds. */
  issuedOn?: string
  effectiveOn?: string
  endsOn?: string
  /** Where it can be opened; the file that was handed in where it is left out. */
  link?: string
  /** Read from a picture of it, and nobody has looked yet. */
  unchecked?: true
  passages: Passage[]
  /** What a person should look at before relying on the reading; Chinese sentences. */
  remarks: string[]
}

/** What a citation says about a document besides its title. */
export type DocumentFacts = Omit<ReadDocument, 'passages' | 'remarks'>
