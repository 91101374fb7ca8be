/** A model's name with its provider: a bare `claude-…` is Anthropic's. */
export function fullName(name: string): string {
  return name.startsWith("claude-") && !name.includes("/") ? `anthropic/${name}` : name;
}
