import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { answersDesk } from './answers/answers.desk.ts'
import { writtenDesk } from './answers/written/written.desk.ts'
import { type LibraryDeskParts, libraryDesk } from './library/library.desk.ts'
import { matchingDesk } from './matching/matching.desk.ts'
import type { MatchingParts } from './matching/remind.ts'
import { type PolicyParts, type PolicyService, policyService } from './policy.service.ts'
import { lexiconDesk } from './search/lexicon/lexicon.desk.ts'
import { unansweredDesk } from './unanswered/unanswered.desk.ts'
import type { UnansweredParts } from './unanswered/unanswered-parts.ts'
import type { EndingStore } from './validity/ending.store.ts'
import type { LinksStore } from './validity/links.store.ts'
import { validityDesk } from './validity/validity.desk.ts'

export type PolicyFeature = Feature & Pick<PolicyService, 'ready'>

/** 政策: questions about rules, answered from the documents, and the documents themselves. In order of precedence. */
export function policyFeature(
  parts: PolicyParts &
    Pick<LibraryDeskParts, 'sentFiles'> &
    UnansweredParts & {
      readonly policyLinks: LinksStore
      readonly policyEnding: EndingStore
    } & MatchingParts,
): PolicyFeature {
  const service = policyService(parts)
  const desks = openDesks('policy', [
    libraryDesk(service, parts),
    validityDesk(service, parts.policyLinks, parts.policyEnding),
    writtenDesk(service),
    answersDesk(service, parts.askings),
    unansweredDesk({ ...parts, service }),
    matchingDesk(service, parts),
    ...(parts.lexicon?.store === undefined ? [] : [lexiconDesk(service, parts.lexicon.store)]),
  ])
  return { ...desks, ready: service.ready }
}
