/** 王大妈家, 给李大壮看病: whether words that become public speak of a private person. Pure. */

/** Common surnames, without those that begin other words as often: 高龄, 周边, 向, 于, 方, 白, 金, 石, 江. */
const SURNAME =
  '[王李张刘陈杨黄赵吴徐孙马朱胡郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦邹孟熊秦邱尹薛闫侯陶黎贺郝龚邵钱覃戴莫]'
const CALLED = new RegExp(
  `(?:老|小)?${SURNAME}\\p{Script=Han}{0,2}?(?:先生|女士|大[妈爷娘叔哥姐嫂婶]|阿姨|叔叔|奶奶|爷爷|师傅|嫂子?|某|家(?=$|[\\s，,。;；、]))`,
  'u',
)
const FOR = new RegExp(
  `(?:为|给|帮|替|资助|救助|慰问|补贴)${SURNAME}\\p{Script=Han}{1,2}(?:同志|同学|一家|家)?(?=治|看病|买|修|交|住院|上学|的|$|[\\s，,。;；、])`,
  'u',
)
const WHOLE = new RegExp(`^(?:老|小)${SURNAME}$|^(?:老|小)?${SURNAME}\\p{Script=Han}{1,2}$`, 'u')
/** 李庄, 马街, 何村: places and bodies. */
const PLACE =
  /[镇村乡县市区组庄湾寨坝坪沟街路校院站所局办会厂园店户民众队部处委府坡岭山溪河江口桥塘铺集屯场营社楼岗坑坳冲埠港洲岛河沟里]$/u

/** `isWhom`: the words say who received it, so that a bare name is one. */
export function seemsPerson(text: string, isWhom = false): boolean {
  const said = text.trim()
  if (isWhom && WHOLE.test(said) && !PLACE.test(said)) return true
  return CALLED.test(said) || FOR.test(said)
}
