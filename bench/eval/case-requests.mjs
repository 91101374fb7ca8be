// How it streams is for the loop to say, and the API's version that the SDK names knows no temperature.
const left = new Set(["stream", "temperature"]);

/**
 * Makes the requests of any case from those of the first: two of the agent, one of the judge. Only
 * what the loop itself adds (the reply, the result) is left to it.
 */
export function caseRequests({ bodies, firstId }) {
  const [first, second, last] = bodies.map((body) =>
    Object.fromEntries(Object.entries(body).filter(([key]) => !left.has(key))),
  );
  const toolResult = second.messages
    .at(-1)
    .content.find(({ type }) => type === "tool_result").content;
  const named = ({ messages, ...settings }, index) => {
    const id = firstId.slice(0, -6) + String(index).padStart(6, "0");
    const rename = ({ role, content }) => ({
      role,
      content:
        typeof content === "string"
          ? content.replaceAll(firstId, id)
          : content.map((block) => ({ ...block, text: block.text.replaceAll(firstId, id) })),
    });
    return { ...settings, messages: messages.map(rename) };
  };
  return {
    toolResult,
    agent: (index) => named(first, index),
    judge: (index) => named(last, index),
  };
}
