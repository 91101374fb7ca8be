import { GitLabError } from "../gitlab-error.ts";

/**
 * Reads a body to its end, but never more than `maxBytes` of it.
 *
 * @param onPart hears that something came
 */
export async function readText(
  response: Response,
  maxBytes: number,
  onPart: () => void,
): Promise<string> {
  if (response.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    onPart();
    size += chunk.byteLength;
    if (size > maxBytes) {
      // Leaving the loop cancels the stream, and with it the connection.
      throw new GitLabError(
        "GITLAB_RESPONSE_TOO_LARGE",
        `GitLab's response is larger than ${Math.floor(maxBytes / 1_000_000)} MB`,
        { hint: "check that the address is that of a GitLab instance" },
      );
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
