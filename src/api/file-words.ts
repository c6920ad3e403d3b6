import type { Broken, Unsafe } from '../documents/uploads/fault.ts'

type Words = { readonly zh: string; readonly en: string }

/** Why a file cannot be read as what it is. */
export const brokenWords: Readonly<Record<Broken, Words>> = {
  'cut-short': { zh: '文件不完整,请重新上传', en: 'The file ends too early; upload it again' },
  checksum: { zh: '文件已损坏:校验值不符', en: 'The file is damaged: a checksum is wrong' },
  structure: { zh: '文件已损坏:结构不符', en: 'The file is damaged: its parts do not fit' },
  coding: {
    zh: '浏览器不能显示这种编码的图片,请另存为普通图片',
    en: 'No browser shows pictures coded like this; save it as an ordinary picture',
  },
}

/** Why a file is not taken although it can be read. */
export const unsafeWords: Readonly<Record<Unsafe, Words>> = {
  appended: {
    zh: '文件末尾附有其他内容(如动态照片),请另存为普通图片后再上传',
    en: 'Something hangs on the end of the file, as with moving photos; save it as an ordinary picture first',
  },
  'too-many-pixels': {
    zh: '图片尺寸过大(每边不超过 12000 像素,共不超过 5000 万像素)',
    en: 'The picture is too large: at most 12,000 pixels a side and 50 million in all',
  },
  animated: { zh: '不接受动图,请上传静态图片', en: 'Moving pictures are not taken; upload a still one' },
  'acts-when-opened': {
    zh: 'PDF 含有脚本、附件或打开时自动执行的内容,请打印成 PDF 后再上传',
    en: 'The PDF holds a script, an attachment or something that acts when it is opened; print it to PDF first',
  },
}
