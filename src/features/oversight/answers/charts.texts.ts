import type { Measure } from '../asking/question.ts'
import { measureTexts } from './measure.texts.ts'

export const chartTexts = {
  trend: (of: Measure) => `${measureTexts.name(of)}走势`,
  comparison: (of: Measure) => `${measureTexts.name(of)}对比`,
  ranking: (of: Measure, by: string) => `各${by}${measureTexts.name(of)}`,
  axis: (of: Measure) => (of === 'days' ? '平均用时（天）' : measureTexts.name(of)),
  outOf: (of: Measure) =>
    of === 'response' ? '应联系（件）' : of === 'satisfaction' ? '有评价（件）' : '办结（件）',
  open: () => '没办完',
  late: () => '其中超期',
  age: () => '没办完的有多久了',
  ageSubtitle: (n: number) => `共 ${n} 件，按登记到今天的天数`,
}
