import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { checkCacheControl } from "./check-cache-control.ts";
import { checkSource } from "./check-source.ts";
import { namePattern } from "./check-tools.ts";
import { checkKeys, checkString, eachOf, firstOf, isList } from "./check.ts";

/** Blocks that flowproof never sends. */
const others: readonly string[] = [
  "document",
  "image",
  "redacted_thinking",
  "search_result",
  "thinking",
];

const userBlocks: readonly string[] = ["text", "tool_result", ...others];
const assistantBlocks: readonly string[] = ["text", "tool_use", ...others];

/** The content of a message, which may not be empty. */
export function checkContent(
  content: JsonValue | undefined,
  path: string,
  role: "user" | "assistant",
): string | undefined {
  if (content === undefined) return `${path}.content: Field required`;
  if (content === "" || (isList(content) && content.length === 0)) {
    return `${path}: ${role} messages must have non-empty content`;
  }
  if (typeof content === "string") return checkText(content);
  return (
    checkSides(content, path, role) ??
    checkBlocks(content, `${path}.content`, role === "user" ? userBlocks : assistantBlocks)
  );
}

/** Calls are the assistant's, results the user's. */
function checkSides(content: JsonValue, path: string, role: string): string | undefined {
  const [other, owner] = role === "user" ? ["tool_use", "assistant"] : ["tool_result", "user"];
  const strays = isList(content) && content.some((block) => typeOf(block) === other);
  return strays ? `${path}: \`${other}\` blocks can only be in \`${owner}\` messages` : undefined;
}

/** A list of blocks of the types that may stand there. */
export function checkBlocks(
  blocks: JsonValue,
  path: string,
  types: readonly string[],
): string | undefined {
  if (!isList(blocks)) return `${path}: Input should be a valid list`;
  return eachOf(blocks, path, (block, at) => {
    const type = typeOf(block);
    if (!isJsonObject(block)) return `${at}: Input should be a valid dictionary`;
    if (type === undefined) return `${at}.type: Field required`;
    if (!types.includes(type)) {
      return `${at}: Input tag '${type}' found using 'type' does not match any of the expected tags`;
    }
    const inside = `${at}.${type}`;
    return (
      checks[type]?.(block, inside) ??
      (marked.has(type) ? checkCacheControl(block["cache_control"], `${inside}.`) : undefined) ??
      checkKeys(block, inside, new Set(["type", ...(fields[type] ?? [])]))
    );
  });
}

/** Everything a block may have besides its type. */
const fields: Readonly<Record<string, readonly string[]>> = {
  document: ["source", "cache_control", "citations", "context", "title"],
  image: ["source", "cache_control", "transformations"],
  redacted_thinking: ["data"],
  search_result: ["content", "source", "title", "cache_control", "citations"],
  text: ["text", "cache_control", "citations"],
  thinking: ["thinking", "signature"],
  tool_result: ["tool_use_id", "content", "is_error", "cache_control", "toolset_name"],
  tool_use: ["id", "name", "input", "cache_control", "caller", "toolset_name"],
};

/** Types of blocks that may carry a mark for the cache. */
const marked: ReadonlySet<string> = new Set(
  Object.keys(fields).filter((type) => fields[type]?.includes("cache_control")),
);

const checks: Readonly<Record<string, (block: JsonObject, path: string) => string | undefined>> = {
  text: (block, path) => {
    const { text } = block;
    if (typeof text !== "string") return checkString(block, path, "text");
    return checkText(text, path.split(".")[0]);
  },
  tool_use: (block, path) =>
    firstOf([
      checkId(block, path, "id"),
      checkCalledName(block, path),
      isJsonObject(block["input"])
        ? undefined
        : `${path}.input: Input should be a valid dictionary`,
    ]),
  tool_result: (block, path) => checkId(block, path, "tool_use_id") ?? checkResult(block, path),
  document: checkSource,
  image: checkSource,
  redacted_thinking: (block, path) => checkString(block, path, "data"),
  search_result: (block, path) =>
    checkString(block, path, "source") ?? checkString(block, path, "title"),
  thinking: (block, path) =>
    checkString(block, path, "signature") ?? checkString(block, path, "thinking"),
};

function checkCalledName(block: JsonObject, path: string): string | undefined {
  const { name } = block;
  if (typeof name !== "string") return checkString(block, path, "name");
  return namePattern.test(name)
    ? undefined
    : `${path}.name: String should match pattern '${namePattern.source}'`;
}

function checkId(block: JsonObject, path: string, key: string): string | undefined {
  const id = block[key];
  if (typeof id !== "string") return checkString(block, path, key);
  return /^[a-zA-Z0-9_-]+$/.test(id)
    ? undefined
    : `${path}.${key}: String should match pattern '^[a-zA-Z0-9_-]+$'`;
}

function checkResult({ content, is_error }: JsonObject, path: string): string | undefined {
  if (is_error !== undefined && typeof is_error !== "boolean") {
    return `${path}.is_error: Input should be a valid boolean`;
  }
  if (content === undefined || typeof content === "string") return undefined;
  return checkBlocks(content, `${path}.content`, ["text", "image", "document", "search_result"]);
}

function checkText(text: string, place = "messages"): string | undefined {
  if (text === "") return `${place}: text content blocks must be non-empty`;
  return text.trim() === ""
    ? `${place}: text content blocks must contain non-whitespace text`
    : undefined;
}

function typeOf(block: JsonValue): string | undefined {
  const type = isJsonObject(block) ? block["type"] : undefined;
  return typeof type === "string" ? type : undefined;
}
