"""Writing notes for the record, and reading them: on the desk, and in an observer's window."""
