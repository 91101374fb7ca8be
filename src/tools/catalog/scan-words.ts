/** How severe a finding of a scan is, as GitLab writes it. */
export const scanSeverities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO", "UNKNOWN"] as const;

/** What kinds of scans report findings. */
export const scanReportTypes = [
  "SAST",
  "DEPENDENCY_SCANNING",
  "CONTAINER_SCANNING",
  "DAST",
  "SECRET_DETECTION",
  "COVERAGE_FUZZING",
  "API_FUZZING",
  "CLUSTER_IMAGE_SCANNING",
  "CONTAINER_SCANNING_FOR_REGISTRY",
  "GENERIC",
] as const;
