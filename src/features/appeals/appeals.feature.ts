import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import type { AppealsParts } from './appeals-parts.ts'
import { askerDesk } from './asker/asker.desk.ts'
import { intakeDesk } from './intake/intake.desk.ts'
import { numbersDesk } from './numbers.desk.ts'
import { staffDesk } from './staff/staff.desk.ts'
import { unitDesk } from './unit/unit.desk.ts'

/** 诉求: from the first word somebody says to the answer whether it is solved. A desk each, in the order of precedence. */
export function appealsFeature(parts: AppealsParts): Feature {
  return openDesks('appeals', [
    staffDesk(parts),
    unitDesk(parts),
    askerDesk(parts),
    intakeDesk(parts),
    numbersDesk(parts),
  ])
}
