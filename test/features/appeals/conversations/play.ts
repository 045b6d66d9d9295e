/**
 * 对话表: stories as people type them, in a text that reads as a chat does, played over the whole house.
 *
 *     ## 故事的名字
 *     甲 = 姓名@企业          a member of the roster; 甲 = 姓名 is a stranger; 工 = 工作人员 is the county's clerk
 *     群 甲: 话 [图]          said in this story's group, with a photo; 私 甲: 话 in private
 *     引 乙 甲1: 话           乙 answers 甲's first line in the group
 *     答 甲: 话              甲 answers our last letter in private
 *     撤 群 甲: 话            甲 takes that line back; 改 群 甲: 话 => 新话 edits it
 *     -- 20秒 / -- 1天后 09:11 / -- 20:47      quiet until then; lines without it follow each other by three seconds
 *     → 甲看到 一 / 二        the last letter to 甲 says both; 甲没看到, and 群里 and 工作人员 over all they got
 *     → 共 2 件              so many appeals were filed; 第1件 and 有一件 look into them
 */
export interface Story {
  readonly title: string
  readonly people: ReadonlyMap<string, Role>
  readonly steps: readonly StoryStep[]
}

export interface Role {
  readonly name: string
  readonly company?: string
  readonly isStaff: boolean
}

export type StoryStep =
  | {
      readonly kind: 'say'
      readonly where: '群' | '私'
      readonly who: string
      readonly text: string
      readonly photos: number
      readonly quotes?: { readonly who: string; readonly nth: number }
      readonly answersUs?: true
    }
  | { readonly kind: 'withdraw'; readonly where: '群' | '私'; readonly who: string; readonly text: string }
  | {
      readonly kind: 'edit'
      readonly where: '群' | '私'
      readonly who: string
      readonly text: string
      readonly to: string
    }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'until'; readonly days: number; readonly time: string }
  | { readonly kind: 'expect'; readonly line: string }

const said = /^(群|私) (\S): ?(.*)$/
const quoting = /^引 (\S) (\S)(\d): ?(.*)$/
const answering = /^答 (\S): ?(.*)$/
const changing = /^(撤|改) (群|私) (\S): (.*)$/

/** @throws Error on a line that is none of the above. */
export function readStories(text: string): readonly Story[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.trim().split('\n')
      const people = new Map<string, Role>()
      const steps = lines
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('# '))
        .flatMap((line) => {
          const introduced = /^(\S) = ([^@]+)(?:@(.+))?$/.exec(line)
          if (introduced === null) return [readStep(line, title)]
          const [, letter = '', name = '', company] = introduced
          people.set(letter, {
            name,
            isStaff: name === '工作人员',
            ...(company === undefined ? {} : { company }),
          })
          return []
        })
      return { title, people, steps }
    })
}

function readStep(line: string, title: string): StoryStep {
  const speech = said.exec(line)
  if (speech !== null) return { ...words(speech[3]), where: speech[1] as '群' | '私', who: speech[2] ?? '' }
  const quote = quoting.exec(line)
  if (quote !== null)
    return {
      ...words(quote[4]),
      where: '群',
      who: quote[1] ?? '',
      quotes: { who: quote[2] ?? '', nth: Number(quote[3]) },
    }
  const answer = answering.exec(line)
  if (answer !== null) return { ...words(answer[2]), where: '私', who: answer[1] ?? '', answersUs: true }
  const change = changing.exec(line)
  if (change !== null) {
    const [, verb, where, who = '', text = ''] = change
    const base = { where: where as '群' | '私', who }
    if (verb === '撤') return { ...base, kind: 'withdraw', text }
    const [from = '', to = ''] = text.split(' => ')
    return { ...base, kind: 'edit', text: from, to }
  }
  if (line.startsWith('→ ')) return { kind: 'expect', line: line.slice(2) }
  const pause = /^-- (?:(\d+)秒|(?:(\d+)天后 )?(\d\d:\d\d))$/.exec(line)
  if (pause === null) throw new Error(`「${title}」 has a line that cannot be read: ${line}`)
  if (pause[1] !== undefined) return { kind: 'wait', seconds: Number(pause[1]) }
  return { kind: 'until', days: Number(pause[2] ?? 0), time: pause[3] ?? '' }
}

function words(text = ''): { kind: 'say'; text: string; photos: number } {
  return {
    kind: 'say',
    text: text.replaceAll('[图]', '').trim(),
    photos: text.split('[图]').length - 1,
  }
}
