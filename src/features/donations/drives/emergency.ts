import type { DriveFields } from '../drive.ts'

const DISASTER =
  /突发事件|防汛|抗洪|抗汛|洪[水涝灾]|水灾|内涝|台风|地震|震灾|泥石流|山体滑坡|滑坡|疫情|抗疫|战疫|旱灾|抗旱|雪灾|冰冻|冰灾|风灾|雹灾|火灾|爆炸|矿难|溃坝|决口|救灾|赈灾|抢险|受灾|灾民|灾区/u

/**
 * 突发事件应急: whether the stricter rhythm of Charity Law art. 72 holds (five days). What staff said counts; unsaid, it
 * is told by the words, rather once too often than once too seldom, and the preview says so.
 */
export function isEmergency(fields: DriveFields): boolean {
  if (fields.emergency !== undefined) return fields.emergency === YES
  return DISASTER.test([fields.title, fields.purpose, fields.use, fields.beneficiary].join('\n'))
}

export const YES = '是'
export const NO = '否'

/** 是, 属于, 是突发事件 → 是; 不是, 否, 不属于 → 否; anything else as it is, and the gate names it. */
export function readEmergency(words: string): string {
  const said = words.trim().replace(/[。.，,；;]+$/u, '')
  if (/^(?:否|不是|不属于?|不算|非|没有|无|no)/iu.test(said)) return NO
  if (/^(?:是的?|属于?|算|对|有|yes|突发|应急)/iu.test(said)) return YES
  return words
}
