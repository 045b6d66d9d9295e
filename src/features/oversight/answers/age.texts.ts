export const ageTexts = {
  /** Calendar days since it was filed, both included. */
  band: (over: number | undefined, upTo: number | undefined) =>
    over === undefined ? `${upTo}天以内` : upTo === undefined ? `${over}天以上` : `${over + 1}到${upTo}天`,
  whole: () => '没办完',
  head: (
    total: number,
    overdue: number,
    oldest: { readonly label: string; readonly n: number } | undefined,
  ) =>
    total === 0 || oldest === undefined
      ? '目前没有未办完的。'
      : `没办完的 ${total} 件${overdue > 0 ? `，其中 ${overdue} 件超期` : ''}；最久的是登记${oldest.label}的 ${oldest.n} 件。`,
  line: (label: string, n: number, late: number) =>
    `${label} ${n} 件${late > 0 ? `，其中 ${late} 件超期` : ''}`,
}
