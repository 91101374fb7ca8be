export const engineErrors = {
  ENGINE_NOT_WAITING: {
    kind: "usage",
    text: "A further message or decision was given to a flow that has ended or failed. Only a flow that waits for input or for approval can be continued; the status of the run says whether it does.",
  },
  ENGINE_EMPTY_MESSAGE: {
    kind: "usage",
    text: "A message without text was sent to a waiting flow. The service refuses it and goes on waiting, and so does flowproof.",
  },
} as const;
