/** Changes to what was previewed: 改成：…, 把三点改成两点半, 发给某商会, 要回执, 明天上午9点发, 类别改成活动. Pure. */
import { type AudienceSpec, nobody } from '../../../kernel/audience.ts'
import type { Selection } from '../../../kernel/audience-selection.ts'
import { readAudience } from '../../../kernel/audience-words.ts'
import { shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { SpokenMoment } from '../../../kernel/spoken-moment.ts'
import { replacePart } from '../replace-part.ts'
import {
  type Drafted,
  hearAudience,
  type NoticeDraft,
  withAudience,
  withDepartures,
  withSpec,
  withText,
} from './notice-draft.ts'
import { prepareTexts as texts } from './prepare.texts.ts'
import { readNewTerm } from './read-answer-by.ts'
import { readDeparture } from './read-departure.ts'
import { readNewTopic } from './read-topic.ts'

const NEW_TEXT = /^(?:把?(?:内容|正文|文字|全文))?(?:改[成为]|换成|应该是)\s*[:：]?\s*(\S[\s\S]*)$/u
const NEW_AUDIENCE = /^(?:范围|对象)(?:改[成为]|换成)?\s*[:：]?\s*(\S.*)$|^(?:改|只|再)?(发给.*\S)$/u
const MORE_PEOPLE =
  /^(?:范围)?(?:(?:再|还|另外)?(?:加上?|增加|补上|添上|带上|也发给?|再发给?)|还有|以及)\s*[:：]?\s*(\S.*)$/u
const FEWER_PEOPLE =
  /^(?:但是?|还要|再)?(?:不含|不包括|不用?发给?|去掉|除开|排除|剔除|除了?)\s*[:：]?\s*(\S.*?)(?:以外|之外|了)?[。.]?$/u
/** 把食品商会去掉, 食品商会就不用发了: the name first. */
const TAKEN_OUT =
  /^(?:把|将)\s*(\S.{0,38}?)\s*(?:给)?(?:去掉|拿掉|除掉|剔除|剔掉|排除|划掉|删掉|删除|删了|去了)(?:吧|了)?[。.]?$/u
const NOT_TO =
  /^(\S.{1,30}?)(?:那边|那家|的人)?(?:就|先)?(?:不用?|别|不要|不需要|无需)(?:发|通知)(?:给?他们?)?(?:吧|了)?[。.]?$/u
/** 那个建材的也发, 食品商会也要通知 */
const ALSO_TO =
  /^(?:那个?|对了|还有)?[\s,，]*(\S.{1,30}?)(?:那边|那家)?(?:也|一起|一并)(?:要)?(?:发|通知|加上|带上|算上)(?:一下|给?他们|上|到)?(?:吧|了)?[。.]?$/u
const RECEIPTS = /^(?:还|也)?(不|无|别|取消)?(?:用|要|需|需要|必|加|加上)?(?:要|个)?回执$/u
const IN_GROUPS =
  /^(?:还是|就|那)*(?:群里|群)(?:也|照|还是|都|照常|照样)*发(?:吧|了)?[。.]?$|^(?:照|也)发到?群里?(?:吧)?[。.]?$/u
const NO_FILES =
  /^(?:把)?(?:不要|去掉|不带|删掉?|取消)(?:这个|那个|全部|所有)?(?:附件|文件|图片?)(?:了|去掉|删掉)?[。.]?$/u

/** 不要附件: nothing is enclosed, also of what was sent a moment ago. */
export const refusesFiles = (said: string) => NO_FILES.test(said.trim())

/** Two audiences as one. */
function joined(a: AudienceSpec, b: AudienceSpec): AudienceSpec {
  const both = (x: readonly string[], y: readonly string[]) => [...new Set([...x, ...y])]
  const all = (x: readonly Selection[] = [], y: readonly Selection[] = []) => [
    ...new Map([...x, ...y].map((one) => [JSON.stringify(one), one])).values(),
  ]
  const also = all(a.also, b.also)
  const except = all(a.except, b.except)
  return {
    ...a,
    everybody: a.everybody || b.everybody,
    chambers: both(a.chambers, b.chambers),
    groups: both(a.groups, b.groups),
    exceptChambers: both(a.exceptChambers, b.exceptChambers),
    exceptGroups: both(a.exceptGroups, b.exceptGroups),
    ...(also.length === 0 ? {} : { also }),
    ...(except.length === 0 ? {} : { except }),
  }
}

function withoutThem(draft: NoticeDraft, words: string, directory: Directory): Drafted {
  const heard = readAudience(words, directory, true)
  if (heard.kind !== 'read') return withAudience(draft, heard, directory)
  const { chambers, groups, also = [] } = heard.spec
  const except = { ...nobody, exceptChambers: chambers, exceptGroups: groups, except: also }
  return withSpec(draft, joined(draft.audience ?? nobody, except), directory)
}

function withMore(draft: NoticeDraft, words: string, directory: Directory): Drafted {
  const heard = readAudience(words, directory, true)
  if (heard.kind !== 'read') return withAudience(draft, heard, directory)
  return withSpec(draft, joined(draft.audience ?? nobody, heard.spec), directory)
}

/** What is no name changes nothing: 今天不用发. */
function onlyByName(drafted: Drafted): Drafted | undefined {
  return drafted.problem === undefined && !drafted.idle ? drafted : undefined
}

/** The name first, and what is wanted of it after; words of the text are taken out of the text. */
function changedByName(
  draft: NoticeDraft,
  words: string,
  directory: Directory,
  now: Date,
): Drafted | undefined {
  const out = TAKEN_OUT.exec(words)?.[1]
  if (out !== undefined) {
    const named = withoutThem(draft, out, directory)
    const quoted = out.replace(/^[“"「]|[”"」]$/gu, '')
    if (onlyByName(named) !== undefined || draft.text === undefined) return named
    return draft.text.split(quoted).length === 2
      ? withText(draft, draft.text.replace(quoted, ''), now)
      : named
  }
  const not = NOT_TO.exec(words)?.[1]
  if (not !== undefined) return onlyByName(withoutThem(draft, not, directory))
  const also = ALSO_TO.exec(words)?.[1]
  return also === undefined ? undefined : onlyByName(withMore(draft, also, directory))
}

/** 17:30, when the offices close, where no hour was said. */
const CLOSING = 17 * 60 + 30
const isoOf = (moment: SpokenMoment): string | undefined =>
  moment.kind === 'day'
    ? new Date(shanghaiMidnight(moment.day).getTime() + (moment.minute ?? CLOSING) * 60_000).toISOString()
    : undefined

export function draftFromChange(draft: NoticeDraft, said: string, directory: Directory, now: Date): Drafted {
  const words = said.trim()
  const bare = words.replace(/[。.!！]$/u, '')
  const receipts = RECEIPTS.exec(bare)
  if (receipts) return { draft: { ...draft, receipts: receipts[1] === undefined } }
  if (IN_GROUPS.test(bare) && draft.audience !== undefined)
    return { draft: { ...draft, audience: { ...draft.audience, despite: true } } }
  if (NO_FILES.test(bare)) {
    const { files: _without, ...rest } = draft
    return { draft: rest, idle: draft.files === undefined }
  }
  const departure = readDeparture(bare, now)
  if (departure !== undefined) return withDepartures(draft, [departure])
  const topic = readNewTopic(bare)
  if (topic !== undefined) return { draft: { ...draft, topic } }
  const term = readNewTerm(bare, now)
  const answerBy = term === undefined ? undefined : isoOf(term)
  if (answerBy !== undefined && new Date(answerBy) > now)
    return { draft: { ...draft, answerBy, receipts: true } }
  const fewer = FEWER_PEOPLE.exec(words)
  if (fewer) return withoutThem(draft, fewer[1] as string, directory)
  const more = MORE_PEOPLE.exec(words)
  if (more) return withMore(draft, more[1] as string, directory)
  const byName = changedByName(draft, words, directory, now)
  if (byName !== undefined) return byName
  const audience = NEW_AUDIENCE.exec(words)
  if (audience) return hearAudience(draft, (audience[1] ?? audience[2]) as string, directory)
  const replaced = replacePart(draft.text ?? '', words)
  if (replaced.kind === 'replaced') return withText(draft, replaced.text, now)
  if (replaced.kind === 'unclear')
    return { draft, idle: true, problem: texts.partUnclear(replaced.before, replaced.times) }
  const text = NEW_TEXT.exec(words)
  return text ? withText(draft, text[1] as string, now) : { draft, idle: true }
}
