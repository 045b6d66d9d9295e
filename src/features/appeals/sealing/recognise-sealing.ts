/** 核对封存 0312, 启封 0266 理由…, 谁看过封存 0266, 查询 K7M2-9QXP, 封存 0012, 别说是我反映的. Pure. */
import type { Listening, Reading } from '../../../conversation/feature.ts'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { may } from '../../../kernel/person.ts'
import { findAppealNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'
import { readMatter } from '../reading/read-matter.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'
import { readingOf } from '../reading-of.ts'
import { numberBeside } from '../staff/read-command.ts'
import { findCode, withoutCode } from './anonymous-code.ts'
import type { CoarsenAsked } from './coarsen.dialogue.ts'
import type { DecisionTyped } from './decide-unsealing.dialogue.ts'

const optional = <T>(number: T | undefined) => (number === undefined ? {} : { number })

export function readSealing(said: string, { by, inProgress, answered }: Listening): Reading | undefined {
  const bare = stripCalls(said)
  return (
    codeTyped(bare) ??
    unsealing(bare, by, answered) ??
    coarsening(bare, by, answered) ??
    sealing(bare, inProgress)
  )
}

function codeTyped(bare: string): Reading | undefined {
  if (bare.length > 300) return undefined
  const code = findCode(bare)
  if (code === undefined) return undefined
  const words = withoutCode(bare).replace(
    /^(?:请|帮我|我要|我想)?(?:查询码?|查一下|查查|查|看一下|看看|看|编码|代码|查询码是|码是|凭码|进度|进展|到哪一步了?)+[:：\s]*|[,，。:：\s]+$/gu,
    '',
  )
  // A model number in the middle of a story is none: it is asked about, or nothing else is said.
  const isAsked = /查|码|进度|进展|到哪|怎么样|咋样|补充|撤回|撤销|解决|评价|满意/u.test(withoutCode(bare))
  if (words.trim() !== '' && !isAsked) return undefined
  return readingOf('appeals.by-code', 'command', 1, '凭查询码查诉求', ['查询码'], {
    code,
    words: words.trim(),
  })
}

/** A number in the words, or in the letter that is answered. */
const numberIn = (bare: string, verbs: string, answered: string | undefined) =>
  numberBeside(bare, verbs) ?? (answered === undefined ? undefined : findAppealNumber(answered))

function unsealing(bare: string, by: Listening['by'], answered: string | undefined): Reading | undefined {
  const said = toHalfWidth(bare)
  const looked =
    /(?:谁|哪些人|哪个|有没有人)(?:都)?(?:看|查|动|碰|申请)(?:过|了|启封)|(?:封存|启封)(?:的)?(?:查看|查阅|访问)?记录/u.test(
      said,
    )
  const number = numberIn(said, '启封|封存|开封|解封', answered)
  if (looked && /封存|启封|身份|名字|姓名/u.test(said) && number !== undefined)
    return readingOf('appeals.looks', 'command', 1, '查谁看过封存身份', ['封存'], { number })
  if (/^(?:请)?(?:再|重新)(?:看|查)(?:一?下|一次|一遍)?(?:启封|封存)/u.test(said) && number !== undefined)
    return readingOf('appeals.look-again', 'command', 1, '再看启封', ['启封'], { number })
  if (asksWhoItIs(said)) return readingOf('appeals.who-is-it', 'command', 0.95, '问是谁反映的', ['匿名'])
  if (said.length > 300 || /[?？]$/.test(said)) return undefined
  const decided =
    /^(?:我)?(不同意|不批准|不准|驳回|拒绝|同意|批准|准许|准)(?:了)?(?:给|对)?(?:[\s]*(?:20\d\d-)?\d{1,6}\s*号?(?:的)?)?\s*(?:的)?(?:启封|解封|开封)(?:申请)?\s*(?:#?(?:20\d\d-)?\d{1,6}\s*号?)?[\s,，。:：;；]*(?:理由|因为|原因)?[:：\s]*/u.exec(
      said,
    )
  if (decided !== null) {
    const granted = /^(?:同意|批准|准许|准)$/u.test(decided[1] ?? '')
    const data: DecisionTyped = { granted, words: bare.slice(decided[0].length).trim(), ...optional(number) }
    return readingOf('appeals.decide-unsealing', 'command', 1, '决定启封', ['启封'], data)
  }
  const asked =
    /^(?:我要|我想|请|申请|要求|需要)*(?:启封|解封|开封)(?:申请)?[\s:：]*(?:诉求|编号|第|#)*\s*(?:(?:20\d\d\s?[-—–]\s?)?\d{1,6}\s*号?)?[\s,，。:：;；]*(?:的)?(?:身份)?[\s,，。:：;；]*(?:理由|原因|因为|说明)?(?:是)?[\s:：,，]*/u.exec(
      said,
    )
  const trailing =
    /^#?((?:20\d\d-)?\d{1,6})\s*号?\s*(?:要|需要|申请|请)?(?:启封|解封)[\s,，。:：;；]*(?:理由|原因|因为)?[:：\s]*/u.exec(
      said,
    )
  const head = asked ?? trailing
  if (head === null || !(may(by.person, 'appeal.ask-unsealing') || number !== undefined)) return undefined
  const words = bare.slice(head[0].length).trim()
  return readingOf('appeals.unseal', 'command', 1, '申请启封', ['启封'], { words, ...optional(number) })
}

/** 匿名反映镇里欠账的那个是哪家, 封存的 0266 是谁报的: nobody is told, whatever they are. */
function asksWhoItIs(said: string): boolean {
  // Donors, contracts, and whoever begins to tell something of their own, mean something else.
  if (said.length > 60 || /捐|协议|合同|商业秘密|^(?:我|我们|俺|俺们)(?:想|要|能|可以)/u.test(said))
    return false
  const about = /匿名|封存|保密|不署名|没署名|不留名|没留名/u.test(said)
  const who =
    /(?:是|到底是|究竟是|谁|哪)(?:谁|哪(?:一)?(?:家|个|位)|什么人|啥人|何人)|(?:谁|哪(?:一)?(?:家|个|位)(?:企业|公司|厂|老板|人)?)(?:反映|举报|报|提|写|告|说|投诉|匿名)|(?:叫|姓)(?:什么|啥)|(?:名字|姓名|身份|真名|底细)(?:是|告诉|给我|发我|查|说一下)|(?:告诉|说|查|透露).{0,6}(?:是谁|哪家|名字|姓名)/u.test(
      said,
    )
  return about && who && !wantsToBeSealed(said.replace(/匿名/gu, ''))
}

function coarsening(bare: string, by: Listening['by'], answered: string | undefined): Reading | undefined {
  if (bare.length > 40 || !may(by.person, 'appeal.dispatch')) return undefined
  const verbs = '核对封存|封存核对|核对外发|外发核对|外发内容|对外内容|改写|脱敏|核对内容|看外发'
  if (!new RegExp(`^(?:请|再|重新)*(?:${verbs})|(?:${verbs})(?:一下)?$`, 'u').test(bare)) return undefined
  const data: CoarsenAsked = optional(numberIn(bare, verbs, answered))
  return readingOf('appeals.coarsen', 'command', 1, '核对给单位看的内容', ['外发'], data)
}

/** Told apart from a new matter by there being nothing else in the words. */
function sealing(bare: string, inProgress: string | undefined): Reading | undefined {
  if (bare.length > 60) return undefined
  const command =
    /^(?:请|帮我|给我|把|我要|我想)*(?:我的?)?(?:身份|名字)?(?:封存|保密)(?:一?下)?(?:我的?)?(?:身份|名字)?|^(?:把)?#?(?:20\d\d-)?\d{3,6}号?(?:这件|那件)?(?:给我)?(?:封存|保密)/u
  const number = findAppealNumber(bare) ?? (command.test(bare) ? numberBeside(bare, '封存|保密') : undefined)
  if (/谁|[?？]$|吗$/u.test(bare) && !wantsToBeSealed(bare)) return undefined
  if (number !== undefined && (command.test(bare) || wantsToBeSealed(bare)))
    return readingOf('appeals.seal', 'own', 0.9, '封存身份', [bare], { number, isCommand: true })
  // In the middle of telling, it belongs to what is told.
  if (inProgress === 'appeals.intake' || !wantsToBeSealed(bare)) return undefined
  if (readMatter(bare).score >= 0.3) return undefined
  const isCommand = command.test(bare)
  return readingOf('appeals.seal', 'own', 0.8, '封存身份', [bare], { isCommand })
}
