import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { may } from '../../../kernel/person.ts'
import { DEFAULT_TERMS } from '../../../kernel/terms.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { readingOf } from '../reading-of.ts'
import { calendarDialogue } from './calendar.dialogue.ts'
import { changeTermDialogue } from './change-term.dialogue.ts'
import { changeTerm, planTerm } from './change-term.ts'
import { loadYear, planYear, settleUnknown } from './load-year.ts'
import { readCalendarAsked, readChangeTerm } from './read-terms-words.ts'
import type { TermsEffect, TermsQuery, YearsKnown } from './terms.effects.ts'

/** A whole notice with its covering letter. */
const NOTICE_CHARACTERS = 6_000

/** 时限与工作日历 */
export function termsDesk(parts: AppealsParts): Desk {
  let settledFor: string | undefined
  return {
    dialogues: [calendarDialogue, changeTermDialogue],
    recognise(said, { by, answered, inProgress }) {
      const text = said.text.trim()
      if (text === '' || text.length > NOTICE_CHARACTERS) return []
      const change = may(by.person, 'appeal.dispatch') ? readChangeTerm(text, answered) : undefined
      if (change !== undefined)
        return [readingOf('appeals.change-term', 'command', 0.97, '改时限', [text], change)]
      const calendar = may(by.person, 'roster.manage') ? readCalendarAsked(text) : undefined
      // The notice that was asked for goes to whoever asked.
      return calendar === undefined || (calendar.notice !== undefined && inProgress === calendarDialogue.name)
        ? []
        : [readingOf('appeals.calendar', 'command', 0.97, '加载工作日历', ['工作日历'], calendar)]
    },
    performs: {
      async 'appeals.loadCalendar'({ year }, doing) {
        if (!may(doing.by.person, 'roster.manage')) return
        const { code = 'staff' } = doing.by.person
        const text = await loadYear(year, code, parts, doing)
        doing.post(`${doing.turnKey}:calendar`, { to: doing.by.home, text, origin: 'automatic' })
      },
      'appeals.changeTerm': (effect, doing) => changeTerm(effect, parts, doing),
    } satisfies Performs<TermsEffect>,
    answers: {
      'appeals.terms': async () => parts.calendar.terms ?? DEFAULT_TERMS,
      async 'appeals.calendar-years'(_query, { work }) {
        const loaded = (await parts.calendarYears.list(work)).map(({ data }) => data.year)
        return { years: [...new Set([...parts.calendar.years, ...loaded])], loaded } satisfies YearsKnown
      },
      'appeals.calendar-plan': ({ year }, doing) => planYear(year, parts, doing),
      'appeals.term-plan': (query, doing) => planTerm(query, parts, doing),
    } satisfies Answers<TermsQuery>,
    async due(doing) {
      // Once after the house opened and after every change of the calendar; then there is nothing to look for.
      const version = parts.workdays.version()
      if (settledFor === version) return
      await settleUnknown(parts, doing)
      settledFor = version
    },
  }
}
