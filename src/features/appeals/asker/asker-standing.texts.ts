/** Where an appeal stands, as its asker reads it: what it means for them, not what offices call it. */
import type { AppealState } from '../../../kernel/appeal-terms.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { type Appeal, isLate } from '../appeal.ts'

export const askerStateLabels: Readonly<Record<AppealState, string>> = {
  filed: '已登记',
  accepted: '已受理',
  dispatched: '已转承办单位',
  inProgress: '办理中',
  paused: '暂停办理',
  sentBack: '工作人员正在重新安排',
  resolved: '已办结',
  closed: '已归档',
  withdrawn: '已撤回',
  referred: '转法定渠道',
  merged: '与同类诉求一并办理',
}

const isOver = ({ status }: Appeal) =>
  ['resolved', 'closed', 'withdrawn', 'referred', 'merged'].includes(status)

/** 预计周四 17:30 前答复; nothing where nothing is promised, or the hour is past. */
export function answeredBy(appeal: Appeal, now: Date): string {
  const { dueAt, resolveDueAt } = appeal
  if (isOver(appeal)) return ''
  if (dueAt !== null && dueAt >= now) return `，预计 ${dayAndHour(dueAt, now)} 前答复`
  return resolveDueAt !== null && resolveDueAt >= now ? `，预计 ${dayAndHour(resolveDueAt, now)} 前办完` : ''
}

export function standing(appeal: Appeal, now: Date, directory: Directory): string {
  const unit =
    appeal.unit === null || appeal.status === 'sentBack' ? undefined : directory.units.get(appeal.unit)
  const by = unit === undefined ? '' : `，由${unit.name}办理`
  if (appeal.dueAt === null || isOver(appeal)) return `${askerStateLabels[appeal.status]}${by}`
  // A promise that was not kept is not hidden.
  const late = isLate(appeal, now) ? '，已过时限，工作人员在催' : ''
  return `${askerStateLabels[appeal.status]}${by}，时限 ${dayAndHour(appeal.dueAt, now)}${late}`
}
