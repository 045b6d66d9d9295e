/** What the unit's page is answered; it shows `error` as it is. */
export const unitPageTexts = {
  noSuch: '这个链接不对，或者换了手机、电脑打开。请联系工商联工作人员重新发一个。',
  openedElsewhere:
    '这个链接已经在别的手机或电脑上打开过，只认那一台。要在这里办，请联系工商联工作人员重新发一个。',
  malformed: '这条消息没有看懂，请刷新网页再试。',
  tooMany: '太快了，请稍等一分钟再试。',
  notNow: '暂时没有存下来，请再发一次。',
  noPage: '没有这个页面。',
  noFile: '这个附件已经取不到了。',
} as const
