import type { Lang } from '../../workflows/wording.ts'

/** What the verifier says of its own use. */
export const usage = (lang: Lang): string =>
  lang === 'zh'
    ? `用法:
  node verify.mjs 档案文件 [选项]            核对一份档案(.zip 或 .json)
  node verify.mjs receipt 回执.json 档案文件  核对回执上的票在档案中
选项:
  --key 公钥            签名公钥,或存有公钥的文件;公钥应从公告等别处取得
  --checkpoint 文件     手中保存的存证校验码(三行文字加签名);可重复
  --code 编号:校验码    纸上印的校验码,如 42:ABCD-EFGH-JKMN-PQRS-TVWX-YZ01;可重复
  --threads 数          同时用几个线程;大档案默认用两个(机器有两核以上时)
  --lang zh|en          报告的语言
  --help                显示这段说明
全部一致时退出码为 0,不一致为 1,用法或文件有误为 2。
`
    : `Usage:
  node verify.mjs RECORD [options]            check a record (.zip or .json)
  node verify.mjs receipt RECEIPT.json RECORD  check that the vote of a receipt stands in the record
Options:
  --key KEY             the public record key, or a file that holds it; take it from elsewhere than the record
  --checkpoint FILE     a checkpoint that was kept (three lines with a signature); may be repeated
  --code SIZE:CODE      a code from paper, as 42:ABCD-EFGH-JKMN-PQRS-TVWX-YZ01; may be repeated
  --threads N           how many threads to use; for a large record two, where the machine has as many cores
  --lang zh|en          the language of the report
  --help                shows this
Exit code 0 if all agrees, 1 if not, 2 for a wrong use or file.
`
