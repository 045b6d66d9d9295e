import { expect, test } from 'vitest'
import { asksForGifts } from '../../src/mailings/fundraising.ts'

test.each([
  '北岭镇遭了水灾，号召各企业踊跃捐款捐物',
  '请各位会员慷慨解囊',
  '献爱心，每家不少于500元，转到以下账户',
  '老邱的孩子住院了，大家有力出力，捐点钱',
  '众筹修路，扫码参与',
  '感谢大家上次的支持。这次还请各位继续捐助贫困学生',
])('a call: %s', (text) => expect(asksForGifts(text)).toBe(true))

test.each([
  '感谢各企业为灾区捐款',
  '捐赠仪式周五上午举行，请参加',
  '谨防募捐诈骗，请勿转账',
  '已捐款的企业请到财务室领取捐赠票据',
  '公益性捐赠税前扣除政策宣讲，请参加',
  '无偿献血周六举行，请踊跃参加',
  '捐赠名单公示见附件，请核对',
  '周五开会，收到请回复',
])('no call: %s', (text) => expect(asksForGifts(text)).toBe(false))
