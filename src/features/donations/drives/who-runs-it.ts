/**
 * Charity Law art. 26: whoever is not qualified may only cooperate; the qualified charity runs the appeal and books
 * everything. A text in which somebody else organises it or collects first is stopped here.
 */

const NOT_THE_CHARITY =
  '(?:工商业?联合?会?|工商联|商会|协会|秘书处|会长|秘书长|群主|联络员|村委会?|居委会?|街道办?|镇政府|乡政府|指挥部|公司|本会|我会|我们会|我(?:处|这里|们)?|本人)'
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:由|请)?[^，,。；;、\\n]{0,10}${NOT_THE_CHARITY}(?:统一|先|负责|代为)*(?:代收|代缴|代管|代办捐款|收取|收齐|收集|归集|汇总上交|统一上交|统一转交|保管|募集|募款|筹集)`,
    'gu',
  ),
  new RegExp(
    `(?:交|送|给|存|打|汇)(?:到|至|给|往|入)?[^，,。；;、\\n]{0,10}${NOT_THE_CHARITY}(?:$|[，,。；;、\\n]|处|那里|这里|手[里上中]|代|统一|再|后|汇总|账)`,
    'gu',
  ),
  new RegExp(
    `(?:由|本次募捐)[^，,。；;、\\n]{0,10}${NOT_THE_CHARITY}(?:主办|发起并?募集|组织募捐|开展募捐|开展公开募捐)`,
    'gu',
  ),
  /(?:先行?)?垫付|代为捐赠|统一代捐|接龙(?:交|收|缴)款|群收款|私人账户|个人账户|本人账户/gu,
]
/** 不代收、不经手. */
const RULED_OUT = /(?:不|不得|严禁|禁止|从不|绝不|不会|不再|无权)[^，,。；;\n]{0,4}$/u

/** Stretches in which another than the charity runs it or takes what is given. */
export function findOtherCollectors(text: string): readonly string[] {
  const found = new Set<string>()
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const before = text.slice(Math.max(0, match.index - 8), match.index)
      if (!RULED_OUT.test(before) && !/不(?:代收|代管|收取|经手)/u.test(match[0])) found.add(match[0])
    }
  return [...found]
}
