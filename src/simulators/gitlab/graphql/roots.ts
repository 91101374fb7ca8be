import type { Lazy } from "./context.ts";
import { chatMutation } from "./mutations/chat-mutation.ts";
import { consumerMutations } from "./mutations/consumer-mutations.ts";
import { itemMutations } from "./mutations/item-mutations.ts";
import { noteMutations } from "./mutations/note-mutations.ts";
import { otherMutations } from "./mutations/other-mutations.ts";
import { triggerMutations } from "./mutations/trigger-mutations.ts";
import { chatFields } from "./query/chat-fields.ts";
import { consumerFields, itemFields } from "./query/item-fields.ts";
import { otherFields } from "./query/other-fields.ts";

/** What `Query` and `Mutation` are read from. */
export const roots: Readonly<Record<"query" | "mutation", Readonly<Record<string, Lazy>>>> = {
  query: { ...itemFields, ...consumerFields, ...otherFields, ...chatFields },
  mutation: {
    ...itemMutations,
    ...consumerMutations,
    ...otherMutations,
    ...triggerMutations,
    ...noteMutations,
    ...chatMutation,
  },
};
