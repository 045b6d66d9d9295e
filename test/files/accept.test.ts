import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accept } from '../../src/files/accept.ts'
import { digest } from '../../src/files/digest.ts'
import { bytesOf, exifSegment, jpeg, ole, png, zip } from './pictures.ts'

const MEGABYTE = 1_000_000
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a file handed in', () => {
  it('is taken without its metadata and known by the digest of what is left', () => {
    const taken = accept(jpeg([exifSegment()]), '回单.jpeg', MEGABYTE)
    expect(taken).toEqual({
      ok: true,
      bytes: jpeg(),
      sha256: digest(jpeg()),
      mediaType: 'image/jpeg',
      size: jpeg().length,
      name: '回单.jpeg',
      orientation: 6,
    })
  })

  it.each<[string, Uint8Array, string, string]>([
    ['empty', bytesOf(), 'a.txt', 'empty'],
    ['larger than the limit', new Uint8Array(MEGABYTE + 1), 'a.bin', 'too-large'],
    ['of no kind we work with', zip(['notes.txt']), 'a.zip', 'unknown-type'],
    ['a picture cut off in its head', png().subarray(0, 40), 'a.png', 'damaged'],
    ['a program, whatever its name', bytesOf('MZ', [0x90, 0]), '照片.jpg', 'dangerous'],
    ['a script', utf8('#!/bin/sh\nrm -rf ~'), '说明.txt', 'dangerous'],
    ['text that runs under its name', utf8('del /q *.*'), 'a.bat', 'dangerous'],
    ['text that runs under its name with a dot behind', utf8('del /q *.*'), 'a.bat. ', 'dangerous'],
    ['a page', utf8('\uFEFF<!-- hello -->\n<!DOCTYPE html><p>'), 'a.txt', 'dangerous'],
    ['a drawing that can hold script', utf8('<?xml version="1.0"?><svg xmlns="x">'), 'logo.txt', 'dangerous'],
    [
      'a document with macros',
      zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      'a.docx',
      'dangerous',
    ],
    ['an old workbook with macros', bytesOf(ole('Workbook'), ole('_VBA_PROJECT')), 'a.xls', 'dangerous'],
  ])('is refused when it is %s', (_, bytes, name, refused) => {
    expect(accept(bytes, name, MEGABYTE)).toEqual({ ok: false, refused })
  })

  it('is not taken for a script because a voice format begins like one', () => {
    expect(accept(bytesOf('#!AMR\n', [0x3c, 1, 2]), '语音.amr', MEGABYTE)).toMatchObject({
      ok: true,
      mediaType: 'audio/amr',
    })
  })

  it.each([
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\temp\\截图.png', '截图.png'],
    ['gnp\u202Eexe.png', 'gnpexe.png'],
    ['合同.PNG', '合同.PNG'],
    ['照片.jpg', '照片.jpg.png'],
    ['', '附件.png'],
    ['...', '附件.png'],
    [`${'长'.repeat(300)}.png`, `${'长'.repeat(100)}.png`],
  ])('named %j is kept as %j', (name, kept) => {
    expect(accept(png(), name, MEGABYTE)).toMatchObject({ ok: true, name: kept })
  })

  it('is judged without an accident, whatever its bytes and name are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ unit: 'binary' }), (bytes, name) => {
        const answer = accept(bytes, name, 64)
        if (!answer.ok) return
        expect(answer.sha256).toMatch(/^[0-9a-f]{64}$/)
        expect(answer.name).not.toMatch(/[/\\\p{Cc}]/u)
        expect(answer.size).toBe(answer.bytes.length)
      }),
    )
  })
})
