import type { JsonObject } from "../../core/json.ts";
import type { ModelRole, SystemBlock } from "../chat.ts";

/** A cassette as it stands in its file; {@link cassetteSchema} is what checks it. */
export interface CassetteFile {
  readonly cassette: string;
  readonly version: 1;
  readonly tools: Readonly<Record<string, CassetteFileTool>>;
  readonly prompts: Readonly<Record<string, readonly SystemBlock[]>>;
  readonly setups: Readonly<Record<string, CassetteFileSetup>>;
  readonly trials: readonly CassetteFileTrial[];
}

export interface CassetteFileTool {
  readonly name: string;
  readonly description: string;
  readonly input_schema?: JsonObject;
  readonly input_schema_json?: string;
}

export interface CassetteFileSetup {
  readonly prompt: string;
  readonly tools?: readonly string[];
  readonly tool_choice?: { readonly type: "auto" | "any" | "tool"; readonly name?: string };
  readonly max_tokens: number;
  readonly temperature?: number;
  readonly stop?: readonly string[];
}

interface CassetteFileTrial {
  readonly case: string;
  readonly target: string;
  readonly trial: number;
  readonly now: string;
  readonly session?: string;
  readonly calls: readonly CassetteFileCall[];
}

export interface CassetteFileCall {
  readonly role: ModelRole;
  readonly component?: string;
  readonly model: string;
  readonly setup: string;
  readonly keep?: number;
  readonly messages: readonly CassetteFileMessage[];
  readonly reply: CassetteFileReply;
}

export interface CassetteFileMessage {
  readonly role: "user" | "assistant" | "tool" | "reply";
  readonly text?: string;
  readonly parts?: readonly CassetteFilePart[];
  readonly call_id?: string;
  readonly name?: string;
  readonly content?: string;
  readonly is_error?: boolean;
}

export interface CassetteFilePart {
  readonly text?: string;
  readonly call?: string;
  readonly invalid_call?: string;
  readonly id?: string;
  readonly args?: JsonObject;
  readonly args_json?: string;
  readonly raw?: string;
}

export interface CassetteFileReply {
  readonly parts: readonly CassetteFilePart[];
  readonly stop: "end_turn" | "stop_sequence" | "tool_use";
  readonly served_model: string;
  readonly usage: {
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly cache_read_tokens?: number;
    readonly cache_write_tokens?: number;
  };
}
