/** Whether what was told is right: the figure, in words quoted from the right clause of the edition that holds. */

type Place = {
  /** Stands in the document's name. */
  doc: string
  /** How the locator begins; left out where only the document matters. */
  locator?: string
  /** Stands in the quote, spaces aside. */
  says: string
}

export type Question = { id: string; question: string; asOf?: string } & (
  | ({ kind: 'answer' } & Place)
  | ({ kind: 'changed'; other: Place } & Place)
  | { kind: 'none' }
)

type Cited = { doc: string; locator: string; quote: string; validity: string }
export type Told = { answered: boolean; tier?: string; text: string; citations?: readonly Cited[] }

/** What is wrong, in words; undefined where nothing is. */
export function judge(question: Question, { answered, tier, citations = [] }: Told): string | undefined {
  if (question.kind === 'none')
    // 最相关的条文，未必是答案: a weak hit that is called one is no answer.
    return answered && tier !== 'nearest' ? `answered (${tier})` : undefined
  if (!answered) return 'not answered'
  const at = citations.findIndex((cited) => holds(cited, question))
  if (at === -1) return 'the clause is not cited'
  if (question.kind === 'answer') {
    const stale = citations.find(({ validity }, place) => validity !== 'current' && place <= at)
    return stale === undefined ? undefined : 'another edition is cited first'
  }
  if (at > 0) return 'the clause that holds is not cited first'
  return citations.slice(1).some((cited) => holds(cited, question.other))
    ? undefined
    : 'the other edition is not given'
}

function holds({ doc, locator, quote }: Cited, place: Place): boolean {
  const bare = (text: string) => text.replace(/\s+/gu, '')
  return (
    doc.includes(place.doc) &&
    locator.startsWith(place.locator ?? '') &&
    bare(quote).includes(bare(place.says))
  )
}
