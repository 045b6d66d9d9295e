import type { Doing } from '../../conversation/feature.ts'
import type { Counters } from '../../kernel/counters.ts'
import { confirmationOf } from '../../mailings/mailing-confirmation.ts'
import type { Road, RoadParts } from '../../mailings/mailing-road.ts'
import type { NoticesStore } from './notices.store.ts'
import type { TemplatesStore } from './templates/templates.store.ts'

export interface NoticesParts extends RoadParts {
  readonly notices: NoticesStore
  readonly templates: TemplatesStore
  readonly counters: Counters
}

export function noticesRoad(parts: NoticesParts): Road {
  const acts = { prepare: 'notice.prepare', approve: 'notice.approve', stop: 'notice.stop' } as const
  return { ...parts, owner: 'notices', noun: '通知', acts }
}

/** The numbers of a notice that is about to be previewed. One that is not sent leaves a gap. */
export async function nextNumbers({ counters }: NoticesParts, doing: Doing) {
  const [number, count] = await Promise.all([
    counters.next('notice', doing.work),
    counters.next('confirmation:notices', doing.work),
  ])
  return { number, confirmation: confirmationOf('notices', count) }
}

/** It leaves now: from here on answers to it are overheard. */
export async function openNotice({ notices }: NoticesParts, id: string, doing: Doing): Promise<void> {
  const notice = await notices.find(id, doing.work)
  if (notice !== undefined)
    notices.put({ ...notice, version: notice.version + 1, openFrom: doing.work.at }, doing.work)
}
