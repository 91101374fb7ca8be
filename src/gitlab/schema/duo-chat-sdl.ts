/**
 * The classic Duo Chat, and what one can ask it about, as public sources of GitLab 18.x have it: the mutation takes
 * a question and answers with the id of a request, the query gives the messages of a thread.
 */
export const duoChatSdl: string = `
"""gid://gitlab/<Issue, MergeRequest, Epic, Project, Group, User …>/<n>"""
scalar AiModelID
"""gid://gitlab/Ai::Conversation::Thread/<n>"""
scalar AiConversationThreadID

enum AiConversationsThreadsConversationType { DUO_CHAT_LEGACY DUO_CODE_REVIEW DUO_QUICK_CHAT DUO_CHAT }
enum AiMessageRole { USER ASSISTANT SYSTEM }
enum AiMessageType { TOOL }
enum AiAdditionalContextCategory {
  FILE SNIPPET MERGE_REQUEST ISSUE DEPENDENCY LOCAL_GIT TERMINAL USER_RULE REPOSITORY DIRECTORY AGENT_USER_ENVIRONMENT
}

input AiCurrentFileInput {
  fileName: String!
  selectedText: String!
  contentAboveCursor: String
  contentBelowCursor: String
}
input AiAdditionalContextInput {
  id: String!
  category: AiAdditionalContextCategory!
  content: String!
  metadata: JSON
}
input AiChatInput {
  content: String!                                 # must not be blank
  resourceId: AiModelID
  namespaceId: NamespaceID
  currentFile: AiCurrentFileInput
  additionalContext: [AiAdditionalContextInput!]
}
"""Of the actions that GitLab knows, the chat only. threadId continues a thread; without it conversationType begins one."""
input AiActionInput {
  clientMutationId: String
  chat: AiChatInput
  clientSubscriptionId: String
  platformOrigin: String
  projectId: ProjectID
  rootNamespaceId: NamespaceID
  conversationType: AiConversationsThreadsConversationType
  threadId: AiConversationThreadID
}
type AiActionPayload {
  clientMutationId: String
  errors: [String!]!
  requestId: String
  threadId: AiConversationThreadID
}
type AiMessageExtras { sources: [JSON!] hasFeedback: Boolean }
type AiMessage {
  id: ID
  requestId: String
  threadId: AiConversationThreadID
  role: AiMessageRole!
  content: String
  contentHtml: String
  errors: [String!]
  timestamp: Time!
  type: AiMessageType
  chunkId: Int
  extras: AiMessageExtras
}
type AiMessageEdge { cursor: String! node: AiMessage }
type AiMessageConnection { count: Int! edges: [AiMessageEdge] nodes: [AiMessage] pageInfo: PageInfo! }

type Issue { id: ID! iid: ID! title: String! webUrl: String! }
type MergeRequest { id: ID! iid: String! title: String! webUrl: String }
type Epic { id: ID! iid: ID! title: String webUrl: String! }

extend type Project {
  issue(iid: String): Issue
  mergeRequest(iid: String!): MergeRequest
}
extend type Group { epic(iid: ID): Epic }
extend type Query {
  """Without a thread and a type of conversation it reads the thread of the legacy type."""
  aiMessages(
    requestIds: [ID!], roles: [AiMessageRole!],
    conversationType: AiConversationsThreadsConversationType, threadId: AiConversationThreadID,
    after: String, before: String, first: Int, last: Int
  ): AiMessageConnection!
}
extend type Mutation { aiAction(input: AiActionInput!): AiActionPayload }
`;
