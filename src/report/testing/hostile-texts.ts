/**
 * What somebody may write where a report shows it: each tries to become something in one format at least.
 * `fpx` marks what must never be more than text.
 */
export const hostileTexts: Readonly<Record<string, string>> = {
  script: `<script>fpx()</script><img src=x onerror="fpx()">`,
  "end of a script": `</script><script>fpx()</script><!--<script>`,
  svg: `<svg onload=fpx()><style>*{display:none}</style></svg>`,
  attribute: `" onmouseover="fpx()" x='y' \`z\``,
  template: "${fpx} {{ fpx }} <%= fpx %>",
  address: `[fpx](javascript:fpx()) ![fpx](https://fpx.example/a.png) <https://fpx.example> www.fpx.example`,
  table: "a | b \\| c \\\\| d\n| --- | --- |\n| fpx | fpx |",
  fences: "```\n````\n~~~~\n`````fpx\n/close\n``` ` `` ```` fpx",
  "quick action": "fpx\n/close\n/label ~fpx\n\n<!--\n/assign @fpx\n-->\n/merge\r/close\r\n/close",
  references:
    "@fpx @all @group/fpx #1 !2 ~fpx %fpx &3 $4 fpx#5 group/fpx!6 156b339cdeadbeef0123456789abcdef01234567 :fpx: :tada: ^fpx",
  headings:
    "# fpx\n\n---\n\n- [ ] fpx\n\n> fpx\n\n1. fpx\n\n<details open><summary>fpx</summary></details>",
  cdata: "]]><fpx/><![CDATA[ --> ?> &fpx; &#0; &lt;fpx",
  terminal:
    "a/\u001B[31mfpx\u001B]0;fpx\u0007\u001B[2J\u009B1m\u0008\u000D fpx\u007F\u001B(0\u0090fpx\u009C",
  direction: "\u202Efpx\u2066 fpx\u2069 \u200E\u200Bfpx\uFEFF \u{E0041}\u{E007F} \u2028fpx\u2029",
  halves: "\uD800fpx\uDC00 \u0000fpx\uFFFF\uFFFE",
  formula: `=HYPERLINK("https://fpx.example","fpx")`,
  "formula after spaces": "  \t+fpx",
  "formula of a tab": "\t@fpx",
  "wide formula": "\uFF1Dfpx",
  minus: '-fpx\r\n=fpx,"fpx"\n@fpx',
  metric: `fpx",x="1"} 1\n# EOF\nfpx 1 \\`,
  prototype: "__proto__",
  nothing: "",
  spaces: " \n\t ",
};
