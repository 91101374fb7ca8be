/**
 * What GitLab stores in the catalog's row of a foundational flow, whichever it is: the flow itself lives
 * with the Duo Workflow Service.
 */
export const placeholderFlow = `version: v1
environment: ambient
components:
- name: foundationalFlow
  type: AgentComponent
  prompt_id: foundationalFlow
  prompt_version: "0.0.0"
routers: []
flow:
  entry_point: foundationalFlow
`;
