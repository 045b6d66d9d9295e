/** Reading numbers and marks out of bytes that may end anywhere: beyond the end there are no matches. */

export function startsWith(bytes: Uint8Array, mark: string | readonly number[], offset = 0): boolean {
  if (offset < 0 || offset + mark.length > bytes.length) return false
  for (let i = 0; i < mark.length; i++) {
    if (bytes[offset + i] !== (typeof mark === 'string' ? mark.charCodeAt(i) : mark[i])) return false
  }
  return true
}

/** The view shares the memory, so that nothing is copied for a look. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** ASCII text; bytes beyond the end are left out. */
export function asciiAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length))
}

export function contains(
  bytes: Uint8Array,
  text: string,
  encoding: 'latin1' | 'utf16le' = 'latin1',
): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, encoding)
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
