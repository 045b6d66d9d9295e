/** What a question speaks of and no document does: 学费, where there is nothing about a school. */

import type { Hit } from '../search/hit.ts'
import { withoutAskingWords } from '../search/question-words.ts'
import { tokensOf } from '../search/tokens.ts'

/** Between the things that are spoken of. */
const GLUE =
  /[的是有在和与及或把被对为将从由到于以之其等个一会再还就要用做]|最[长短多少高低大小早迟晚]|[之以][前后]|期间|目前|现在|可能|必须|不能|没有|主要|一共|大约|大概/gu
/** What is asked about anything: an answer need not say the word. */
const ASPECT =
  /标准|条件|金额|数额|时间|时限|期限|流程|程序|手续|方式|情况|规定|政策|办法|文件|要求|内容|问题|[好坏益]处|[优缺特]点|原因|后果|影响|区别|意思|定义|名称|地点|地址|日期|材料|资料|范围|对象|额度|比例/gu

/** True where a thing of two characters or more stands in no document, in no part of it, nor does what rules write for it. */
export function speaksOfUnknown(question: string, { asked, also }: Pick<Hit, 'asked' | 'also'>): boolean {
  const unknown = new Set(asked.filter(({ known }) => !known).map(({ token }) => token))
  for (const { wording, known } of also)
    if (known) for (const token of tokensOf(wording?.instead ?? '')) unknown.delete(token)
  return withoutAskingWords(question)
    .replace(ASPECT, ' ')
    .replace(GLUE, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .map((thing) => tokensOf(thing).filter((token) => [...token].length > 1))
    .some((pairs) => pairs.length > 0 && pairs.every((pair) => unknown.has(pair)))
}
