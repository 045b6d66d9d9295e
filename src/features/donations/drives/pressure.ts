/**
 * Words that turn a call into apportioning, pressure or shaming. Charity Law art. 32: no apportioning, open or
 * disguised; art. 82: nobody is named who does not agree, so people who gave nothing are never spoken of either.
 */
const WHOEVER = '(?:每|各|所有|全体)(?:个|一)?(?:家|户|人|会员|企业|单位|商会|职工|员工|老板|位|成员)+'
const PATTERNS: readonly RegExp[] = [
  /(?:变相)?摊派/gu,
  new RegExp(
    `${WHOEVER}(?:都|均)?(?:必须|务必|一律|至少|不少于|不低于|最低|都要|要|得|须|应当?|限)[^，,。；;\\n]{0,8}`,
    'gu',
  ),
  /(?:必须|务必|一定要|都要|都得|不得不)(?:捐|认捐|参加捐)/gu,
  /强制|硬性|起捐|限额|定额|最低捐|任务(?:数|额|指标)|(?:捐款?|认捐|募捐|分配)(?:的)?(?:任务|指标|名额)|(?:人|户|企)均(?:捐|不)/gu,
  /(?:捐款?|认捐)(?:不少于|不低于|至少)/gu,
  /(?:不捐|没捐|未捐|拒捐|没有捐|不肯捐|捐少|少捐)(?:款)?(?:的|者|企业|单位|名单|人)/gu,
  /排名|排行|名次|红黑榜|黑名单|通报|曝光|点名|批评/gu,
  /(?:与|跟|和|同)[^，,。；;\n]{1,12}挂钩|影响(?:评优|评先|年检|考核|贷款)|纳入[^，,。；;\n]{0,6}(?:考核|评优|评先|评比)/gu,
  /(?:从|在)(?:工资|薪酬|奖金|货款)[^，,。；;\n]{0,4}扣|代扣|直接扣/gu,
]

/** 不摊派、不排名: what is ruled out in the same breath is no pressure. */
const RULED_OUT =
  /(?:不|不得|不准|不许|不会|不再|不搞|不设|不作|不做|不予|严禁|禁止|绝不|决不|杜绝|反对|避免|没有|无)(?:任何|进行|搞|设|或者?|变相|摊派|、)*$/u

/** What has to be changed before the call may go out, each stretch once. */
export function findPressure(text: string): readonly string[] {
  const found = new Set<string>()
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (!RULED_OUT.test(text.slice(Math.max(0, match.index - 8), match.index))) found.add(match[0])
    }
  }
  // 每家必须捐 says it all; its part 必须捐 need not be named again.
  return [...found].filter((one) => ![...found].some((other) => other !== one && other.includes(one)))
}
