import { categoryLabels } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Consent, Finding } from '../visit.ts'
import { companyNameOf, consentLabels, findingNumber } from '../visits.texts.ts'

const ofCompany = ({ company }: Finding, directory: Directory) =>
  company === null ? '没说是哪家' : companyNameOf(company, directory)

const line = (finding: Finding, directory: Directory) =>
  `${findingNumber(finding.visit, finding.n)} ${ofCompany(finding, directory)}：${finding.words}`

export const findingsTexts = {
  choices: {
    file: [
      { id: 'yes', label: '登记' },
      { id: 'no', label: '先不登记' },
    ],
    link: [
      { id: 'yes', label: '确认归并' },
      { id: 'no', label: '不并' },
    ],
    drop: [
      { id: 'yes', label: '确认不登记' },
      { id: 'no', label: '再看看' },
    ],
    consent: [
      { id: 'yes', label: '记下' },
      { id: 'no', label: '不记' },
    ],
  },
  file: (findings: readonly Finding[], directory: Directory) =>
    [
      findings.length === 1 ? '登记为诉求：' : `登记为 ${findings.length} 件诉求：`,
      ...findings.map(
        (one) =>
          `${line(one, directory)}（${categoryLabels[one.category ?? 'other']}）${one.appeal === null ? '' : `，可能就是 ${one.appeal}，是同一件请说“并到 ${one.appeal.slice(5)}”`}`,
      ),
      '登记后会告诉企业，由他们决定谁来跟进。确认吗？',
    ].join('\n'),
  link: (
    findings: readonly Finding[],
    number: string,
    about: string,
    isOther: boolean,
    directory: Directory,
  ) =>
    [
      ...findings.map((one) => line(one, directory)),
      `归到 ${number}（${about}），写进它的办理记录。`,
      ...(isOther ? ['注意：两边不是同一家企业。'] : []),
      '确认吗？',
    ].join('\n'),
  drop: (findings: readonly Finding[], reason: string, directory: Directory) =>
    [...findings.map((one) => line(one, directory)), `不登记，理由：${reason}。`, '确认吗？'].join('\n'),
  consent: (findings: readonly Finding[], consent: Consent, directory: Directory) =>
    [...findings.map((one) => line(one, directory)), `记为：${consentLabels[consent]}。`, '确认吗？'].join(
      '\n',
    ),
  why: () => '不登记的理由是什么？一句话就行，会告诉走访的领导。',
  whichCompany: (finding: Finding) =>
    `${findingNumber(finding.visit, finding.n)} 没说是哪家：“${finding.words}”。是哪家企业的？`,
  needsConsent: (findings: readonly Finding[]) =>
    `${findings.map((one) => findingNumber(one.visit, one.n)).join('、')} 是拍砖记下的，企业还没同意给办理单位看，先不能登记。企业口头同意的，说“${findingNumber(findings[0]?.visit ?? '', findings[0]?.n ?? 1)} 企业同意”。`,
  nothingOpen: (number: string) => `${number} 没有等着核定的问题。`,
  alreadyDecided: (finding: Finding) =>
    `${findingNumber(finding.visit, finding.n)} 已经处理过了：${finding.state === 'dropped' ? `不登记（${finding.note ?? ''}）` : (finding.appeal ?? '')}。`,
  noAppeal: (number: string) => `没有找到在办的 ${number}，请核对编号。`,
  appealOver: (number: string) => `${number} 已经不在办了，这条可以单独登记。`,
  notYours: () => '走访线索由工商联工作人员核定。',
  left: () => '好的，没有动。',
  done: (act: 'file' | 'link' | 'drop' | 'consent', findings: readonly Finding[]) => {
    const parts = findings.map((one) => {
      const name = findingNumber(one.visit, one.n)
      if (act === 'file') return `${name} 已登记为 ${one.appeal ?? ''}`
      if (act === 'link') return `${name} 已归到 ${one.appeal ?? ''}`
      return act === 'drop'
        ? `${name} 不登记`
        : `${name} ${one.consent === null ? '' : consentLabels[one.consent]}`
    })
    return `${parts.join('；')}。`
  },
  /** To whose visit it was. */
  toLeader: (act: 'file' | 'link' | 'drop', findings: readonly Finding[], directory: Directory) =>
    findings
      .map((one) => {
        const what = `您走访带回的“${one.words}”（${ofCompany(one, directory)}）`
        if (act === 'file') return `${what}已登记${one.appeal === null ? '' : `为 ${one.appeal}`}。`
        return act === 'link'
          ? `${what}归到${one.appeal === null ? '已经在办的一件' : `在办的 ${one.appeal}`}。`
          : `${what}没有登记：${one.note ?? ''}。`
      })
      .join('\n'),
  told: (who: string, day: string) => `${who}${day}走访时了解到您企业的一个问题`,
}
