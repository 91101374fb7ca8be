export {
  createGitLabClient,
  type GitLabClient,
  type GitLabClientOptions,
} from "./create-gitlab-client.ts";
export { askDuoChat, type ChatReply } from "./duo-chat/ask-duo-chat.ts";
export { duoChatLimit } from "./duo-chat/chat-limit.ts";
export { parseChatResource } from "./duo-chat/chat-resource.ts";
export { resolveChatResource } from "./duo-chat/resolve-chat-resource.ts";
export { readChatLine, slashCommands } from "./duo-chat/slash-command.ts";
export { GitLabError } from "./gitlab-error.ts";
export type { GraphqlRequest } from "./graphql/graphql-request.ts";
export type { GitLabWait } from "./http/connection.ts";
export type { GitLabRequest } from "./http/exchange.ts";
export { type Instance, parseInstance, staysNear } from "./instance.ts";
export { catalogSchema } from "./schema/catalog-schema.ts";
