import type { Standing } from '../../../kernel/standing.ts'
import type { ReceiptsAsked } from './asked.ts'

interface Answerer {
  readonly name: string
  readonly chamber: string | null
}
type List = 'acknowledged' | 'onLeave' | 'seen' | 'missing'
type Lists = Readonly<Record<List, readonly Answerer[]>>

interface Told {
  readonly number: number
  readonly title: string
  readonly awaited: boolean
  /** Everybody it went to is within what the asker sees. */
  readonly isWhole: boolean
}

const LABELS: Readonly<Record<List, string>> = {
  missing: '没回',
  onLeave: '请假',
  seen: '看到没确认',
  acknowledged: '收到',
}
/** Of one chamber, before the rest is only counted. */
const MOST_NAMES = 20

export const toldTexts = {
  told({ number, title, awaited, isWhole }: Told, lists: Lists, of: ReceiptsAsked['of']): Standing {
    const all = Object.values(lists).reduce((sum, people) => sum + people.length, 0)
    const back = lists.acknowledged.length + lists.onLeave.length
    const head =
      of === 'acknowledged'
        ? `通知${number}“${title}”回了 ${back} 人，共 ${all} 人。`
        : lists.missing.length === 0
          ? `通知${number}“${title}”都回了，共 ${all} 人。`
          : `通知${number}“${title}”还有 ${lists.missing.length} 人没回，共 ${all} 人，回了 ${back} 人。`
    const shown: readonly List[] =
      of === 'acknowledged'
        ? ['acknowledged', 'onLeave']
        : of === 'missing'
          ? ['missing', 'seen']
          : ['missing', 'onLeave', 'seen', 'acknowledged']
    return {
      head: awaited ? head : `${head}这份通知没有要回执。`,
      lines: shown.flatMap((list) => linesOf(list, lists[list])),
      definition: `请假算回了${isWhole ? '' : '；只算您范围里的人'}`,
      aloud: `${title}，${lists.missing.length === 0 ? `${all}个人都回了` : `还有${lists.missing.length}个人没回，回了${back}个`}。`,
      chart: {
        points: ['收到', '请假', '看到没确认', '没回'],
        values: [lists.acknowledged, lists.onLeave, lists.seen, lists.missing].map(({ length }) => length),
        label: `通知${number} 回执（人）`,
      },
      table: {
        heading: ['商会', '姓名', '回执'],
        rows: (['missing', 'seen', 'onLeave', 'acknowledged'] as const).flatMap((list) =>
          lists[list].map(({ name, chamber }) => [chamber ?? '', name, LABELS[list]]),
        ),
      },
    }
  },
}

/** A chamber a line: 没回 农机商会 3 人：甲、乙、丙. */
function linesOf(list: List, people: readonly Answerer[]): readonly string[] {
  return [...Map.groupBy(people, ({ chamber }) => chamber ?? '没有商会的')].map(([chamber, some]) => {
    const names = some.slice(0, MOST_NAMES).map(({ name }) => name)
    return `${LABELS[list]} ${chamber} ${some.length} 人：${names.join('、')}${some.length > MOST_NAMES ? '等' : ''}`
  })
}
