import type { Work } from '../../kernel/work.ts'

/** 申请: what one person asks for and another has to grant. */
export const applicationKinds = ['extension', 'exclusion', 'unsealing'] as const
export type ApplicationKind = (typeof applicationKinds)[number]

export interface Application {
  readonly id: string
  readonly version: number
  /** The appeal's. */
  readonly number: string
  readonly kind: ApplicationKind
  /** `lapsed`: overtaken by what happened to the appeal. */
  readonly state: 'asked' | 'granted' | 'refused' | 'lapsed'
  /** Roster codes. Nobody decides about what they asked for themselves. */
  readonly askedBy: string
  readonly askedAt: Date
  readonly reason: string
  /** What exactly is asked for: days, a reason's code; nothing that names the asker of an appeal. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
}

/** Port. `add` and `save` are gathered with those of other conversations, the lists are a statement each. */
export interface ApplicationsStore {
  find(id: string, work: Work): Promise<Application | undefined>
  add(application: Application, work: Work): void
  /** `version` as it was read; fails as `storage-conflict` when somebody was faster. */
  save(application: Application, work: Work): void
  /** The oldest first. */
  listOf(number: string, work: Work): Promise<readonly Application[]>
  /** Still to be decided, the oldest first. */
  listAsked(kind: ApplicationKind, work: Work): Promise<readonly Application[]>
}
