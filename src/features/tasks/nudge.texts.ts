export const nudgeTexts = {
  none: (who: readonly string[]) =>
    who.length === 0
      ? '您交办的都回话了，没有要催的。'
      : `没有您交给${who.join('、')}、还没回话的。要新交办，请说要办什么，例如“请${who[0]}三天内报我”。`,
  more: (asked: number, rest: number) => `先替您问前 ${asked} 件，还有 ${rest} 件没问。`,
}
