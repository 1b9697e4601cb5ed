"""Pure German-text logic: no files, clock, environment, threads or printing."""
