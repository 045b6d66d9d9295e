/** Which passages are parts of a rule (条文), as against running text. */

import type { Passage } from '../library/policy-document.ts'

const NUMBERED = /第[^第段]{1,12}[条款项]|第[^第段]{1,6}部分|[（(][一二三四五六七八九十\d]+[）)]|^\d{1,2}$/u

/** 第三条, 第二部分（一）, a row of a table; also where a row of a collection bears the article in its title. */
export function isRule({
  locator,
  title,
  kind,
}: Pick<Passage, 'locator' | 'kind'> & { title: string }): boolean {
  return kind === 'row' || NUMBERED.test(locator) || /第[^第]+条(?:之[一二三四五六七八九十]+)?$/u.test(title)
}
