import { mayReadProject } from "../../state/index.ts";
import { connectionOf } from "../connection.ts";
import type { Lazy } from "../context.ts";

const maxTools = 1000;
const none: Lazy = (args) => connectionOf([], { args, key: () => 0, view: () => null });

/** What can be asked of the instance, its projects, tools and own agents. */
export const otherFields: Readonly<Record<string, Lazy>> = {
  echo: ({ text }, { viewer }) =>
    `${viewer.user === undefined ? "nil" : `"${viewer.user.username}"`} says: ${String(text)}`,
  currentUser: (_, { viewer, views }) =>
    viewer.user === undefined ? null : { ...views.user(viewer.user), __typename: "CurrentUser" },
  metadata: (_, { viewer, release }) =>
    viewer.user === undefined
      ? null
      : { version: release.join("."), revision: "simulated", enterprise: true },
  queryComplexity: (_, { measure, maxComplexity }) => ({
    limit: maxComplexity,
    score: measure.complexity,
  }),
  project({ fullPath }, { state, viewer, views }) {
    const path = String(fullPath).toLowerCase();
    const found = [...state.projects.values()].find((each) => each.path.toLowerCase() === path);
    return found !== undefined && mayReadProject(viewer, found) ? views.project(found) : null;
  },
  group({ fullPath }, { state, viewer, views }) {
    const path = String(fullPath);
    const isThere = [...state.projects.values()].some(
      (each) => each.path.startsWith(`${path}/`) && mayReadProject(viewer, each),
    );
    return isThere ? views.group(path) : null;
  },
  aiCatalogBuiltInTools(args, { state, views }) {
    const sorted = [...state.tools.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return connectionOf(sorted, {
      args,
      key: ({ id }) => id,
      view: views.tool,
      maxPageSize: maxTools,
    });
  },
  aiCatalogMcpTools: none,
  aiCatalogMcpServers: none,
  aiCatalogMcpServer: () => null,
  aiFoundationalChatAgents: (args, { state, views }) =>
    connectionOf(state.foundationalAgents, {
      args,
      key: ({ reference }) => reference,
      view: views.foundationalAgent,
      maxPageSize: maxTools,
    }),
  aiFoundationalChatAgent({ reference }, { state, views }) {
    const found = state.foundationalAgents.find((each) => each.reference === reference);
    return found === undefined ? null : views.foundationalAgent(found);
  },
  aiFlowsMetadata: () => ({ capabilities: [] }),
};
