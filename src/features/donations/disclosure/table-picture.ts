import type { TablePicture } from '../../../kernel/picture.ts'
import { shortDigest } from './edition.ts'
import { ANONYMOUS, listTexts } from './list.texts.ts'
import type { DisclosureList } from './list.ts'

/** Three pages of some 40 rows: more pictures than that nobody opens in a group, and the page has them all. */
const MOST_PICTURED = 120

/** 公示图: every row where they are few, the sums where they are many. */
export function tablePicture({ edition, digest, gifts, anonymous }: DisclosureList): TablePicture {
  const { about, totals } = edition
  const head = {
    kind: 'table',
    title: listTexts.title(edition),
    subtitle: `截至 ${listTexts.moment(edition.asOf)}，${about.charity}${listTexts.headline(totals, anonymous)}`,
    foot: `款物由${about.charity}接收和管理，${about.federation}不收取任何款物。没有同意署名的写“${ANONYMOUS}”，已计入合计。校验码 ${shortDigest(digest)}`,
  } as const
  if (gifts.length > MOST_PICTURED) return { ...head, ...sums({ edition, anonymous }) }
  return {
    ...head,
    columns: [
      { label: '日期', align: 'left', share: 2 },
      { label: '捐赠者', align: 'left', share: 5 },
      { label: '款物', align: 'right', share: 4 },
    ],
    rows: gifts.map((gift) => [dayIn(gift.on, edition.asOf), listTexts.donor(gift), listTexts.given(gift)]),
  }
}

/** 7月6日; with its year only where that is not the one above. */
function dayIn(day: string, asOf: string): string {
  const [year, month, date] = day.split('-')
  const short = `${Number(month)}月${Number(date)}日`
  return asOf.startsWith(`${year}-`) ? short : `${year?.slice(2)}年${short}`
}

function sums({
  edition: { totals, uses },
  anonymous,
}: Pick<DisclosureList, 'edition' | 'anonymous'>): Pick<TablePicture, 'columns' | 'rows'> {
  const goods = listTexts.goodsSum(totals)
  const all = listTexts.all(totals)
  return {
    columns: [
      { label: '项目', align: 'left', share: 3 },
      { label: '合计', align: 'right', share: 5 },
    ],
    rows: [
      ['到账资金', listTexts.money(totals)],
      ...(goods === '' ? [] : [['到账物资', goods]]),
      ...(all === '' ? [] : [['款物合计', all]]),
      ['捐赠笔数', `${totals.gifts} 笔`],
      ['其中署名', `${totals.gifts - anonymous} 笔`],
      [`其中${ANONYMOUS}`, `${anonymous} 笔`],
      ['使用', uses.length === 0 ? '还没有使用' : `${uses.length} 笔`],
    ],
  }
}
