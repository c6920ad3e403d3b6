/** What the page says beside the report, each in Chinese and in English. */
export const words = {
  going: { zh: '正在核对', en: 'checking' },
  kept: {
    zh: '填写的不是公钥、存证校验码或“编号:校验码”,请改正或清空。',
    en: 'What was pasted is no key, checkpoint or SIZE:CODE: put it right, or clear it.',
  },
  unknown: {
    zh: '不是本系统导出的档案、回执或存证校验码:',
    en: 'Neither a record, a receipt nor a checkpoint of this system:',
  },
  recordWanted: {
    zh: '回执要和档案一起核对,请再选择档案文件。',
    en: 'A receipt is checked against the record: choose the record too.',
  },
  tooOld: {
    zh: '这个浏览器不能核对签名(Ed25519),请换新版浏览器,或用 verify.mjs 核对。',
    en: 'This browser cannot check signatures (Ed25519): take a newer one, or verify.mjs.',
  },
  unreadable: { zh: '不能核对,档案文件不完整或已损坏:', en: 'Cannot be checked, the record is broken or cut short:' },
} as const
