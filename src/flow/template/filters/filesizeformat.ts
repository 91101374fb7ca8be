import { PyFloat } from "../../../core/python/py-float.ts";
import type { Filter } from "../callable/callable.ts";
import { intText } from "../values/int-text.ts";
import { plain } from "../values/kinds.ts";
import { truncate } from "../values/numbers.ts";
import { formatPercent } from "../values/percent-format.ts";
import { toPyFloat } from "../values/to-float.ts";
import { truthOf } from "../values/truth.ts";

const decimal = ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];
const binary = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"];

/** `bytes|filesizeformat`. */
export const filesizeformat: Filter = {
  id: "filesizeformat",
  docs: {
    summary: "writes a number of bytes for people to read",
    examples: [
      {
        template: "{{ 1|filesizeformat }}, {{ 999|filesizeformat }}, {{ 13000|filesizeformat }}",
        output: "1 Byte, 999 Bytes, 13.0 kB",
      },
      { template: "{{ 1048576|filesizeformat(true) }}", output: "1.0 MiB" },
      { template: "{{ 'a'|filesizeformat }}", error: "ValueError" },
    ],
  },
  parameters: [{ name: "binary", default: false }],
  apply({ input, argument, host }) {
    const bytes = toPyFloat(input, host.budget);
    const isBinary = truthOf(argument("binary"));
    const base = isBinary ? 1024 : 1000;
    if (bytes === 1) return "1 Byte";
    if (bytes < base) return `${intText(truncate(bytes))} Bytes`;
    const units = isBinary ? binary : decimal;
    const found = units.findIndex((_, index) => bytes < base ** (index + 2));
    const index = found < 0 ? units.length - 1 : found;
    const size = new PyFloat((base * bytes) / base ** (index + 2));
    return `${plain(formatPercent("%.1f", size, host.budget))} ${units[index] ?? ""}`;
  },
};
