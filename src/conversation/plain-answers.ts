/**
 * Short answers to an open question, read by rule. Only when they are all that was said:
 * "不对，是400万" is a correction and belongs to the dialogue.
 */
import { readOrdinal, toHalfWidth } from '../kernel/chinese-numbers.ts'

export type AnswerChoice = { readonly id: string; readonly label: string }

/** A choice whose id is `yes` or `no` is given back as that kind, so that a dialogue asks one question only. */
export type PlainAnswer =
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'yes' | 'no' | 'skip' | 'cancel' }

type Kind = 'yes' | 'weakYes' | 'no' | 'skip' | 'cancel' | 'filler'

function whole(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`)
}

/** In order: the first that fits the whole piece. 中 and 管 are how Henan and Shandong say yes. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  [
    'cancel',
    whole(
      '(?:我)?(?:要|想)(?:退出|取消)(?:了)?',
      '(?:我|先|那|还是)*(?:取消|算了|拉倒|作罢|退出|撤了|撤回|撤销|停止|终止|放弃)(?:算了|掉|它|吧|本次|这次|登记|诉求)*',
      '(?:我|先|那|就|还是)*(?:不|别)(?:报|弄|办|搞|填|反映|申请|登记|提|说|问|继续)(?:这个|这事|它)?(?:算)?了',
      '(?:我)?不(?:想)?(?:报|弄|办|反映)了',
      '(?:算了|拉倒)(?:吧)?(?:我|先)?(?:不|别)(?:报|弄|办|搞|填|反映|登记|提|说|问|发|派|要)了?',
      '当我没说(?:过)?',
      '(?:不要|别管|不弄|没事|没事儿)了',
      'cancel|quit|stop',
    ),
  ],
  [
    'no',
    whole(
      '不+',
      '不是(?:的|这样|这个|这样的)?',
      '不对(?:的)?',
      '(?:先|暂时|还|我)?不(?:用|要|必|需要|行|可以|同意|确认|提交|发|发送|想|愿意|好|中|成|通过|批准|登记|清退|撤|撤回|派|派单|退|退回|删|删除)(?:了)?',
      '(?:先|都)?别(?:发|提交|确认|登记|撤|派|退|删)(?:了)?',
      '否(?:定|认)?',
      '(?:写|填|记|搞|弄)?错(?:了|的)',
      '有误|没对|拒绝|驳回|反对|no|n|nope|❌|✖',
    ),
  ],
  [
    'skip',
    whole(
      '(?:我|这个|也|都|还|目前|暂时|具体)*(?:不太?|不是很|不大|不怎么|没太?)(?:清楚|知道|了解|确定|晓得|记得|懂|好说)(?:了|的)?',
      '(?:我)?(?:记不清|记不得|想不起来|说不清|说不好|说不准|说不上来|忘|忘记)(?:楚)?(?:了)?',
      '(?:这个|暂时|目前|也|都|就|别的|其他的?)*(?:没有|没|没啥|没别的|没其他)(?:了|补充|要说的|别的)*',
      '无|暂无|跳过|略|略过|下一个|下一步|下一题|pass|skip',
      '(?:目前|暂时)?(?:就|先|只有|大概)(?:这些|这么多|这样|这个|那样|这)(?:情况|事)?(?:了)?',
      '(?:说|讲|写|发)完(?:了)|没什么(?:了|要说的)?|到此为止',
    ),
  ],
  [
    'yes',
    whole(
      '(?:我)?确认(?:提交|发送|发|登记|无误|没错|了|的)*',
      '(?:可以|好|对|行|就|那就|请|麻烦)*(?:提交|发送|发出|发出去|登记|报上去|交上去)(?:了)?',
      '(?:就)?是+(?:的|这样|这样的|这个|呀)*',
      '(?:就|完全|都)?对+(?:的|了)*',
      '(?:就|也)?可以+(?:的|了)?',
      '没(?:有)?(?:问题|错|毛病|意见)(?:的|了)?|冇问题|无误|无异议',
      '行+(?:的|了)?|成|要得|得行|中+|管|妥+(?:了)?|当然(?:了|可以|是)?|必须的',
      '(?:那|就|可以|行)?(?:这样|这么|按这个|照这个|按这样)(?:报|交|提|提交|登记|办|弄|报上去|交上去)(?:了)?',
      '(?:我)?(?:同意|批准|通过|赞成|愿意|需要|要的|准了|正确|属实)(?:的|了)?',
      'yes|yep|yeah|y|ok+的?|okay|okey|sure',
      '发|就发|发出去|就这么(?:办|定|发)(?:了)?|就按这个(?:来|发|办|报)?',
    ),
  ],
  ['weakYes', whole('嗯+|恩+|唔|哦+|噢|好+(?:的+|滴|嘞|来|咧|了)?|中嘞|👌|👍|✅|✔|☑|🆗|🙆')],
  [
    'filler',
    whole('谢谢+(?:你|您|了)?|多谢|辛苦(?:了|您)?|麻烦(?:了|您|你)?|拜托(?:了)?|那|就|🙏|🤝|🌹|😊|😂'),
  ],
]

/** Sentence particles carry no meaning of their own; 吗 does, and stays. */
const particles = /(?:[吧啊呀哦哈嘛呢哒滴呗啦嘞噢喔哟诶哎~]|就是了|就行|即可)+$/

const thanksAtEnd = /(?:谢谢+|多谢|辛苦|麻烦|拜托)(?:你|您|了)*$/

/** The piece as it is, without what adds nothing, and once where it was said twice (是的是的). */
function readPiece(piece: string): Kind | undefined {
  const thankless = piece.replace(thanksAtEnd, '')
  const bare = thankless.replace(particles, '')
  const half = bare.slice(0, bare.length / 2)
  // 嗯对: the nod before the word.
  const nodded = bare.replace(/^(?:嗯+|恩+|哦+)(?=.)/, '')
  const candidates = [piece, thankless, bare, half + half === bare ? half : '', nodded]
  for (const [kind, pattern] of kinds)
    if (candidates.some((candidate) => candidate !== '' && pattern.test(candidate))) return kind
  return undefined
}

/** Without spaces and signs, in half width and lower case, for comparing with a label. */
function bareLabel(text: string): string {
  return toHalfWidth(text)
    .toLowerCase()
    .replace(/[\s.,。，、!！;；:：()"'“”「」~～]/g, '')
}

function byChoice(choice: AnswerChoice): PlainAnswer {
  return choice.id === 'yes' || choice.id === 'no' ? { kind: choice.id } : { kind: 'choice', id: choice.id }
}

function findChoice(text: string, choices: readonly AnswerChoice[]): PlainAnswer | undefined {
  const said = bareLabel(text)
  if (said === '') return undefined
  for (const wanted of [
    said,
    said.replace(/^(?:我)?(?:要|选择?|就|是|按|点)+/, ''),
    said.replace(particles, ''),
  ]) {
    const byLabel = choices.find(({ id, label }) => {
      const bare = bareLabel(label)
      // 不催 for 先不催.
      return bare === wanted || id === wanted || bare.replace(/^(?:先|暂时?)/, '') === wanted
    })
    if (byLabel) return byChoice(byLabel)
  }
  const ordinal = readOrdinal(text) ?? (/^最后一?[个项条]$/.test(said) ? choices.length : undefined)
  const byNumber = ordinal === undefined ? undefined : choices[ordinal - 1]
  if (byNumber) return byChoice(byNumber)
  // "2 不提交": the number and its own label agree.
  const both = /^[(（]?(\d{1,2})[)）.、,，:：\s]*(\D.*)$/s.exec(toHalfWidth(text).trim())
  const numbered = both ? choices[Number(both[1]) - 1] : undefined
  return numbered && bareLabel(numbered.label) === bareLabel(both?.[2] ?? '') ? byChoice(numbered) : undefined
}

function settle(pieces: readonly (Kind | undefined)[]): PlainAnswer['kind'] | undefined {
  const said = new Set(pieces.filter((kind) => kind !== 'filler'))
  if (said.has(undefined) || said.size === 0) return undefined
  if (said.size > 1) said.delete('weakYes')
  // "对，没有了" agrees and has nothing to add.
  if (said.size === 2 && said.has('yes') && said.has('skip')) return 'yes'
  // "不要了，取消" says one thing twice.
  if (said.size === 2 && said.has('no') && said.has('cancel')) return 'cancel'
  if (said.size !== 1) return undefined
  const [only] = said
  return only === 'weakYes' ? 'yes' : (only as 'yes' | 'no' | 'skip' | 'cancel')
}

/**
 * What a short answer means, or nothing when it is more than an answer, or a question back.
 * A number or a label wins over the words; a bare 1 without choices is a yes.
 */
export function readPlainAnswer(
  text: string,
  choices: readonly AnswerChoice[] = [],
): PlainAnswer | undefined {
  const said = text.replace(/^(?:\s*[@＠][^\s@＠]{1,24}\s)+/, '').trim()
  // A plain answer is short; anything longer is not worth the look.
  if (said === '' || said.length > 40) return undefined
  const choice = findChoice(said, choices)
  if (choice) return choice
  if (/[?？]\s*$/.test(said)) return undefined
  if (choices.length === 0 && readOrdinal(said) === 1) return { kind: 'yes' }
  const pieces = toHalfWidth(said)
    .toLowerCase()
    .replace(/\ufe0f|\p{Emoji_Modifier}/gu, '')
    .split(/[\s,，.。、!！;；~～…:：]+|(?<=\p{Extended_Pictographic})|(?=\p{Extended_Pictographic})/u)
    .filter((piece) => piece !== '')
  const kind = settle(pieces.map(readPiece)) ?? settle([readPiece(pieces.join(''))])
  return kind === undefined || kind === 'choice' ? undefined : { kind }
}

const confirmFirst =
  /^(确认|同意|通过|批准|准|可以|yes|ok|不确认|不同意|不通过|不批准|不|别|取消|驳回|拒绝|停止|停)(?:发送|发出|发|提交|群发)?(?:了|吧)?[\s:：#№,，]*(?:编号|单号|号)?[\s:：#]*(\d{3,6})号?[。.!！]?$/
const numberFirst =
  /^[#№]?(\d{3,6})号?[\s,，:：]*(确认|同意|通过|批准|可以|不确认|不同意|不通过|不批准|不|别|取消|驳回|拒绝|停止)(?:发送|发出|发|提交)?(?:了|吧)?[。.!！]?$/
const refusals = /^(?:不|别|取消|驳回|拒绝|停)/

/** `确认发送 8841` and `8841 不发`: a yes or no to one of several things that wait, by its short number. */
export function readConfirmNumber(text: string): { verb: 'yes' | 'no'; number: string } | undefined {
  const said = toHalfWidth(text).trim().toLowerCase()
  const first = confirmFirst.exec(said)
  const second = first ? undefined : numberFirst.exec(said)
  const verb = first?.[1] ?? second?.[2]
  const number = first?.[2] ?? second?.[1]
  if (verb === undefined || number === undefined) return undefined
  return { verb: refusals.test(verb) ? 'no' : 'yes', number }
}
