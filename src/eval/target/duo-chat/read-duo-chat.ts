import { AppError } from "../../../core/errors/app-error.ts";
import type { JsonObject } from "../../../core/json.ts";
import { parseChatResource, parseInstance } from "../../../gitlab/index.ts";
import type { TargetBlock, TargetFrame } from "../target-frame.ts";
import type { DuoChatTarget } from "./duo-chat-target.ts";

/** Reads `duo_chat:` of a target, whose form is right; what is wrong besides is reported. */
export function readDuoChat(
  { url, resource }: JsonObject,
  { path, model }: TargetBlock,
  { reader }: TargetFrame,
): Omit<DuoChatTarget, "name"> | undefined {
  if (typeof url !== "string") return undefined;
  const about = typeof resource === "string" ? resource : undefined;
  const holds = (key: string, check: () => void): boolean => {
    try {
      check();
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      reader.addError(error, [...path, "duo_chat", key]);
      return false;
    }
  };
  const isRead = [
    holds("url", () => parseInstance(url)),
    holds("resource", () => about !== undefined && parseChatResource(about)),
  ].every(Boolean);
  if (!isRead) return undefined;
  const reference = parseInstance(url).url;
  return { kind: "duo_chat", reference, version: "", model, url: reference, resource: about };
}
