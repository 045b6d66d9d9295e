import type { FilesStore } from '../../../files/files.store.ts'
import type { Counters } from '../../../kernel/counters.ts'
import type { PolicyStore } from '../library/policy.store.ts'
import type { PolicyService } from '../policy.service.ts'
import type { AskingsStore } from './askings.store.ts'
import type { UnansweredStore } from './unanswered.store.ts'

/** What the desk is given when the feature is opened. */
export interface UnansweredParts {
  readonly askings: AskingsStore
  readonly unanswered: UnansweredStore
  readonly counters: Counters
  readonly store: PolicyStore
  readonly files: FilesStore
}

export interface DeskParts extends UnansweredParts {
  readonly service: PolicyService
}
