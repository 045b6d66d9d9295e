/** 念给我听: an answer as one would say it into somebody's ear, in some twenty seconds. */
import type { FigureLine } from '../figures/figure.ts'
import { percent } from './measure.texts.ts'

/** Read at four and a half signs a second, as newsreaders do, these take twenty seconds. */
export const MOST_SPOKEN = 90
const MOST_LINES = 3

/** Without what nobody says: brackets, codes, numbers of matters. */
const bare = (text: string) =>
  text
    .replace(/（[^（）]*）/gu, '')
    .replace(/\d{4}-\d{4}\s*/gu, '')
    .replace(/明细\d+(?:-\d+)?/gu, '')
    .replace(/[“”"]/gu, '')
    .replace(/\s+/gu, '')

const lineAloud = ({ label, n, of, told }: FigureLine) =>
  told !== undefined
    ? `${label}${told}`
    : of === null
      ? `${label}${n}件`
      : of === 0
        ? `${label}没有可算的`
        : `${label}${percent({ n, of })}`

/** The head, then as many of the groups as fit; never half a clause. */
export function spokenAnswer(head: string, groups: readonly FigureLine[]): string {
  const clauses = bare(head)
    .replace(/。$/u, '')
    .split(/(?<=[，；。：])/u)
  let spoken = ''
  for (const clause of clauses) {
    if ([...spoken, ...clause].length > MOST_SPOKEN) break
    spoken += clause
  }
  // One long clause is better cut than not said.
  if (spoken === '') spoken = [...(clauses[0] ?? '')].slice(0, MOST_SPOKEN - 1).join('')
  spoken = `${spoken.replace(/[，；：。]$/u, '')}。`
  for (const line of groups.slice(0, MOST_LINES)) {
    const more = `${bare(lineAloud(line))}。`
    if ([...spoken, ...more].length > MOST_SPOKEN) break
    spoken = spoken.replace(/。$/u, '，') + more
  }
  return spoken
}
