import type { Choice } from '../../../../kernel/letter-draft.ts'
import type { Consent, Donor } from '../gift.ts'
import { spokenConsent } from '../spoken-given.ts'

export const consentTexts = {
  howShown: () => '公示时怎么写？回“匿名”“写公司名”或“写我名字”。没有您同意，一律匿名。',
  nothingOfYours: () =>
    '没有查到您的认捐或到账，名单里没有您的名字；没有您同意，以后也一律匿名。要给诉求保密，说“诉求保密”。',
  noSuch: (words: string) => `没有找到您的${words}，请核对一下编号。`,
  neverNamed: () => '未成年人的捐赠一律匿名，不署名。',
  already: (words: string) => `${words} 现在就是这样，不用改。`,
  preview: (words: string, consent: Consent, donor: Donor, isTakenBack: boolean) =>
    [
      `${words} 改为：公示时${spokenConsent(consent, donor)}。`,
      isTakenBack
        ? '已经公示过的名单会另出一版，把名字换成匿名；已经发到群里的图收不回来。'
        : '您随时可以改回来，说“匿名”就行。',
    ].join('\n'),
  choices: (): readonly Choice[] => [
    { id: 'yes', label: '改' },
    { id: 'no', label: '不改' },
  ],
  changed: (words: string, consent: Consent, donor: Donor) =>
    `改好了：${words}，公示时${spokenConsent(consent, donor)}。`,
  left: () => '好的，没有改。',
  all: (count: number) => `您的 ${count} 笔`,
  pledge: (number: number) => `认捐${number}`,
  gift: (number: number) => `到账${number}`,
}
