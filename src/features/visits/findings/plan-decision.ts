import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { mentionBySound, mentionsIn } from '../recording/place-mentions.ts'
import type { Finding, Visit } from '../visit.ts'
import { visitNumber, visitsTexts } from '../visits.texts.ts'
import type { VisitsParts } from '../visits-parts.ts'
import type { FindingOrder } from './finding-order.ts'
import { findingsTexts as texts } from './findings.texts.ts'

type Parts = Pick<VisitsParts, 'visits' | 'matters'>

export async function planDecision(
  order: FindingOrder,
  parts: Parts,
  doing: Doing,
): Promise<Plan<FindingOrder>> {
  const { by, work } = doing
  if (!may(by.person, 'visit.decide')) return { kind: 'refused', text: texts.notYours() }
  const visit = await parts.visits.find(order.visit, work)
  if (visit?.state !== 'recorded')
    return { kind: 'refused', text: visitsTexts.noSuch(visitNumber(order.visit)) }
  const all = await parts.visits.listFindings(visit.id, work)
  const named =
    order.n.length === 0
      ? all.filter(({ state }) => state === 'draft')
      : all.filter(({ n }) => order.n.includes(n))
  const decided = named.find(({ state }) => state !== 'draft')
  if (decided !== undefined) return { kind: 'refused', text: texts.alreadyDecided(decided) }
  if (named.length === 0) return { kind: 'refused', text: texts.nothingOpen(visitNumber(order.visit)) }
  const settled = { ...order, n: named.map(({ n }) => n) }
  const directory = await doing.directory()
  const ready = (preview: string): Plan<FindingOrder> => ({ kind: 'ready', order: settled, preview })
  switch (order.act) {
    case 'consent':
      return order.consent === null
        ? { kind: 'refused', text: texts.left() }
        : ready(texts.consent(named, order.consent, directory))
    case 'drop':
      return order.reason === null
        ? { kind: 'asking', question: texts.why() }
        : ready(texts.drop(named, order.reason, directory))
    case 'link': {
      const found = order.appeal === null ? undefined : await parts.matters.find(order.appeal, work)
      if (found === undefined) return { kind: 'refused', text: texts.noAppeal(order.appeal ?? '') }
      if (!found.isOpen) return { kind: 'refused', text: texts.appealOver(found.number) }
      const waiting = closedTo(visit, named)
      if (waiting.length > 0) return { kind: 'refused', text: texts.needsConsent(waiting) }
      const isOther = named.some(({ company }) => company !== null && company !== found.company)
      return ready(texts.link(named, found.number, found.line, isOther, directory))
    }
    case 'file': {
      const waiting = closedTo(visit, named)
      if (waiting.length > 0) return { kind: 'refused', text: texts.needsConsent(waiting) }
      const filed = named.map((one) => ({
        ...one,
        company: one.company ?? companyIn(order.company, directory),
      }))
      const nameless = filed.find(({ company }) => company === null)
      return nameless === undefined
        ? ready(texts.file(filed, directory))
        : { kind: 'asking', question: texts.whichCompany(nameless) }
    }
  }
}

/** Of a critique, what the company did not agree to show to a unit. */
export const closedTo = ({ kind }: Visit, findings: readonly Finding[]): readonly Finding[] =>
  kind === 'critique' ? findings.filter(({ consent }) => consent !== 'unit') : []

export function companyIn(words: string | null, directory: Directory): string | null {
  if (words === null) return null
  const [named] = mentionsIn(words, directory).filter(({ companies }) => companies.length === 1)
  const heard = named ?? mentionBySound(words, 0, directory)
  return heard?.companies.length === 1 ? (heard.companies[0] ?? null) : null
}
