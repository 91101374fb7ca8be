import { blocksOf, type WireBlock, type WireMessage } from "../messages-body.ts";

interface Turn {
  readonly role: WireMessage["role"];
  /** Index of the first message of the turn. */
  readonly index: number;
  readonly blocks: readonly WireBlock[];
}

/**
 * Every call has its result at the beginning of the next message, and every result its call in the
 * message before.
 */
export function checkPairs(messages: readonly WireMessage[]): string | undefined {
  const used = new Set<string>();
  const turns = turnsOf(messages);
  for (const [position, turn] of turns.entries()) {
    const calls = callIds(turn);
    for (const id of calls) {
      if (used.has(id)) return "messages: `tool_use` ids must be unique";
      used.add(id);
    }
    const problem =
      checkResults(turn, position === 0 ? [] : callIds(turns[position - 1])) ??
      checkAnswered(turn, calls, turns[position + 1]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Messages of the same role, one after the other, count as one. */
function turnsOf(messages: readonly WireMessage[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const [index, message] of messages.entries()) {
    const { role } = message;
    const last = turns.at(-1);
    if (last?.role === role) {
      turns[turns.length - 1] = { ...last, blocks: [...last.blocks, ...blocksOf(message)] };
    } else {
      turns.push({ role, index, blocks: blocksOf(message) });
    }
  }
  return turns;
}

function callIds(turn: Turn | undefined): readonly string[] {
  return (turn?.blocks ?? []).flatMap((block) => (block.type === "tool_use" ? [block.id] : []));
}

function checkResults({ index, blocks }: Turn, calls: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const [position, block] of blocks.entries()) {
    if (block.type !== "tool_result") continue;
    const id = block.tool_use_id;
    const path = `messages.${index}.content.${position}`;
    if (!calls.includes(id)) {
      return `${path}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
    }
    if (seen.has(id)) {
      return `${path}: each tool_use must have a single result. Found multiple \`tool_result\` blocks with id: ${id}`;
    }
    seen.add(id);
  }
  return undefined;
}

function checkAnswered(
  { index }: Turn,
  calls: readonly string[],
  next: Turn | undefined,
): string | undefined {
  const blocks = next?.blocks ?? [];
  const end = blocks.findIndex(({ type }) => type !== "tool_result");
  const leading = end < 0 ? blocks : blocks.slice(0, end);
  const answered = new Set(
    leading.map((block) => (block.type === "tool_result" ? block.tool_use_id : "")),
  );
  const missing = calls.filter((id) => !answered.has(id));
  return missing.length === 0
    ? undefined
    : `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(", ")}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;
}
