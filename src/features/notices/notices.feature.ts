import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { mailingDesk } from '../../mailings/mailing.desk.ts'
import { type NoticesParts, noticesRoad, openNotice } from './notices.service.ts'
import { prepareDesk } from './prepare/prepare.desk.ts'
import { receiptsDesk } from './receipts/receipts.desk.ts'
import { refusalsDesk } from './refusals/refusals.desk.ts'
import { reviseDesk } from './revise/revise.desk.ts'
import { holdNewTerm } from './revise/what-holds.ts'
import { templatesDesk } from './templates/templates.desk.ts'
import { toldDesk } from './told/told.desk.ts'

/** 通知: audience, preview, approval, the way out, and who has answered. In order of precedence. */
export function noticesFeature(parts: NoticesParts): Feature {
  return openDesks('notices', [
    mailingDesk(noticesRoad(parts), {
      async left(id, doing) {
        await openNotice(parts, id, doing)
        await holdNewTerm(parts, id, doing)
      },
    }),
    receiptsDesk(parts),
    reviseDesk(parts),
    templatesDesk(parts),
    refusalsDesk(parts),
    prepareDesk(parts),
    toldDesk(parts),
  ])
}
