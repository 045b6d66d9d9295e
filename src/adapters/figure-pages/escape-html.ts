const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe to stand in a page, also within an attribute in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign)
