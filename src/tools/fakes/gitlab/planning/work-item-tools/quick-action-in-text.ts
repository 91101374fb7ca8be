/** Any word after a slash at the beginning of a line, known to GitLab or not. */
const quickAction = /^[ \t]*\/[a-z][a-z_]*(?:\s|$)/i;

/** Why the service refuses a text before it sends it (its security/quick_actions.py); undefined where it does not. */
export function quickActionInText(text: string, field: string): string | undefined {
  if (!text.split("\n").some((line) => quickAction.test(line))) return undefined;
  const name = `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
  return (
    `${name} contains GitLab quick actions, which are not allowed. ` +
    "Quick actions are commands on their own line starting with '/'. Examples include /merge, /approve, /close." +
    "To include it literally, escape the slash (\\/) or add a non-whitespace char before it."
  );
}
