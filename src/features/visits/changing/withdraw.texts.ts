import type { Directory } from '../../../kernel/directory.ts'
import type { Visit } from '../visit.ts'
import { kindLabels, placesOf, spokenDay, visitNumber, whoOf } from '../visits.texts.ts'

export const withdrawTexts = {
  choices: [
    { id: 'yes', label: '确认撤回' },
    { id: 'no', label: '不撤' },
  ],
  preview: (
    visit: Visit,
    { drafts, decided }: { readonly drafts: number; readonly decided: readonly string[] },
    reason: string | null,
    today: string,
    directory: Directory,
  ) =>
    [
      `撤回 ${visitNumber(visit.number)}：${whoOf(visit, directory)}${spokenDay(visit.day, today)}${kindLabels[visit.kind]} ${placesOf(visit, directory)}。`,
      '撤回后不再计入履责。',
      ...(drafts === 0 ? [] : [`还没核定的 ${drafts} 条问题一起撤下。`]),
      ...(decided.length === 0 ? [] : [`${decided.join('、')} 照常办理，不受影响。`]),
      ...(reason === null ? [] : [`原因：${reason}`]),
      '确认吗？',
    ].join('\n'),
  done: (number: number) => `${visitNumber(number)} 已撤回。`,
  dropped: () => '走访记录已撤回',
}
