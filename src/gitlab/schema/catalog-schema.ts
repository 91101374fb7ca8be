import { baseSdl } from "./base-sdl.ts";
import { duoChatSdl } from "./duo-chat-sdl.ts";
import { itemsSdl } from "./items-sdl.ts";
import { mutationSdl } from "./mutation-sdl.ts";
import { querySdl } from "./query-sdl.ts";
import { toolsAndConsumersSdl } from "./tools-and-consumers-sdl.ts";

/**
 * The part of GitLab's GraphQL schema that the AI Catalog and the classic Duo Chat are reached by, as GitLab 19.3
 * has it, in GraphQL's schema language. Each field that 18.9 lacks says since when there is one.
 */
export const catalogSchema: string = [
  baseSdl,
  itemsSdl,
  toolsAndConsumersSdl,
  querySdl,
  mutationSdl,
  duoChatSdl,
].join("\n");
