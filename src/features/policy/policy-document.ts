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
}

export type ReadDocument = {
  doc: string
  title: string
  /** 文号, such as 某政办〔2025〕12号. */
  documentNumber?: string
  issuer?: string
  /** Dates are YYYY-MM-DD. `endsOn` is the last day on which it holds. */
  issuedOn?: string
  effectiveOn?: string
  endsOn?: string
  passages: Passage[]
  /** What a person should look at before relying on the reading; Chinese sentences. */
  remarks: string[]
}

/** What a citation says about a document besides its title. */
export type DocumentFacts = Omit<ReadDocument, 'passages' | 'remarks'>
