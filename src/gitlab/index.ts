export {
  createGitLabClient,
  type GitLabClient,
  type GitLabClientOptions,
} from "./create-gitlab-client.ts";
export { GitLabError } from "./gitlab-error.ts";
export type { GraphqlRequest } from "./graphql/graphql-request.ts";
export type { GitLabWait } from "./http/connection.ts";
export type { GitLabRequest } from "./http/exchange.ts";
export { type Instance, staysNear } from "./instance.ts";
export { catalogSchema } from "./schema/catalog-schema.ts";
