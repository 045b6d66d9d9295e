/** What is said about the documents themselves, in words that can mean nothing else. */

import type { Listening, Reading } from '../../../conversation/feature.ts'
import type { Said } from '../../../conversation/said.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { may } from '../../../kernel/person.ts'
import { withoutCalls } from '../said-to-us.ts'
import type { AddData } from './add.dialogue.ts'
import type { CheckedData } from './checked.dialogue.ts'
import type { CorrectData } from './correct.dialogue.ts'

const LIST =
  /^(?:请问|想问下?|现在|目前|都|能查的?|我能查)*(?:有|能查)(?:哪些|什么|啥)(?:政策|政策文件|文件)(?:可以?查|能查)?(?:吗|呢|啊)?$|^(?:政策)?文件(?:清单|列表|目录)$|^(?:列一?下|看看|列出)(?:政策)?文件$/u
/** 入库, also with whom it is for: 入库，只给会员看; 把这份文件入库一下. */
const ADD =
  /^(?:请|帮我|麻烦|把)?(?:刚才|上面|刚发)?的?(?:这|那)?[个份张]?(?:政策|通知|扫描件|图片|照片)?(?:文件)?\s*(?:内部|会员|公开)?(?:入库|入一?下库|录入文件库|存进文件库)(?:吧|一下|了|啊|呗)?(?:$|[\s，,。：:（(])/u
const CORRECT = /^\s*(?:请|帮我)?(?:修改|更正|改一?下|订正)(?:政策)?文件[\s:：]*(.*)$/su
/** With the document's name behind it; 已核对，情况属实 is said of something else. */
const CHECKED =
  /^\s*(?:这份|文件)?(?:已经?核对(?:过|完|好)?了?|核对(?:完|好|过)了?)(?:[\s:：]+(?=[^\s，,])|(?=《))(.{1,80}?)\s*$/u
const CHECKED_ALONE = /^(?:这份|文件)?(?:已经?核对(?:过|完|好)?了?|核对(?:完|好|过)了)$/u
/** In our letter about a scan, what to say. */
const TO_CHECK = /“已核对 ([^”]+)”/u
const UNCHECKED =
  /^(?:待核对|没核对|未核对)的?(?:扫描件|文件)?(?:清单|列表)?$|^(?:有)?哪些(?:扫描件|文件)(?:还)?(?:没|未|待)核对$/u
const REMOVE = /^\s*(?:请|帮我|把)?(?:删除|删掉|移除|撤下)(?:政策)?文件[\s:：]*(.*?)\s*$/su

export function readLibraryWords(
  said: Said,
  { by, inProgress, answered = '' }: Listening,
): readonly Reading[] {
  const text = withoutCalls(said.text)
  const bare = text.replace(/[\s\p{P}]/gu, '')
  const allowed = may(by.person, 'policy.manage')
  const command = { band: 'command', score: 1 } as const
  if (LIST.test(bare))
    return [{ ...command, dialogue: 'policy.list', words: [text], label: '看政策文件清单' }]
  const files = [
    ...said.pieces.flatMap((piece) => piece.files ?? []),
    ...(said.quoted ?? []).flatMap((piece) => piece.files ?? []),
  ]
  if (ADD.test(text.trim())) {
    // While a file is offered, the word is the answer.
    if (inProgress === 'policy.add' && files.length === 0) return []
    const data: AddData = { allowed, files, isAsked: true, words: text }
    return [{ ...command, dialogue: 'policy.add', words: ['入库'], label: '文件入库', data }]
  }
  // What comes while a notice is written is enclosed with it.
  const isOffered = allowed && bare === '' && by.chat.kind === 'private' && inProgress !== 'notices.prepare'
  if (isOffered && files.some(isPaper)) {
    const data: AddData = { allowed, files: files.filter(isPaper), isAsked: false, words: '' }
    return [{ band: 'role', score: 0.6, dialogue: 'policy.add', words: [], label: '文件入库', data }]
  }
  const correction = CORRECT.exec(text)
  if (correction !== null) {
    const data: CorrectData = { allowed, ...nameAndRest(correction[1] ?? '') }
    return [{ ...command, dialogue: 'policy.correct', words: ['修改文件'], label: '修改政策文件', data }]
  }
  const check = UNCHECKED.test(bare)
    ? ['', '']
    : CHECKED_ALONE.test(bare)
      ? TO_CHECK.exec(answered)
      : CHECKED.exec(text)
  if (check !== null && allowed) {
    const data: CheckedData = { allowed, name: unquoted(check[1] ?? '') }
    return [{ ...command, dialogue: 'policy.checked', words: ['已核对'], label: '核对扫描件', data }]
  }
  const removal = REMOVE.exec(text)
  if (removal === null) return []
  const data = { words: removal[1] ?? '', allowed }
  return [{ ...command, dialogue: 'policy.remove', words: ['删除文件'], label: '删除政策文件', data }]
}

/** A file that people read; a picture by itself may be anything, and a workbook may be the ledger. */
const isPaper = ({ kind, name }: FileRef) =>
  kind === 'file' && /\.(?:pdf|docx?|wps|xlsx|txt|md|jsonl)$/iu.test(name)

const unquoted = (name: string) =>
  name
    .trim()
    .replace(/^[《“"「]|[》”"」]$/gu, '')
    .trim()

/** 《…》 or a file's name with its ending, else the first word. */
function nameAndRest(text: string): { name: string; words: string } {
  const found =
    /^\s*(《[^》]+》|“[^”]+”|"[^"]+"|\S+?\.(?:pdf|docx?|wps|html?|xlsx|txt|md|png|jpe?g)|[^\s，,：:]+)[\s，,：:的]*(.*)$/su.exec(
      text,
    )
  return { name: unquoted(found?.[1] ?? ''), words: (found?.[2] ?? '').trim() }
}
