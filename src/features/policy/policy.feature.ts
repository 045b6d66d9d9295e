import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { answersDesk } from './answers/answers.desk.ts'
import { libraryDesk } from './library/library.desk.ts'
import { type PolicyParts, policyService } from './policy.service.ts'

/** 政策: questions about rules, answered from the documents, and the documents themselves. In order of precedence. */
export function policyFeature(parts: PolicyParts): Feature {
  const service = policyService(parts)
  return openDesks('policy', [libraryDesk(service), answersDesk(service)])
}
