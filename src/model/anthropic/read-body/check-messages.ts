import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import { checkContent } from "./check-blocks.ts";
import { checkKeys, eachOf, isList } from "./check.ts";

const known: ReadonlySet<string> = new Set(["role", "content"]);

/** The list of messages: roles and content, each by itself. */
export function checkMessages({ messages }: JsonObject): string | undefined {
  if (!isList(messages)) return "messages: Input should be a valid list";
  if (messages.length === 0) return "messages: at least one message is required";
  const problem = eachOf(messages, "messages", (message, path) => {
    if (!isJsonObject(message)) return `${path}: Input should be a valid dictionary`;
    const { role, content } = message;
    if (role === undefined) return `${path}.role: Field required`;
    if (role !== "user" && role !== "assistant") {
      return `${path}.role: Input should be 'user' or 'assistant'`;
    }
    return checkContent(content, path, role) ?? checkKeys(message, path, known);
  });
  if (problem !== undefined) return problem;
  const [first] = messages;
  return isJsonObject(first) && first["role"] === "user"
    ? undefined
    : 'messages: first message must use the "user" role';
}
