import type { Directory } from '../../../kernel/directory.ts'
import type { Consent, Finding } from '../visit.ts'
import { companyNameOf, findingNumber, visitNumber } from '../visits.texts.ts'

export const consentChoices: readonly { readonly id: Consent; readonly label: string }[] = [
  { id: 'unit', label: '办理单位可以看' },
  { id: 'chamber', label: '只给工商联和商会' },
  { id: 'nobody', label: '都不要给' },
]

export const consentTexts = {
  asks: (number: number, lines: readonly string[]) =>
    [
      `${visitNumber(number)}（拍砖）记下了您企业说的 ${lines.length} 条问题：`,
      ...lines.map((line, i) => `${i + 1}. ${line}`),
      '可以给谁看？没有您同意，不会转给办理单位。',
    ].join('\n'),
  noted: (consent: Consent) =>
    consent === 'unit'
      ? '好的，工商联核定后登记成诉求，转给办理单位，进展会告诉您。'
      : consent === 'chamber'
        ? '好的，只留在工商联和商会，不转给办理单位。'
        : '好的，这些不再往外说，也不登记。',
  gone: () => '这次的记录已经处理过了，谢谢。',
  later: () => '好的，您没有同意之前不会转出去。想好了告诉工商联就行。',
  which: () => '请选一个：办理单位可以看、只给工商联和商会、都不要给。',
  staff: (visit: string, findings: readonly Finding[], consent: Consent, directory: Directory) => {
    const [first] = findings
    const of = first?.company == null ? '' : companyNameOf(first.company, directory)
    const numbers = findings.map(({ n }) => findingNumber(visit, n)).join('、')
    return consent === 'unit'
      ? `${of}同意把 ${numbers} 给办理单位看，可以登记了，说“登记 ${findingNumber(visit, first?.n ?? 1)}”。`
      : consent === 'chamber'
        ? `${of}只同意工商联和商会看 ${numbers}，不转办理单位。`
        : `${of}不同意外传 ${numbers}，已按不登记处理。`
  },
}
