import type { DriveFields } from '../drive.ts'
import { isEmergency } from './emergency.ts'
import { findLinks, pageOf } from './links.ts'
import { spokenPeriod } from './period.ts'

/**
 * The call for donations as the groups read it, made from the form alone. It shows what Charity Law art. 25 wants
 * shown and says with art. 32 that giving is voluntary; it names nobody who gave or did not.
 */
export function callText(fields: DriveFields, federation: string): string {
  const { title = '', purpose, charity = '', platform, page, target } = fields
  return [
    `【倡议书】${title}`,
    ...(purpose === undefined ? [] : [`募捐目的：${purpose}`]),
    `本次募捐由具有公开募捐资格的${charity}开展，款物由其接收和管理。${federation}只转达倡议，不收取任何款物。`,
    `公开募捐资格证书号：${fields.certificateNumber ?? ''}`,
    `募捐方案备案号：${fields.planNumber ?? ''}`,
    `募捐期限：${spokenPeriod(fields.period ?? '')}`,
    ...(isEmergency(fields) ? ['突发事件应急募捐：接收情况依法至少每五日公开一次。'] : []),
    ...(target === undefined ? [] : [`募捐目标：${target}`]),
    `受益人：${fields.beneficiary ?? ''}`,
    `款物用途：${fields.use ?? ''}`,
    `账户名：${fields.accountHolder ?? ''}`,
    ...(platform === undefined ? [] : [`网络募捐平台：${platform}`]),
    `查询方式：${fields.howToCheck ?? ''}`,
    ...(page === undefined ? [] : [`慈善组织网页：${page}`]),
    '捐与不捐、捐多捐少，全凭自愿。依照《中华人民共和国慈善法》第三十二条，募捐不得摊派或者变相摊派。',
    federation,
  ].join('\n')
}

/**
 * Where the code on the poster leads: the charity's own page, or its drive on the designated platform. The gate looked
 * at all three. Undefined: there is none, and no code.
 */
export function codeAddress({ page, platform, howToCheck }: DriveFields): string | undefined {
  for (const value of [page, platform, howToCheck]) {
    const [link] = findLinks(value ?? '')
    const url = link === undefined ? undefined : pageOf(link)
    if (url !== undefined) return url.href
  }
  return undefined
}

/** Numbers of certificates look like other numbers to the privacy gate, and are public. */
export function publicNumbers({ certificateNumber, planNumber }: DriveFields): readonly string[] {
  return [certificateNumber, planNumber].filter((number) => number !== undefined)
}
