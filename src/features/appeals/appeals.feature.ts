import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import type { AppealsParts } from './appeals-parts.ts'
import { askerDesk } from './asker/asker.desk.ts'
import { closingDesk } from './closing/closing.desk.ts'
import { extensionsDesk } from './extensions/extensions.desk.ts'
import { intakeDesk } from './intake/intake.desk.ts'
import { ladderDesk } from './ladder/ladder.desk.ts'
import { ledgerDesk } from './ledger/ledger.desk.ts'
import { wakingDesk } from './life/waking.desk.ts'
import { linksDesk } from './links/links.desk.ts'
import { meetingsDesk } from './meetings/meetings.desk.ts'
import { numbersDesk } from './numbers.desk.ts'
import { pausesDesk } from './pauses/pauses.desk.ts'
import { ratesDesk } from './rates/rates.desk.ts'
import { registeredDesk } from './registered/registered.desk.ts'
import { sealingDesk } from './sealing/sealing.desk.ts'
import { dispatchDesk } from './staff/dispatch.desk.ts'
import { staffDesk } from './staff/staff.desk.ts'
import { taskedDesk } from './tasked/tasked.desk.ts'
import { onFreshCalendar } from './terms/fresh-calendar.ts'
import { termsDesk } from './terms/terms.desk.ts'
import { twiceDesk } from './twice/twice.desk.ts'
import { unitDesk } from './unit/unit.desk.ts'

/** 诉求: from the first word somebody says to the answer whether it is solved. A desk each, in the order of precedence. */
export function appealsFeature(parts: AppealsParts): Feature {
  const feature = openDesks('appeals', [
    sealingDesk(parts),
    closingDesk(parts),
    pausesDesk(parts),
    meetingsDesk(parts),
    dispatchDesk(parts),
    extensionsDesk(parts),
    linksDesk(parts),
    ledgerDesk(parts),
    ratesDesk(parts),
    staffDesk(parts),
    twiceDesk(parts),
    unitDesk(parts),
    askerDesk(parts),
    intakeDesk(parts),
    numbersDesk(parts),
    termsDesk(parts),
    taskedDesk(parts),
    registeredDesk(parts),
    wakingDesk(parts),
    // Last to hear, so that it sees the deadlines as the others left them.
    ladderDesk(parts),
  ])
  return onFreshCalendar(feature, parts.workdays)
}
