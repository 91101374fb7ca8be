export {
  executeOperation,
  type GraphqlInstance,
  isMutation,
  type OperationAnswer,
  type SentOperation,
} from "./execute-operation.ts";
export { instanceSchema, isOlder, parseRelease, type Release } from "./schema/index.ts";
