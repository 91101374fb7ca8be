import type { JsonObject } from "../../src/core/json.ts";

/** A way in which a scripted agent goes wrong. */
export interface Mutation {
  /** What stands for what, in every text, argument and name of a tool. */
  readonly replace?: Readonly<Record<string, string>>;
  /** A tool that is not called. */
  readonly drop?: string;
  /** What is said in the end. */
  readonly answer?: string;
  /** A call before everything else. */
  readonly call?: ScriptedCall;
}

/** A call as a script writes it. */
export interface ScriptedCall {
  readonly tool: string;
  readonly args?: JsonObject;
}

/** A reply as a script writes it, as far as it can be broken. */
export interface ScriptedReply {
  readonly text?: string;
  readonly calls?: readonly ScriptedCall[];
}

/** The same replies, gone wrong. A mutation of which a part changes nothing is a mistake, and thrown. */
export function breakReplies(
  turns: readonly ScriptedReply[],
  mutation: Mutation,
): readonly ScriptedReply[] {
  const { call, drop, answer, replace = {} } = mutation;
  const called = call === undefined ? turns : [{ calls: [call] }, ...turns];
  const dropped = drop === undefined ? called : without(called, drop);
  const said = answer === undefined ? dropped : [...dropped.slice(0, -1), { text: answer }];
  const pairs = Object.entries(replace);
  const broken = replaced(said, pairs);
  const idle = pairs.some(([from, to]) => isSame(replaced(turns, [[from, to]]), turns));
  if (idle || isSame(broken, turns)) {
    throw new Error(`nothing is changed by a part of ${JSON.stringify(mutation)}`);
  }
  return broken;
}

function isSame(a: readonly ScriptedReply[], b: readonly ScriptedReply[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function without(turns: readonly ScriptedReply[], tool: string): readonly ScriptedReply[] {
  return turns.flatMap(({ text, calls = [] }): readonly ScriptedReply[] => {
    const left = calls.filter((call) => call.tool !== tool);
    if (left.length === 0 && text === undefined) return [];
    return [{ ...(text !== undefined && { text }), ...(left.length > 0 && { calls: left }) }];
  });
}

function replaced(
  turns: readonly ScriptedReply[],
  pairs: readonly (readonly [string, string])[],
): readonly ScriptedReply[] {
  const all: readonly ScriptedReply[] = JSON.parse(
    JSON.stringify(turns, (_, value: unknown) =>
      typeof value === "string"
        ? pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value)
        : value,
    ),
  );
  return all;
}
