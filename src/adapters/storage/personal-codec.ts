/**
 * Phones, contact details and sealed askers are written through this one codec. Sealing is AES-256-GCM;
 * equality ("is this phone known") is asked of a keyed digest, because sealed values differ every time.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { HouseError } from '../../kernel/errors.ts'

export const KEY_BYTES = 32
const VERSION = 'v1'
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export interface PersonalCodec {
  /** Eight hex digits that tell keys apart without giving them away: for `doctor` and beside backups. */
  readonly keyId: string
  /** `v1.<keyId>.<base64url>`; a different text every time. `purpose` names the field, such as `person.phone`. */
  seal(plain: string, purpose: string): string
  /**
   * @throws HouseError `personal-key`, with what to do: sealed with another key, for another purpose, or altered.
   */
  open(sealed: string, purpose: string): string
  /** 64 hex digits, the same for the same text and purpose. Normalise (spaces, +86) before. */
  digest(plain: string, purpose: string): string
}

export function createPersonalCodec(key: Uint8Array): PersonalCodec {
  if (key.length !== KEY_BYTES)
    throw new HouseError('personal-key', `密钥应为 ${KEY_BYTES} 字节，请检查 NIANGJIA_KEY。`)
  // Separate keys, so that knowing how one is used says nothing about the other.
  const sealing = subkey(key, 'seal')
  const digesting = subkey(key, 'digest')
  const keyId = subkey(key, 'key id').toString('hex').slice(0, 8)

  return {
    keyId,
    seal(plain, purpose) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, sealing, nonce, { authTagLength: TAG_BYTES })
      // The purpose is authenticated: a sealed phone copied into another field does not open there.
      cipher.setAAD(Buffer.from(purpose))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${VERSION}.${keyId}.${sealed.toString('base64url')}`
    },
    open(sealed, purpose) {
      const [version, sealedWith, content, ...rest] = sealed.split('.')
      if (version !== VERSION || !sealedWith || content === undefined || rest.length > 0) throw unreadable()
      if (sealedWith !== keyId) throw wrongKey(sealedWith, keyId)
      const bytes = Buffer.from(content, 'base64url')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw unreadable()
      const decipher = createDecipheriv(CIPHER, sealing, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
        return Buffer.concat([plain, decipher.final()]).toString('utf8')
      } catch (cause: unknown) {
        throw unreadable(cause)
      }
    },
    digest(plain, purpose) {
      // The length in front keeps `a` + `bc` and `ab` + `c` apart.
      return createHmac('sha256', digesting).update(`${purpose.length}:${purpose}${plain}`).digest('hex')
    },
  }
}

/** HKDF-SHA256 (RFC 5869); the key is already uniform, so it needs no salt. */
function subkey(key: Uint8Array, use: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', key, new Uint8Array(), `niangjia personal ${use} ${VERSION}`, KEY_BYTES),
  )
}

function wrongKey(sealedWith: string, ours: string): HouseError {
  return new HouseError(
    'personal-key',
    `个人信息是用另一把密钥（${sealedWith}）加密的，当前密钥是 ${ours}。请把原来的密钥设为 NIANGJIA_KEY，或放回数据目录里的密钥文件，再重新启动。`,
  )
}

function unreadable(cause?: unknown): HouseError {
  return new HouseError(
    'personal-key',
    '这项个人信息解不开：内容被改动过，或放错了字段。请从最近的备份恢复，并核对密钥。',
    { cause },
  )
}
