import { dayAndHour } from '../../kernel/clock.ts'
import { TOLD_ASIDE } from '../../kernel/told-aside.ts'
import type { Chain, Entry, Tally } from './chain.ts'
import type { Conflict } from './keeping/conflict.ts'

/** Rows in one letter; the whole list is in the workbook. */
const MOST_ROWS = 60

const called = ({ number, title }: Pick<Chain, 'number' | 'title'>) => `接龙${number}“${title}”`

const limits = ({ places, perCompany }: Pick<Chain, 'places' | 'perCompany'>) =>
  [
    ...(places === undefined ? [] : [`限 ${places} 人`]),
    ...(perCompany === undefined ? [] : [`每家不超过 ${perCompany} 人`]),
  ].join('，')

const tally = ({ seated, waiting, doubtful, left }: Tally) =>
  [
    `报上 ${seated} 人`,
    ...(waiting === 0 ? [] : [`候补 ${waiting} 人`]),
    ...(left === undefined ? [] : [left === 0 ? '名额已满' : `还有 ${left} 个名额`]),
    ...(doubtful === 0 ? [] : [`待核对 ${doubtful} 条`]),
  ].join('，')

const standing = ({ heads, seated }: Entry) =>
  seated === heads
    ? `报上了，${heads} 人`
    : seated === 0
      ? `在候补，${heads} 人`
      : `报上 ${seated} 人，另 ${heads - seated} 人候补`

const waits = ({ heads, seated }: Entry) =>
  seated === heads ? '' : seated === 0 ? '（候补）' : `（报上 ${seated} 人，候补 ${heads - seated} 人）`

const row = (entry: Entry, n: number) => `${n + 1}. ${entry.shown}${waits(entry)}`

const more = (count: number) =>
  count > MOST_ROWS ? [`……另 ${count - MOST_ROWS} 条，全部的说“导出接龙”。`] : []

/** What a conflict is, to the list's keeper; rows are named by the number that is theirs for good. */
function conflictLine({ kind, n, words, by, doubled = [], skipped = [] }: Conflict): string {
  const which = n === undefined ? '' : `第${n}条`
  const said = words === undefined ? '' : `“${words}”`
  switch (kind) {
    case 'numbers':
      return [
        ...(doubled.length === 0 ? [] : [`重号 ${doubled.join('、')}`]),
        ...(skipped.length === 0 ? [] : [`缺号 ${skipped.join('、')}`]),
      ]
        .join('，')
        .concat('，都按先后重新排了。')
    case 'twice':
      return `${which}又写了一遍${said}，只算一次。`
    case 'who':
      return `${which}${said}，名册里不止一位对得上，请说是谁：“${which}是某某公司某某”。`
    case 'heads':
      return `${which}${said}，几个人没说准，先按现在的数算：“${which}改3人”。`
    case 'maybe':
      return `${which}${said}，来不来没定，先不占名额：定了说“${which}算”或“${which}不算”。`
    case 'edited':
      return `${which}被${by ?? '别人'}改成了${said}，先按原来的算：要改说“${which}改3人”，不改说“${which}算”。`
    case 'dropped':
      return `${which}${said}在${by ?? '别人'}发的接龙里没有了，先留着：要去掉说“${which}不算”，留着说“${which}算”。`
    case 'withdrawn':
      return `${by ?? '别人'}写了${said}，不是本人退的，先留着第${n}条：要去掉说“${which}不算”，留着说“${which}算”。`
    case 'which':
      return `${which}${said}，不能确定报的是这个接龙，先不占名额：“${which}算”或“${which}不算”。`
  }
}

export const signupsTexts = {
  called,
  tally,
  none: () => '这里现在没有在记的接龙。',
  noSuch: (number: number) => `没有接龙${number}，或者您看不到它。“有哪些接龙”都列给您。`,
  which: (chains: readonly Chain[]) =>
    `现在有几个接龙，您问的是哪个？带上编号再说一遍：\n${chains.map(called).join('\n')}`,
  allTold: (chains: readonly { readonly chain: Chain; readonly tally: Tally }[]) =>
    chains
      .map(
        (one) => `${called(one.chain)}：${tally(one.tally)}${one.chain.state === 'closed' ? '，已截止' : ''}`,
      )
      .join('\n'),
  /** To the group, in its own words. */
  listInGroup: (chain: Chain, entries: readonly Entry[], sum: Tally) =>
    [
      `#接龙 ${chain.title}${limits(chain) === '' ? '' : `（${limits(chain)}）`}`,
      ...(chain.closesAt === undefined
        ? []
        : [chain.state === 'closed' ? '已截止' : `截止：${dayAndHour(chain.closesAt, chain.changedAt)}`]),
      ...entries.slice(0, MOST_ROWS).map(row),
      ...more(entries.length),
      `${tally({ ...sum, doubtful: 0 })}。`,
    ].join('\n'),
  /** To whoever keeps it: with whom each row means. */
  listToKeeper: (
    chain: Chain,
    rows: readonly { readonly entry: Entry; readonly who: string }[],
    gone: number,
    sum: Tally,
  ) =>
    [
      `${called(chain)}：${tally(sum)}${chain.state === 'closed' ? '，已截止' : ''}。`,
      ...rows
        .slice(0, MOST_ROWS)
        .map(
          ({ entry, who }) =>
            `第${entry.n}条 ${entry.shown}${waits(entry)}${who === '' ? '' : ` → ${who}`}${entry.doubt === undefined ? '' : '（待核对）'}`,
        ),
      ...more(rows.length),
      ...(gone === 0 ? [] : [`退出 ${gone} 条。`]),
      '要表格说“导出接龙”。',
    ].join('\n'),
  standingInPrivate: (chain: Chain, sum: Tally) =>
    `${called(chain)}：${tally({ ...sum, doubtful: 0 })}。名单在群里问“谁报名了”就能看。`,
  places: (chain: Chain, sum: Tally) =>
    chain.state === 'closed'
      ? `${called(chain)}已经截止，${tally({ ...sum, doubtful: 0 })}。`
      : chain.places === undefined
        ? `${called(chain)}没有限定人数，已报上 ${sum.seated} 人${chain.perCompany === undefined ? '' : `，每家不超过 ${chain.perCompany} 人`}。`
        : `${called(chain)}${limits(chain)}，${tally({ ...sum, doubtful: 0 })}。`,
  mine: (chain: Chain, entry: Entry | undefined) =>
    entry === undefined || entry.state === 'withdrawn'
      ? `${called(chain)}里现在没有您。要报就说“报名 接龙${chain.number}”。`
      : entry.state === 'doubtful'
        ? `${called(chain)}里有您一条，还没定，等工作人员核对。`
        : `${called(chain)}：您${standing(entry)}。`,
  joined: (chain: Chain, entry: Entry, sum: Tally, inPrivate: boolean) =>
    `记下了，${called(chain)}：您${standing(entry)}。现在一共${tally({ ...sum, doubtful: 0 })}。${inPrivate ? '您的名字会在群里的名单上。' : ''}`,
  left: (chain: Chain) => `好的，${called(chain)}里把您去掉了。又能来了就说“报名”。`,
  notIn: (chain: Chain) => `${called(chain)}里本来就没有您，不用取消。`,
  tookList: (chain: Chain, sum: Tally) => `记下了，${called(chain)}：${tally({ ...sum, doubtful: 0 })}。`,
  /** Aloud, without a name. */
  conflictsInGroup: (count: number) => `有 ${count} 处要核对，${TOLD_ASIDE}。`,
  late: (chain: Chain) => `${called(chain)}已经截止，这次没有记。想加请找发起的工作人员。`,
  notForGiving: () => '捐款捐物的名单我不接龙：谁捐了多少要本人同意才能公开。要募捐请说“发起募捐”。',
  conflicts: (chain: Chain, found: readonly Conflict[]) =>
    [
      `${called(chain)}有 ${found.length} 处要您看一下：`,
      ...found.map((one) => `· ${conflictLine(one)}`),
      `说的时候带上“接龙${chain.number}”。`,
    ].join('\n'),
  seatFreed: (chain: Chain, entry: Entry) =>
    `${called(chain)}空出名额了，您由候补转为${standing(entry)}。来不了请回“取消报名 接龙${chain.number}”。`,
  seatFreedToKeeper: (chain: Chain, entries: readonly Entry[]) =>
    `${called(chain)}空出名额，${entries.map(({ n, shown }) => `第${n}条“${shown}”`).join('、')}由候补转为报上。我私信不到，请转告。`,
  closedByItself: (chain: Chain, sum: Tally) =>
    `${called(chain)}到时间截止了，${tally(sum)}。名单说“接龙${chain.number} 名单”，表格说“导出接龙${chain.number}”。`,
  notKeeper: () => '接龙的名单由工作人员和本商会秘书管。您自己报名、改人数、取消，直接说就行。',
  asideInGroup: () => `${TOLD_ASIDE}。`,
  bookMaking: (chain: Chain) => `${called(chain)}的表格马上发您。`,
  book: (title: string, rows: number) => `“${title}”的名单，${rows} 条。`,
  bookFailed: () => '表格没做成，请再说一次“导出接龙”。',
  bookName: (chain: Chain) =>
    `接龙${chain.number}_${chain.title.replace(/[^\p{Script=Han}\w]+/gu, '').slice(0, 20)}.xlsx`,
  bookSubtitle: (chain: Chain, sum: Tally, at: Date) =>
    `接龙${chain.number}，${tally(sum)}，截至${dayAndHour(at, at)}${limits(chain) === '' ? '' : `，${limits(chain)}`}`,
  headings: () => ['序号', '原文', '姓名', '企业', '商会', '人数', '报上', '候补', '状态', '填报人', '时间'],
  state: ({ state, doubt }: Entry) =>
    state === 'withdrawn'
      ? '已退出'
      : doubt !== undefined
        ? '待核对'
        : state === 'doubtful'
          ? '未定'
          : '已报',
}
