import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";
import { quoteForeign } from "../http/describe-body.ts";

/** What the chat can be asked about, as people write it. */
export type ChatResource =
  | { readonly kind: "gid"; readonly gid: string }
  /** A project, or a group. */
  | { readonly kind: "path"; readonly path: string }
  | {
      readonly kind: "issue" | "merge_request" | "epic";
      readonly path: string;
      readonly iid: string;
    };

const kinds = { "#": "issue", "!": "merge_request", "&": "epic" } as const;
const longest = 512;

/**
 * Reads `group/project`, `group/project#7`, `group/project!7`, `group&4` or a global id.
 *
 * @throws AppError DUO_CHAT_RESOURCE_INVALID
 */
export function parseChatResource(text: string): ChatResource {
  if (text.length <= longest) {
    if (/^gid:\/\/gitlab\/[A-Z][A-Za-z:]*\/\d+$/.test(text)) return { kind: "gid", gid: text };
    const [, path, sign, iid] =
      /^([\w.-]+(?:\/[\w.-]+)*)(?:([#!&])([1-9]\d{0,9}))?$/.exec(text) ?? [];
    if (path !== undefined && sign === undefined) return { kind: "path", path };
    if (path !== undefined && iid !== undefined && isSign(sign)) {
      const kind = kinds[sign];
      if (kind === "epic" || path.includes("/")) return { kind, path, iid };
    }
  }
  const message = `"${clip(quoteForeign(text), 80)}" is nothing that Duo Chat can be asked about`;
  throw new AppError("DUO_CHAT_RESOURCE_INVALID", message, {
    hint: "write group/project, group/project#7, group/project!7, group&4, or gid://gitlab/Issue/123",
  });
}

function isSign(sign: string | undefined): sign is keyof typeof kinds {
  return sign !== undefined && Object.hasOwn(kinds, sign);
}
