import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import { checkString, firstOf } from "./check.ts";

/** What a source must say, by its type. */
const required: Readonly<Record<string, readonly string[]>> = {
  base64: ["media_type", "data"],
  content: [],
  file: ["file_id"],
  text: ["media_type", "data"],
  url: ["url"],
};

/** Where an image or a document comes from. */
export function checkSource({ source }: JsonObject, path: string): string | undefined {
  const at = `${path}.source`;
  if (source === undefined) return `${at}: Field required`;
  if (!isJsonObject(source)) return `${at}: Input should be a valid dictionary`;
  const { type } = source;
  if (type === undefined) return `${at}.type: Field required`;
  if (typeof type !== "string" || !Object.hasOwn(required, type)) {
    return `${at}: Input tag ${JSON.stringify(type)} found using 'type' does not match any of the expected tags`;
  }
  const keys = required[type] ?? [];
  return firstOf(keys.map((key) => checkString(source, `${at}.${type}`, key)));
}
