/** Words by which people ask but which no document answers with; taken off the question, never off the documents. */

// Longest first within each line, so that 能不能 goes before 能.
const ASKING = [
  // politeness and openings
  '顺便问一下|顺便问下|顺便再问|顺便问|顺便|另外问一下|另外问下|再问一下|再问下|还想问一下|还想问|对了|话说|你好|您好|请问一下|请问|麻烦问一下|麻烦问下|想问一下|想问下|问一下|问下|咨询一下|咨询下|想咨询|咨询|请教一下|请教|想了解一下|想了解|了解一下|谢谢|求助|各位|领导好|老师|帮忙看看|帮我查一下|帮我查查|查一下|看一下|告诉我|说一下',
  // yes or no
  '是不是|能不能|可不可以|可以不可以|会不会|要不要|用不用|需不需要|有没有|是否可以|是否能够|是否|能否|可否|算不算|行不行|可以吗|对吗|是吗|吗|呢|吧|啊|呀|嘛',
  // which, what, how
  '有什么|是什么|为什么|什么时候|什么样|什么|干什么|啥时候|为啥|啥|有哪些|是哪些|哪一些|哪一个|哪一项|哪一种|哪一|哪几个|哪几|哪些|哪个|哪位|哪里|哪儿|哪种|哪年|哪|谁|怎么办理|怎么办|怎么样|怎么|怎样|如何处理|如何|咋办|咋|何时|何处|何地|何种|何',
  '多少|几个|几|多大|多久|多长时间|多长|多高',
  // who is asking, and the glue between
  '我们公司|我们企业|我们|我公司|咱们|我|你们|你|您|自己|别人|对方|这个|那个|这种|这样|那么|的话|的时候|请|想要|想|应该|应当|可以|能够|需要|属于|怎|么|了|的|地|得',
]

const ASKING_WORDS = new RegExp(ASKING.join('|'), 'gu')

/** The question without its asking words; a question of nothing else stays as it is. */
export function withoutAskingWords(question: string): string {
  const bare = question.normalize('NFKC').replace(ASKING_WORDS, ' ')
  return /[\p{L}\p{N}]/u.test(bare) ? bare : question
}
