/** The flow of a repository that has none: the smallest agent there can be. */
export function exampleFlow(reference: string): string {
  return `# The smallest agent there can be: one component, one prompt, no tools. Make it yours.
version: v1
environment: chat-partial
name: First agent
description: Answers questions about software

components:
  - name: ${reference}
    type: AgentComponent
    prompt_id: ${reference}
    toolset: []
    ui_log_events: [on_agent_final_answer]

# A chat takes over the prompt and the tools; it needs no graph, but a file in a registry must have both keys.
routers: []
flow: { entry_point: ${reference} }

prompts:
  - prompt_id: ${reference}
    name: First agent
    unit_primitives: [duo_agent_platform]
    prompt_template:
      system: |
        You help the people who write to you with their questions about software.
        Answer in a few sentences. If you do not know, say so.
        You have no tools: you cannot look into a project, an issue or a pipeline.
`;
}
