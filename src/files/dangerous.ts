/** What is never taken in, because opening it runs something. */
import { contains, startsWith } from './bytes.ts'
import { namesInZip } from './sniff-containers.ts'

const PROGRAMS: readonly (string | readonly number[])[] = [
  'MZ', // Windows
  [0x7f, 0x45, 0x4c, 0x46], // Linux
  [0xfe, 0xed, 0xfa, 0xce], // macOS, four ways
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe], // Java, and macOS for two processors
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // a Windows shortcut
]

/** Voice formats also begin with `#!`; they are no scripts. */
const SCRIPT = /^#!(?!AMR|SILK)/

/** HTML, SVG and the like, also behind a byte order mark, white space or comments. */
const PAGE = /<(?:!doctype\s+(?:html|svg)|html|head|body|svg|script|iframe|\?php)[\s>/]/i

const NAMES =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs?|vbe|jse?|mjs|wsf|hta|lnk|msi|reg|jar|apk|ipa|dmg|deb|rpm|sh|php|html?|xhtml|mht|svgz?|docm|dotm|xlsm|xltm|pptm|url)$/i

/**
 * True for programs, scripts, pages that could run script in a staff member's browser, shortcuts, and
 * office documents with macros: by the bytes, and by the name where plain text would run under it (.bat).
 */
export function isDangerous(bytes: Uint8Array, name: string): boolean {
  // Windows drops trailing dots and spaces, so `a.exe.` runs.
  if (NAMES.test(name.replace(/[\s.]+$/u, ''))) return true
  if (PROGRAMS.some((mark) => startsWith(bytes, mark))) return true
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  if (SCRIPT.test(head) || (!isBinary(bytes) && PAGE.test(head))) return true
  return hasMacros(bytes)
}

/** Pictures and documents may hold such words by chance or in their metadata; nobody runs them as a page. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 2048).includes(0)
}

function hasMacros(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return contains(bytes, '_VBA_PROJECT', 'utf16le')
  return (
    startsWith(bytes, 'PK\u0003\u0004') && namesInZip(bytes).some((name) => /vbaProject\.bin$/i.test(name))
  )
}
