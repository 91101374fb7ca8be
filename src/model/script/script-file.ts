import type { JsonObject, JsonValue } from "../../core/json.ts";

/** A script as it stands in its file; {@link scriptSchema} is what checks it. */
export interface ScriptFile {
  readonly script: string;
  readonly replies: readonly ScriptFileEntry[];
}

export interface ScriptFileEntry {
  readonly when?: Readonly<Partial<Record<ScriptCondition, JsonValue>>>;
  readonly turns?: readonly ScriptReply[];
  readonly variants?: readonly (readonly ScriptReply[])[];
  readonly verdicts?: Readonly<Record<string, VerdictName | ScriptVerdict>>;
  readonly grades?: Readonly<Record<string, ScriptGrade["grade"] | ScriptGrade>>;
  /** Always the same, or a matcher of the better answer. */
  readonly prefers?: ScriptWinner | JsonObject;
}

/** What a scripted judge may say of two answers, whatever they are. */
export type ScriptWinner = "first" | "second" | "tie" | "cannot_tell";

/** What of a request an entry can be matched on. */
export type ScriptCondition = (typeof scriptConditions)[number];

export const scriptConditions = ["judge", "last", "model", "system", "tools", "user"] as const;

export interface ScriptReply {
  readonly text?: string;
  readonly calls?: readonly { readonly tool: string; readonly args?: JsonObject }[];
  readonly stop?: "max_tokens" | "refusal";
  readonly fault?: { readonly status: number; readonly retry_after?: number | string };
  readonly usage?: {
    readonly input_tokens?: number;
    readonly output_tokens?: number;
    readonly cache_read_tokens?: number;
    readonly cache_write_tokens?: number;
  };
  readonly delay_ms?: number;
}

type VerdictName = "met" | "not_met" | "cannot_tell";

export interface ScriptVerdict {
  readonly verdict: VerdictName;
  readonly evidence?: string;
  readonly reasoning?: string;
}

export interface ScriptGrade {
  readonly grade: number | "cannot_tell";
  readonly evidence?: string;
  readonly reasoning?: string;
}
