import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Topic } from '../../../mailings/topics.ts'
import { TOPIC_NAMES } from '../topic-names.ts'

const frame = (text: string) => `————\n${text}\n————`
const gapsLine = (gaps: readonly string[]) =>
  gaps.length === 0 ? '没有留空。要留空，把那几个字写成 {时间} 这样。' : `用的时候要填：${gaps.join('、')}。`

export const templatesTexts = {
  mayNot: () => '通知模板由工商联工作人员管。',
  askText: (name: string) =>
    `模板“${name}”的全文请发给我，要填的地方写成 {时间}、{地点} 这样。不存了就说“不存了”。`,
  tooLong: (most: number) => `太长了，模板最多 ${most} 字。请缩短后再发。`,
  fundraising: () => '这段话像是在请大家捐款捐物，不能存成通知模板。募捐请说“发起募捐”。',
  preview: (name: string, text: string, gaps: readonly string[], topic: Topic, isThere: boolean) =>
    [
      `模板“${name}”，存吗？`,
      frame(text),
      gapsLine(gaps),
      `类别：${TOPIC_NAMES[topic]}。`,
      ...(isThere ? ['已经有一个同名的，存了就换成这份。'] : []),
    ].join('\n'),
  saveChoices: (): readonly Choice[] => [
    { id: 'yes', label: '存' },
    { id: 'no', label: '不存' },
  ],
  saved: (name: string) => `模板“${name}”存好了。用的时候说“用模板 ${name} 发给某某商会”，要填的一起说也行。`,
  notSaved: (name: string) => `好的，模板“${name}”没有存。`,
  list: (templates: readonly { readonly name: string; readonly gaps: readonly string[] }[]) =>
    templates.length === 0
      ? '还没有模板。说“存成模板 名称：全文”就能存一个，要填的地方写成 {时间} 这样。'
      : [
          `有 ${templates.length} 个模板：`,
          ...templates.map(({ name, gaps }) =>
            gaps.length === 0 ? name : `${name}（要填：${gaps.join('、')}）`,
          ),
          '看全文说“看模板 名称”，用说“用模板 名称 发给某某商会”。',
        ].join('\n'),
  show: (name: string, text: string, gaps: readonly string[]) =>
    `模板“${name}”：\n${frame(text)}\n${gapsLine(gaps)}`,
  noSuch: (name: string) => `没有叫“${name}”的模板。有哪些，可以说“模板列表”。`,
  askDrop: (name: string, text: string) => `删掉模板“${name}”吗？\n${frame(text)}`,
  dropChoices: (): readonly Choice[] => [
    { id: 'yes', label: '删掉' },
    { id: 'no', label: '不删' },
  ],
  dropped: (name: string) => `模板“${name}”删掉了。`,
  kept: (name: string) => `好的，模板“${name}”留着。`,
}
