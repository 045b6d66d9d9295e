/** Whom something is for, as staff say it: 只给会员看, 内部掌握, 公开, 机械商会. */

import type { Directory } from '../../../kernel/directory.ts'
import type { DocumentAudience } from './document-audience.ts'

const AUDIENCES: readonly (readonly [audience: DocumentAudience, pattern: RegExp])[] = [
  [
    'internal',
    /内部(?:文件|资料|用|看|掌握|使用)?|(?:只|仅)(?:给|限|供)?(?:工作人员|领导|机关)|不(?:要)?(?:对外|公开)|别(?:对外|公开)/u,
  ],
  [
    'members',
    /(?:只|仅|限)(?:给|限|供|对|让)?(?:全体)?会员|会员(?:才能|可以?|能)?(?:看|查)|^会员(?:企业)?$/u,
  ],
  ['everybody', /公开|所有人|谁都(?:能|可以)|大家都?(?:能|可以)?(?:看|查)?|对外/u],
]

/** Whom it is for, or undefined where nothing of it is said. A chamber's name is looked up by whoever asks. */
export function readAudienceWords(text: string): DocumentAudience | undefined {
  return AUDIENCES.find(([, pattern]) => pattern.test(text))?.[0]
}

/** The one chamber that is named; undefined where there is none, or several. */
export function chamberNamed(words: string, { chambers }: Pick<Directory, 'chambers'>) {
  const named = [...chambers.values()].filter(({ name }) => words.includes(name))
  return named.length === 1 ? named[0] : undefined
}

/** The same of words that are about nothing else: 工作人员 and 全体会员 say it too. */
export function readBareAudience(
  words: string,
  directory: Pick<Directory, 'chambers'>,
): DocumentAudience | undefined {
  const chamber = chamberNamed(words, directory)
  if (chamber !== undefined) return `chamber:${chamber.code}`
  const said = readAudienceWords(words)
  if (said !== undefined) return said
  if (/商会|协会/u.test(words)) return undefined
  if (/内部|工作人员/u.test(words)) return 'internal'
  if (/会员/u.test(words)) return 'members'
  return /全部/u.test(words) ? 'everybody' : undefined
}
