import type { Period } from '../asking/question.ts'

/** 上个月 of 上个月（2月1日至2月28日）: the days are said once, in the sentence that names the period alone. */
export const shortLabel = ({ label }: Period): string => label.replace(/（[^）]*）/gu, '')
