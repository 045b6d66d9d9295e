import type { Appeal } from '../../../../src/features/appeals/appeal.ts'
import { categoryLabels, urgencyLabels } from '../../../../src/kernel/appeal-terms.ts'
import { appealsSince } from '../journeys/appeals-house.ts'
import { type Expected, groupId, personId } from './tell.ts'

/** What is not as the story says; nothing where all is well. */
export async function lookAt(expected: Expected): Promise<readonly string[]> {
  const { line, chat, since } = expected
  const appeals = await appealsSince(chat, since.at)
  const count = /^共 (\d+) 件$/.exec(line)
  if (count !== null)
    return appeals.length === Number(count[1])
      ? []
      : [`${line}：实有 ${appeals.length} 件 ${appeals.map(oneLine).join('；')}`]
  const nth = /^(?:第(\d)件|有一件) (.+)$/.exec(line)
  if (nth !== null) return lookIntoAppeals(line, nth[1], nth[2] ?? '', appeals)
  return lookIntoLetters(expected)
}

function lookIntoLetters({ line, chat, story, place, since }: Expected): readonly string[] {
  const [, who = '', verb = '', said = ''] = /^(工作人员|群里|\S)(看到|没看到|没有) (.+)$/.exec(line) ?? []
  const ids =
    who === '工作人员'
      ? ['u-clerk', 'u-other-clerk']
      : [who === '群里' ? groupId(place) : personId(place, who, story)]
  const letters = chat
    .all()
    .slice(since.letters)
    .filter(({ to }) => ids.includes(to.id))
    .map(({ text, choices = [] }) => [text, ...choices.map(({ label }) => label)].join('\n'))
  // A person is asked for what they see now, a group and the staff for all they ever saw.
  const seen = [...who].length === 1 ? letters.slice(-1) : letters
  const words = said.split(' / ')
  if (said === '') return [`看不懂：${line}`]
  const wrong =
    verb === '看到'
      ? words.filter((word) => !seen.some((text) => text.includes(word)))
      : words.filter((word) => seen.some((text) => text.includes(word)))
  return wrong.length === 0
    ? []
    : [`${line}：不对的是 ${wrong.join('、')}；实际 ${seen.join(' ‖ ') || '（没有）'}`]
}

function lookIntoAppeals(
  line: string,
  nth: string | undefined,
  wanted: string,
  appeals: readonly Appeal[],
): readonly string[] {
  const looked = nth === undefined ? appeals : appeals.slice(Number(nth) - 1, Number(nth))
  if (looked.length === 0) return [`${line}：没有这一件`]
  const wrong = looked.map((appeal) => differencesOf(appeal, wanted))
  if (wrong.some((one) => one.length === 0)) return []
  return [
    `${line}：不对的是 ${wrong.map((one) => one.join('、')).join(' ‖ ')}；实际 ${looked.map(oneLine).join('；')}`,
  ]
}

const listed = (words: string, lists: (word: string) => boolean) => words.split(' / ').every(lists)

function differencesOf(appeal: Appeal, wanted: string): readonly string[] {
  // Words of one look-up may be many: 不含=路灯 / 有两个事
  const parts = wanted.split(/ (?=[^\s/=]+(?:=|$| ))(?<! \/ )/)
  return parts.filter((part) => !holds(appeal, part.trim()))
}

function holds(appeal: Appeal, part: string): boolean {
  const [key = '', value = ''] = part.split('=')
  const text = `${appeal.summary}\n${appeal.text}`
  switch (key) {
    case '企业':
      return appeal.company?.name === value
    case '附件':
      return appeal.files.length === Number(value)
    case '催':
      return appeal.reminders === Number(value)
    case '状态':
      return appeal.status === value
    case '地点':
      return appeal.place?.includes(value) === true
    case '希望':
      return appeal.wish?.includes(value) === true
    case '含':
      return listed(value, (word) => text.includes(word))
    case '不含':
      return listed(value, (word) => !text.includes(word))
    case '封存':
      return appeal.sealed
    default:
      return categoryLabels[appeal.category] === key || urgencyLabels[appeal.urgency] === key
  }
}

const oneLine = (appeal: Appeal) =>
  `${appeal.number} ${categoryLabels[appeal.category]} ${urgencyLabels[appeal.urgency]} ${appeal.status} ${appeal.company?.name ?? '—'} 附件${appeal.files.length} 催${appeal.reminders} 地点:${appeal.place} 希望:${appeal.wish} 「${appeal.summary}」`
