export const duoChatErrors = {
  DUO_CHAT_REFUSED: {
    kind: "usage",
    text: "GitLab does not let the token's user ask Duo Chat, or not about this resource. The user needs a seat (Duo Pro, Duo Enterprise, or what the instance gives everybody), Duo must be on in the group and the project, and the token needs the scope api: with read_api alone GitLab says that the resource does not exist.",
  },
  DUO_CHAT_LIMITED: {
    kind: "unavailable",
    text: "The user has asked Duo more often than GitLab allows in eight hours (160 times on GitLab.com; `ai_action_api_rate_limit` on an instance of one's own). Questions of the same user in a browser or an editor count too. GitLab does not say when the window ends; it is at most eight hours. Resume the run then, or ask fewer questions at a time.",
  },
  DUO_CHAT_RESOURCE_INVALID: {
    kind: "usage",
    text: "What the chat is to be asked about is not written as one of: `group/project` (or a group), `group/project#7` (an issue), `group/project!7` (a merge request), `group&4` (an epic), or a global id, `gid://gitlab/Issue/123`.",
  },
  DUO_CHAT_RESOURCE_UNKNOWN: {
    kind: "usage",
    text: "What the chat is to be asked about does not exist, or the token's user may not see it; GitLab tells the two apart to nobody. It says the same to a token that may read and not write: asking needs the scope api.",
  },
  DUO_CHAT_COMMAND_UNKNOWN: {
    kind: "usage",
    text: "The message begins like a slash command, and the classic chat knows none of that name: it would take the line for an ordinary question. What it knows: /clear, /explain, /fix, /help, /include, /new, /refactor, /reset, /summarize_comments, /tests, /troubleshoot, /vulnerability_explain. To ask about a word that begins with a slash, put another word before it.",
  },
  DUO_CHAT_NO_ANSWER: {
    kind: "unavailable",
    text: "GitLab took the question, and no answer came in time. The worker that answers is slow or gone, or the answer went to somebody who listened elsewhere. Ask again later, or wait longer.",
  },
  DUO_CHAT_FAILED: {
    kind: "unavailable",
    text: "Duo Chat answered with an error instead of an answer. The words, and the code in them (such as A1000 for too slow), are GitLab's; its page on troubleshooting Duo Chat lists them.",
  },
  DUO_CHAT_EMPTY: {
    kind: "unavailable",
    text: "Duo Chat answered with a message that says nothing, and names no error. GitLab puts an excuse in the place of an empty reply of the model, so that something between it and the reader has lost the text.",
  },
  DUO_CHAT_CLIPPED: {
    kind: "unavailable",
    text: "The answer is as long as what GitLab keeps of a message (20,000 characters), so that its end is most likely missing. Part of an answer is not an answer, and nothing is concluded from it. Ask for less at a time.",
  },
  DUO_CHAT_THREAD_LOST: {
    kind: "unavailable",
    text: "The conversation that was to go on is not there any more: GitLab deletes threads some time after the last message, and knows only those of the token's own user. Begin a new one.",
  },
} as const;
