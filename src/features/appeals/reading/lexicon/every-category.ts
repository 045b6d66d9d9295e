/** 其他 has no words of its own: it is what is left. */
import { arrears } from './arrears.ts'
import { environment } from './environment.ts'
import { financing } from './financing.ts'
import { inspection } from './inspection.ts'
import { ip } from './ip.ts'
import { labour } from './labour.ts'
import { land } from './land.ts'
import { legal } from './legal.ts'
import type { Lexicon } from './lexicon.ts'
import { logistics } from './logistics.ts'
import { permits } from './permits.ts'
import { policyDelivery } from './policy-delivery.ts'
import { talent } from './talent.ts'
import { tax } from './tax.ts'
import { trade } from './trade.ts'
import { utilities } from './utilities.ts'

export const everyCategory: readonly Lexicon[] = [
  financing,
  labour,
  land,
  environment,
  utilities,
  tax,
  permits,
  arrears,
  legal,
  policyDelivery,
  logistics,
  inspection,
  ip,
  trade,
  talent,
]
