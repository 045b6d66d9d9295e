import type { Terms } from '../../../kernel/terms.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import type { TermsCalendar } from '../deadlines.ts'

/** A calendar that may change under one's hands, with the limits that hold in this house. */
export function withTerms(calendar: Calendar, terms: Terms): TermsCalendar {
  return {
    terms,
    get years() {
      return calendar.years
    },
    get off() {
      return calendar.off
    },
    get makeUp() {
      return calendar.makeUp
    },
    get hours() {
      return calendar.hours
    },
  }
}
