/** How much of a result a model gets to read, in bytes of UTF-8. */
interface OutputLimit {
  /** Up to here it is left alone. */
  readonly maxBytes: number;
  /** What is kept of anything longer. */
  readonly keptBytes: number;
  readonly keep: "start" | "end";
}

const kib = 1024;

const usual: OutputLimit = { maxBytes: 200 * kib, keptBytes: 100 * kib, keep: "start" };

const limits: ReadonlyMap<string, OutputLimit> = new Map([
  // What broke a job stands at the end of its log.
  ["get_job_logs", { maxBytes: 200 * kib, keptBytes: 150 * kib, keep: "end" }],
  [
    "build_review_merge_request_context",
    { maxBytes: kib * kib, keptBytes: 800 * kib, keep: "start" },
  ],
]);

/** Roughly, for English and code; the service counts with a tokenizer of another provider. */
const bytesPerToken = 4;

/** What a model reads of a long result: a part of it, and a notice that it is a part. */
export function truncateToolOutput(text: string, toolName: string): string {
  const { maxBytes, keptBytes, keep } = limits.get(toolName) ?? usual;
  // No UTF-16 unit takes more than three bytes.
  if (text.length * 3 <= maxBytes) return text;
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= maxBytes) return text;
  const kept = keep === "start" ? head(bytes, keptBytes) : tail(bytes, keptBytes);
  return notice(new TextDecoder("utf-8", { ignoreBOM: true }).decode(kept), {
    total: tokens(bytes.length),
    shown: tokens(kept.length),
  });
}

/** The first bytes, without a part of a character at the end. */
function head(bytes: Uint8Array, count: number): Uint8Array {
  let end = count;
  while (isContinuation(bytes[end])) end -= 1;
  return bytes.subarray(0, end);
}

function tail(bytes: Uint8Array, count: number): Uint8Array {
  let start = bytes.length - count;
  while (isContinuation(bytes[start])) start += 1;
  return bytes.subarray(start);
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0b1100_0000) === 0b1000_0000;
}

function tokens(bytes: number): number {
  return Math.ceil(bytes / bytesPerToken);
}

function notice(kept: string, size: { readonly total: number; readonly shown: number }): string {
  const percent = ((size.shown / size.total) * 100).toFixed(1);
  return [
    "<truncation_notice>",
    `This result was too long and was cut: about ${size.shown} of ${size.total} tokens (${percent}%) are shown.`,
    "<truncated_tool_output>",
    kept,
    "</truncated_tool_output>",
    "Ask again for less, with a filter, a range or a page, when what you need may be in the missing part.",
    "Tell the user that your answer rests on partial data.",
    "</truncation_notice>",
  ].join("\n");
}
