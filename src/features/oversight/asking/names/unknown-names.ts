/** 水利局, 凤凰岭镇, 规上企业: what is built like a name and nobody here has. */
import { coverOf } from '../words/ordinary-words.ts'
import { type Marking, stranger } from './marking.ts'

/** 水利局, 凤凰岭镇: what is built like a name and is in no roster is not passed over. */
const BUILT =
  /(?<![哪各每本该这那分几])(\p{Script=Han}{1,5}?)(局|镇|乡|街道|商会|协会|公司|集团|合作社|厂)(?!里|长|子|面|势|情|村)/gu

/** 规上企业, 外资企业: which of them nothing here knows. */
const SORTED =
  /(?:外[地资商]|国有|小微|龙头|重点|困难|亏损|停产|上市|科技型|高新(?:技术)?|规[上模](?:以上)?|\p{Script=Han}{1,3})企业(?!家协|们)/gu

const SORTS = /^(?:外|国有|小微|龙头|重点|困难|亏损|停产|上市|科技|高新|规)/u

export function markUnknown(marking: Marking): void {
  for (const [said] of [...marking.text.matchAll(SORTED)]) {
    const sort = said.slice(0, -2)
    const from =
      Math.max(
        ...['h', 'w', 'm'].map((one) =>
          coverOf(marking.text)
            .slice(0, marking.text.indexOf(said) + sort.length)
            .lastIndexOf(one),
        ),
      ) + 1
    const word = marking.text.slice(from, marking.text.indexOf(said) + said.length)
    if (SORTS.test(said)) stranger(marking, said)
    else if (word.length > 2) stranger(marking, word)
  }
  for (const [said, before = ''] of [...marking.text.matchAll(BUILT)]) {
    const at = marking.text.indexOf(said)
    const cover = coverOf(marking.text).slice(at, at + said.length)
    const bare = cover.slice(0, before.length)
    if (!bare.endsWith('?')) continue
    const from = Math.max(bare.lastIndexOf('w'), bare.lastIndexOf('h'), bare.lastIndexOf('m')) + 1
    stranger(marking, said.slice(from))
  }
}
