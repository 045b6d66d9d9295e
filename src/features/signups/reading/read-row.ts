import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findNumbers } from '../../../kernel/privacy.ts'
import { readHeads, type SpokenHeads } from './read-heads.ts'

/** One row of a chain, before it is known whose it is. */
export interface Row {
  /** As written, without telephones and the like: what the list shows. */
  readonly shown: string
  /** What is left for names: counts, asides and words about coming taken out. */
  readonly naming: string
  /** What stood in brackets; may hold the company. */
  readonly aside: string
  readonly heads: Omit<SpokenHeads, 'rest'>
  /** 去不了了. */
  readonly leaves: boolean
  /** 待定: they do not know yet. */
  readonly maybe: boolean
  /** 我, or nothing but a number of heads: whoever wrote it. */
  readonly isSelf: boolean
}

const LONGEST = 60

export const LEAVES =
  /(?:去|来|到|参加|报)不(?:了|成)(?:了)?|(?:不|没法|无法|不能|没空|没时间)(?:再)?(?:去|来|参加|参会|报)(?:了)?|取消(?:了|报名)?|退出(?:了)?|撤(?:销|回)(?:了)?|退了|请假|^退$|作废|划掉/u
const MAYBE = /待定|不一定|不确定|看情况|说不准|未定|再说|到时候|尽量/u
/** 有事, 晚到: said about oneself, and no name; 会 and 要 stand in names too (王会明). */
const WORDS =
  /(?:有事|临时|家里|单位|公司)有?(?:点)?(?:事|急事)?|可能|(?:要|会)(?=来|去|到|参|带|晚|迟|早|报|自|准|按|坐|开)|准时|按时|晚(?:到|点|一点|些)(?:到)?|早到|(?:上|下)午到|自己开车|自驾|坐(?:大巴|班车|车)|素食|不吃\S{1,3}|(?:又)?能(?:去|来)了?|报(?:个)?名(?:了)?|参加|参会|到会|(?:也|都|会|来|要|想)去|[也都]来|接龙|统一安排/gu
const SELF =
  /^(?:我们?|俺们?|本人|咱们?|自己|我(?:们)?公司|我司|我们?家|咱家|咱们家|我们?单位|我方|我这边)?(?:也|来|要|想|就|再|报|去|来|算|加)*$/u
const BRACKETS = /[(【[]([^()【】[\]]{0,30})[)】\]]/gu
/** 老唐代报, 由李会计代填: who held the pen. */
const DEPUTY = /(?:由)?[\p{Script=Han}]{1,4}(?:代|帮|替)(?:为)?(?:报|登记|填|接|接龙|写)?(?:名)?$/u

function withoutNumbers(text: string): string {
  let out = text
  for (const finding of findNumbers(text).toReversed()) {
    if (finding.kind === 'amount') continue
    out = out.slice(0, finding.at) + out.slice(finding.at + finding.text.length)
  }
  // What a mask left of one, and numbers of half a telephone.
  return out.replace(/\d[\d\-* ]{6,}\d/gu, ' ')
}

/** Pure; undefined where nothing is written (`4.` at the end of a chain). */
export function readRow(text: string): Row | undefined {
  const clean = withoutNumbers(toHalfWidth(text))
    .replace(/[\u200b\u200c]|\u200d|\ufe0f/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:,，、.。-]+|[\s:,，、;；。-]+$/gu, '')
    .slice(0, LONGEST)
  if (clean.replace(/[\p{P}\p{S}\s]/gu, '') === '' && !/[+]/u.test(clean)) return undefined
  const asides: string[] = []
  const outside = clean.replace(BRACKETS, (_all, inside: string) => {
    if (!DEPUTY.test(inside)) asides.push(inside)
    return ' '
  })
  const aside = asides.join(' ')
  const { rest, ...said } = readHeads(outside)
  const within = readHeads(aside)
  const total = said.total ?? within.total
  const plus = said.plus ?? within.plus
  const naming = rest
    .replace(LEAVES, ' ')
    .replace(MAYBE, ' ')
    .replace(WORDS, ' ')
    .replace(/^.{1,4}代(?=[\p{Script=Han}]{2,3}$)/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return {
    // Half-width signs are for reading by rule; people write these.
    shown: clean.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，'),
    naming,
    aside: within.rest.trim(),
    heads: {
      ...(total === undefined ? {} : { total }),
      ...(plus === undefined ? {} : { plus }),
      unsure: said.unsure || within.unsure,
    },
    leaves: LEAVES.test(clean),
    maybe: MAYBE.test(clean),
    isSelf: SELF.test(naming.replace(/[\s,，。!！~～:：儿]/gu, '')),
  }
}

/** Heads of so many who are named: a row that says nothing means them alone; `+1` without a name is the one who wrote it. */
export function headsOf({ heads: { total, plus }, naming }: Row, named: number): number {
  const alone = naming === '' && total === undefined && plus !== undefined
  const heads = alone ? plus : (total ?? named) + (plus ?? 0)
  return Math.min(999, Math.max(1, heads))
}
