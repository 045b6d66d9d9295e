/** What the desk says of each lawful route: who takes it, by what rule, and the term that must not be missed. */
import type { LawfulRoute } from './lawful-route.ts'

export type RouteText = {
  readonly organ: string
  /** The rule it rests on; an article only where its number is certain in the version in force. */
  readonly basis: string
  readonly advice: string
}

export const lawfulRouteTexts: Readonly<Record<LawfulRoute, RouteText>> = {
  court: {
    organ: '人民法院',
    basis: '《民事诉讼法》第六条',
    advice:
      '案件由人民法院依法独立审理，我们不能过问。上诉、申请执行都有期限，请以裁判文书写明的为准，或问您的律师。',
  },
  'labour-arbitration': {
    organ: '劳动人事争议仲裁委员会',
    basis: '《劳动争议调解仲裁法》第五十条',
    advice:
      '请按仲裁委的通知准备。对裁决不服、法律允许起诉的，自收到裁决书之日起十五日内向人民法院提起诉讼。',
  },
  arbitration: {
    organ: '仲裁机构',
    basis: '《仲裁法》',
    advice: '仲裁实行一裁终局，由仲裁机构独立裁决，我们不能过问。请按仲裁机构的通知办理。',
  },
  'administrative-review': {
    organ: '行政复议机关',
    basis: '《行政复议法》第二十条',
    advice: '对行政行为不服，一般自知道之日起六十日内可以申请行政复议。已经申请的，由复议机关依法决定。',
  },
  discipline: {
    organ: '纪检监察机关',
    basis: '《监察法》',
    advice:
      '公职人员违纪违法的线索请直接交给纪检监察机关，举报电话 12388。我们不留存、不转述这类线索的内容。',
  },
  petition: {
    organ: '信访工作机构',
    basis: '《信访工作条例》第三十五条',
    advice:
      '已经在信访程序里的，由受理单位答复。对处理意见不服的，自收到书面答复之日起三十日内可以申请复查。',
  },
  police: {
    organ: '公安机关',
    basis: '《刑事诉讼法》第一百一十二条',
    advice: '案件由公安机关依法办理。认为不予立案的决定有误，可以向作出决定的公安机关申请复议。',
  },
  'tax-secrecy': {
    organ: '税务机关',
    basis: '《税收征收管理法》第八条',
    advice: '别家企业的纳税情况受保密保护，我们查不到，也不能代问。',
  },
  'payment-complaint': {
    organ: '省级以上负责中小企业促进工作的部门',
    basis: '《保障中小企业款项支付条例》第二十四条、第二十五条',
    advice:
      '机关、事业单位和大型企业拖欠中小企业款项的，还可以走款项支付投诉：受理后十个工作日内转交，处理部门收到材料三十日内书面反馈。',
  },
}
