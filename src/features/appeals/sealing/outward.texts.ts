export const outwardTexts = {
  /** Where a unit looks at what was sealed after it had it. */
  notYet: () => '（诉求人要求保密，内容由工商联核对后再发给您单位）',
  /** Instead of a file's own name. */
  file: (n: number, ending: string) => `附件${n}${ending}`,
  summary: (category: string) => `${category}诉求，诉求人要求保密`,
}
