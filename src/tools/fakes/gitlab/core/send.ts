import type { ApiRequest } from "../../fake.ts";
import type { RestResponse, Sent, World } from "./world.ts";

/** Sends a request of a tool; what no route takes is answered as GitLab answers an address that it does not have. */
export function send(
  world: World,
  [method, path]: readonly [ApiRequest["method"], string],
  sent: Sent = {},
): RestResponse {
  return world.rest(method, path, sent) ?? { status: 404, body: { error: "404 Not Found" } };
}
