/** 公示节奏: what is owed by when, as staff and the charity read it. */
import { listTexts } from './list.texts.ts'
import type { Owed } from './rhythm.ts'

const named = (number: number, title: string) => `募捐${number}“${title}”`

export const rhythmTexts = {
  owed: (number: number, title: string, charity: string, owed: Owed, today: string) => {
    const by = listTexts.spokenDay(owed.by)
    const what = owed.what === 'final' ? '最终公示（全部收支）' : '公示'
    const when =
      today > owed.by ? `已于${by}到期，逾期了` : today === owed.by ? '今天到期' : `应在${by}前完成`
    const order = owed.what === 'final' ? `最终公示 募捐${number}` : `公示 募捐${number}`
    return [
      `${named(number, title)}的${what}${when}。`,
      '请把下面这段转给慈善组织，到账和使用补记后，说',
      `“${order}”。`,
      '————',
      rhythmTexts.toCharity(title, charity, owed, today),
      '————',
    ]
      .join('\n')
      .replace('补记后，说\n', '补记后，说')
  },
  /** Art. 72 and 79 of the Charity Law, as amended on 2023-12-29. */
  toCharity: (title: string, charity: string, owed: Owed, today: string) => {
    const by = listTexts.spokenDay(owed.by)
    const when = today > owed.by ? `按规定应在${by}前公开，现已逾期` : `按规定应在${by}前公开`
    return owed.what === 'final'
      ? `${charity}：“${title}”募捐已结束，全部收支和使用情况${when}（《慈善法》第七十九条：募捐结束后三个月内全面、详细公开）。请提供到账明细和使用明细，以便核对后公示。`
      : `${charity}：“${title}”募捐的接收和使用情况${when}（《慈善法》第七十二条、第七十九条）。请提供最近的到账明细和使用明细，以便核对后公示。`
  },
  standing: (
    number: number,
    title: string,
    p: { readonly latest?: { edition: number; day: string }; readonly owed?: Owed | undefined },
  ) =>
    [
      p.latest === undefined
        ? `${named(number, title)}还没有公示过。`
        : `${named(number, title)}最近一期是第${p.latest.edition}期，${listTexts.spokenDay(p.latest.day)}公开。`,
      p.owed === undefined
        ? ''
        : `下一次${p.owed.what === 'final' ? '是最终公示，' : ''}不晚于${listTexts.spokenDay(p.owed.by)}。`,
    ]
      .filter((line) => line !== '')
      .join(''),
}
