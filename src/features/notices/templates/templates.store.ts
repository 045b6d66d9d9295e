import type { Work } from '../../../kernel/work.ts'
import type { NoticeTemplate } from './template.ts'

export interface TemplatesStore {
  find(name: string, work: Work): Promise<NoticeTemplate | undefined>
  /** In the order of their names. */
  list(work: Work): Promise<readonly NoticeTemplate[]>
  /** Version 1 is a new one. */
  put(template: NoticeTemplate, work: Work): void
  remove(name: string, work: Work): Promise<void>
}
