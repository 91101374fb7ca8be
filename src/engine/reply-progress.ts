/** What is heard of a reply while it comes: words as the provider sends them, or that they do not count. */
export type ReplyProgress =
  | { readonly type: "text"; readonly component: string; readonly text: string }
  /** The attempt broke off. What was heard of it is void, and the reply may begin again. */
  | { readonly type: "discarded"; readonly component: string };
