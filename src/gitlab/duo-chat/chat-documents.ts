/** Asks; what comes back is the id of the request. */
export const askDocument: string = `mutation AskDuoChat(
  $content: String!, $resourceId: AiModelID, $threadId: AiConversationThreadID,
  $conversationType: AiConversationsThreadsConversationType
) {
  aiAction(input: {
    chat: { content: $content, resourceId: $resourceId }
    platformOrigin: "flowproof"
    threadId: $threadId
    conversationType: $conversationType
  }) { requestId threadId errors }
}`;

/** Looks whether there is an answer. Without the thread GitLab would look into another one. */
export const pollDocument: string = `query PollDuoChat($requestIds: [ID!], $threadId: AiConversationThreadID) {
  aiMessages(requestIds: $requestIds, roles: [ASSISTANT], threadId: $threadId) {
    nodes { requestId role content errors chunkId }
  }
}`;
