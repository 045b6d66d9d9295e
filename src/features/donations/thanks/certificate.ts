import type { Directory } from '../../../kernel/directory.ts'
import type { CertificatePicture } from '../../../kernel/picture.ts'
import type { Drive } from '../drive.ts'
import type { Gift } from '../gifts/gift.ts'
import { thanksTexts as texts } from './thanks.texts.ts'

/** 致谢证书: the federation's thanks, no receipt. With a seal only where it was uploaded. Pure. */
export function certificatePicture(
  gift: Gift,
  drive: Drive,
  directory: Pick<Directory, 'companies' | 'federation'>,
  at: Date,
  seal: Uint8Array | undefined,
): CertificatePicture {
  return {
    kind: 'certificate',
    title: texts.title(),
    to: texts.to(gift, directory),
    body: texts.body(gift, drive),
    from: directory.federation,
    day: texts.day(at),
    number: texts.number(gift),
    ...(seal === undefined ? {} : { seal }),
  }
}
