import type { Feature } from '../../../conversation/feature.ts'
import type { LiveCalendar } from '../../../kernel/live-calendar.ts'

/** A year that somebody loaded, in this process or another, counts from the next thing that is asked or done. */
export function onFreshCalendar(feature: Feature, { refresh }: LiveCalendar): Feature {
  return {
    ...feature,
    async answer(query, doing) {
      await refresh(doing.work)
      return feature.answer?.(query, doing)
    },
    async perform(effect, doing) {
      await refresh(doing.work)
      await feature.perform?.(effect, doing)
    },
    async hear(fact, doing) {
      await refresh(doing.work)
      await feature.hear?.(fact, doing)
    },
    async due(doing) {
      await refresh(doing.work)
      await feature.due?.(doing)
    },
  }
}
