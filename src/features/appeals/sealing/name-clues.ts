/** 某企业, 某人, 某镇长: names in the words of a sealed appeal, of the roster and of anybody else. Pure. */
import { type Directory, spokenName } from '../../../kernel/directory.ts'
import { findNamed, type NameList, prepareNames } from '../../../kernel/privacy.ts'
import { type Clue, clue } from './clues.ts'

/** Made once for a roster. */
const prepared = new WeakMap<Directory, NameList>()

function namesOf(directory: Directory): NameList {
  const known = prepared.get(directory)
  if (known !== undefined) return known
  const companies = [...directory.companies.values()].flatMap(({ name, aliases }) => [
    name,
    spokenName(name),
    ...aliases,
  ])
  const made = prepareNames({ people: [...directory.people.values()].map(({ name }) => name), companies })
  prepared.set(directory, made)
  return made
}

const titles =
  '总|董事长|董|经理|厂长|老板|主任|局长|镇长|乡长|县长|市长|书记|科长|股长|会长|所长|院长|校长|站长|队长|行长|处长|村长|师傅|律师|会计|主席'
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储段富焦侯宁仇甘祖武符刘景詹龙叶白赖卓蔺屠池乔阎翟谭申冉雍桑桂牛寿边燕尚温庄晏柴瞿充习艾容向古易慎廖终衡耿满匡文寇广东欧沃利蔚越聂晁敖融冷辛那简饶曾沙丰巢关蒯查岳帅'

export function nameClues(text: string, directory: Directory): Clue[] {
  const listed = findNamed(text, namesOf(directory)).map(({ kind, at, text: said }) =>
    kind === 'company' ? clue('company', at, said, '某企业') : clue('person', at, said, '某人'),
  )
  const titled = [
    ...text.matchAll(
      new RegExp(
        `(?<![\\u4e00-\\u9fa5](?=[工主]))(?:老|小)?[${surnames}][\\u4e00-\\u9fa5]{0,2}?(?:${titles})(?![\\u4e00-\\u9fa5]{0,1}(?:体|共|计|是|要|会|算|部|而))`,
        'gu',
      ),
    ),
  ].map((match) => {
    const title = new RegExp(`(?:${titles})$`, 'u').exec(match[0])?.[0] ?? ''
    const office =
      /主任|局长|镇长|乡长|县长|市长|书记|科长|股长|所长|院长|校长|站长|队长|行长|处长|村长|主席/.test(title)
    return clue('person', match.index, match[0], office ? `某${title}` : '某人')
  })
  const called = [
    ...text.matchAll(
      /(?:我叫|我的名字叫|名字是|本人姓名|联系人)[是为:： ]*([\u4e00-\u9fa5]{2,3})(?=[，,。.、\s]|$)/gu,
    ),
  ].map((match) =>
    clue('person', match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '', '某人'),
  )
  const old = [
    ...text.matchAll(
      new RegExp(`(?<![\\u4e00-\\u9fa5])(?:老|小)[${surnames}](?=[，,。\\s说讲给跟和的在去来就也])`, 'gu'),
    ),
  ].map((match) => clue('person', match.index, match[0], '某人'))
  return [...listed, ...titled, ...called, ...old, ...firmClues(text)]
}

const firm =
  /[\u4e00-\u9fa5A-Za-z（）()]{1,16}?(?:有限责任公司|股份公司|有限公司|集团公司|集团|公司|工厂|厂(?!子|里|区|房|长|家|门|商|址|方)|合作社|经营部|商行|商贸城|酒店|饭店|超市|养殖场|家庭农场)/gu
/** 我们公司, 供电公司, 一家建筑公司: no firm by name. */
const noFirm =
  /^(?:我|我们|俺|俺们|咱|咱们|他|他们|你们|这|那|这家|那家|这个|那个|这些|一家|几家|两家|有家|有的|某|某家|各|各家|别的|别家|其他|其它|本|贵|该|总|分|子|母|老|新|小|大|全|整个|个|家|在|去|到|给|把|被|让|和|跟|是|的|了|到了|开|办|开了|办了|建|建了|外地|当地|本地|国有|民营|私营|上市|企业)*(?:供电|电力|电网|自来水|供水|水务|燃气|天然气|供热|物业|物流|保险|担保|小贷|贷款|融资|租赁|建筑|施工|劳务|装修|运输|快递|通信|电信|移动|联通|铁塔|银行|环卫|城投|国投|投资|平台|招标|代理|评估|审计|检测|咨询|软件|网络|科技|贸易|食品|机械|化工|建材|服装|加工|门|水泥|砖|钢|铁|砂石|搅拌|混凝土)*$/u

function firmClues(text: string): Clue[] {
  return [...text.matchAll(firm)].flatMap((match) => {
    const ending =
      /(?:有限责任公司|股份公司|有限公司|集团公司|集团|公司|工厂|厂|合作社|经营部|商行|商贸城|酒店|饭店|超市|养殖场|家庭农场)$/u.exec(
        match[0],
      )?.[0] ?? ''
    // What stands before the name in the sentence is none of it.
    const name = match[0].replace(
      /^.*(?:我们是|我是|我们在|叫做?|名叫|位于|给|把|被|让|跟|和|与|欠了?|是|在|到|去|从|由|向|对|的|了|于|及|以及|还有|我们|俺们|咱们)(?=[\u4e00-\u9fa5A-Za-z]{2})/u,
      '',
    )
    if (name === ending || noFirm.test(name.slice(0, name.length - ending.length))) return []
    return [clue('company', match.index + match[0].length - name.length, name, '某企业')]
  })
}
