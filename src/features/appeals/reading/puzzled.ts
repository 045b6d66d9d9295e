/** 啥意思, 我要干啥: asked back at what we said, and no part of a matter. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'

const asked = anyOf([
  /(?:啥|什么|甚么|几个)(?:个)?意思|看不(?:懂|明白)|(?:没|不)(?:太)?(?:看)?(?:懂|明白)|搞不(?:懂|清)|不(?:会|知道)(?:怎么|咋)?(?:弄|操作|用|搞|整)/,
  /(?:我|咱|俺)?(?:要|该|得|需要|还要)(?:干|做|弄|咋|怎么)(?:啥|什么|嘛|么|弄|办|做)?|(?:咋|怎么|如何)(?:弄|操作|确认|提交|回|回复|整)(?:啊|呢|呀)?$/,
  /(?:这|那)(?:是|个)?(?:啥|什么|干嘛|干啥|干什么)(?:呀|啊|呢|的|用)?|(?:为啥|为什么|干嘛)(?:给|发|问|要)我|然后呢|下一步(?:呢|干啥|做什么)|点(?:哪|哪里|哪个)/,
  /(?:提交|确认|登记)(?:了|后|之后|完)?(?:会|能|有)?(?:怎么?样|咋样|怎样|什么用|啥用|怎么办|会咋)|(?:要|收)(?:不要|不收)?钱(?:吗|不|么)|收费(?:吗|不)|你(?:在)?说(?:的)?(?:啥|什么)/,
])

/** Longer words tell something as well. In characters. */
const LONGEST = 20

export function looksPuzzled(text: string): boolean {
  const said = toHalfWidth(text).replace(/[\s?!。，,]+/g, '')
  return (said.length > 0 && said.length <= LONGEST && asked.test(said)) || /^[?？]+$/.test(text.trim())
}
