/** 哪个部门最差, 这个月比上个月咋样: by what, where the words leave it open. */
import type { Measure } from './question.ts'
import type { Slots } from './slots.ts'

export type Offered = readonly (readonly [label: string, of: Measure])[]

const COMPARED: Offered = [
  ['新增几件', 'fresh'],
  ['办结几件', 'done'],
  ['解决率', 'resolution'],
  ['满意率', 'satisfaction'],
]
const BEST: Offered = [
  ['解决率最高', 'resolution'],
  ['满意率最高', 'satisfaction'],
  ['平均用时最短', 'days'],
  ['超期最少', 'overdue'],
]
const WORST: Offered = [
  ['解决率最低', 'resolution'],
  ['满意率最低', 'satisfaction'],
  ['平均用时最长', 'days'],
  ['超期最多', 'overdue'],
]

export const offeredMeasures = ({ kind, order }: Slots): Offered =>
  kind === 'comparison' ? COMPARED : order === 'good' ? BEST : WORST
